-- Those looked after from the first day of the year on: at its end, those looked after for a year, as the return asks. Who had short breaks in it
-- was not looked after throughout.
select p.local_number, to_char(p.born, 'DD/MM/YYYY'), questionnaire.score::text, questionnaire.reason_none, facts.convicted,
    case when date_part('year', age(:last, p.born)) < 5 then case when checks.surveyed then '1' else '0' end end,
    case when checks.immunised then '1' else '0' end, case when checks.teeth then '1' else '0' end,
    case when checks.assessed then '1' else '0' end, facts.misuse, facts.received, facts.offered,
    concat_ws(' ', questionnaire.id, checks.ids, facts.id) drawn_from
from known(person) p
join known(period_of_care) c on c.person = p.id and c.began <= :first and (c.ended is null or c.ended > :last)
left join lateral (select s.id, s.score, s.reason_none from known(strengths_and_difficulties) s where s.person = p.id
    and s.completed between :first and :last order by s.completed desc, s.id limit 1) questionnaire on true
cross join lateral (select bool_or(h.kind = 'IMMUNISATIONS') immunised, bool_or(h.kind = 'DENTAL_CHECK') teeth,
    bool_or(h.kind in ('INITIAL_ASSESSMENT', 'REVIEW_ASSESSMENT')) assessed, bool_or(h.kind = 'HEALTH_SURVEILLANCE') surveyed,
    string_agg(h.id::text, ' ') ids
    from known(health_assessment) h where h.person = p.id and h.made between :first and :last) checks
left join lateral (select y.id, y.convicted::int::text convicted, y.substance_misuse::int::text misuse,
        case when y.substance_misuse then y.intervention_received::int::text end received,
        case when y.substance_misuse and not y.intervention_received then y.intervention_offered::int::text end offered
    from known(care_year) y where y.person = p.id and y.told between :first and :last order by y.told desc, y.id limit 1) facts on true
where not exists (select from known(legal_status) s where s.person = p.id and s.status in ('V3', 'V4') and s.started <= :last
    and (s.ended is null or s.ended >= :first))
order by 1
