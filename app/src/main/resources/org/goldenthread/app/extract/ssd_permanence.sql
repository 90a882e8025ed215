-- One row for each decision on adoption, and one for each other period of care that ended in an order for permanence.
with decision as (include(adoption_decisions)), match as (include(adoption_matches))
select coalesce(d.plan, c.id) perm_table_id, p.local_number perm_person_id, c.id perm_cla_id, d.decided perm_adm_decision_date,
    (select min(s.started) from known(legal_status) s where s.follows = c.id and s.status = 'E1'
        and (s.started >= d.decided) and (d.reversed is null or s.started <= d.reversed)) perm_placement_order_date,
    (select min(l.started) from known(placement) l where l.follows = c.id and l.kind in ('A3', 'A4', 'A5', 'A6')
        and (l.started >= d.decided) and (d.reversed is null or l.started <= d.reversed)) perm_placed_for_adoption_date,
    m.matched perm_matched_date, case when m.foster_carers then 'Y' when not m.foster_carers then 'N' end perm_adopted_by_carer_flag,
    (select min(l.started) from known(placement) l where l.follows = c.id and l.kind in ('U2', 'U5')) perm_placed_ffa_cp_date,
    d.reversed perm_decision_reversed_date, d.reason_reversed perm_decision_reversed_reason,
    case when ordered.kind is not null then c.ended end perm_permanence_order_date, ordered.kind perm_permanence_order_type,
    m.sexes perm_adopter_sex, m.legal_status perm_adopter_legal_status, m.adopter_count perm_number_of_adopters
from known(period_of_care) c join known(person) p on p.id = c.person
left join decision d on d.period = c.id
left join match m on m.plan = d.plan
cross join lateral (select case
        when c.reason_ended in ('E11', 'E12') and d.reversed is null then 'Adoption'
        when c.reason_ended = 'E41' then 'Child arrangements order'
        when c.reason_ended in ('E43', 'E44', 'E45', 'E46', 'E47', 'E48') then 'Special guardianship order' end kind) ordered
where d.plan is not null or ordered.kind is not null
order by 2, 4, 1
