-- Of the children adopted in the year: the decision that they should be, the match, and who adopted them.
with decision as (include(adoption_decisions)), match as (include(adoption_matches))
select distinct on (p.local_number) p.local_number, to_char(p.born, 'DD/MM/YYYY'), to_char(d.decided, 'DD/MM/YYYY'), to_char(m.matched, 'DD/MM/YYYY'),
    m.foster_carers::int::text, m.adopter_count, m.sexes, m.legal_status,
    concat_ws(' ', c.id, d.plan, m.match) drawn_from
from known(period_of_care) c join known(person) p on p.id = c.person
left join decision d on d.period = c.id and d.decided <= c.ended and d.reversed is null
left join match m on m.plan = d.plan
where c.reason_ended in ('E11', 'E12') and c.ended between :first and :last
order by p.local_number, d.decided desc nulls last, d.plan
