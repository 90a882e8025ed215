-- Each adopter, and of the household's matches the latest that was approved, when children were placed with it, and when they were adopted.
with decision as (include(adoption_decisions)), match as (include(adoption_matches)), placed as (
    select m.adopters, m.matched, d.person, l.started placed, case when c.reason_ended in ('E11', 'E12') then c.ended end ordered
    from match m join decision d on d.plan = m.plan join known(period_of_care) c on c.id = d.period
    left join lateral (select min(each.started) started from known(placement) each
        where each.follows = c.id and each.kind in ('A3', 'A4', 'A5', 'A6') and each.started >= m.matched) l on true
)
select p.local_number id, a.household, p.sex, p.ethnicity, p.disabilities, a.fostering_for_adoption fosters, a.enquired, a.stage_one_began,
    a.stage_one_ended, a.stage_two_began, a.stage_two_ended, a.applied, decided.day approved, of_household.matched, of_household.placed,
    nullif(of_household.children, 0) children, of_household.ordered, a.left_on, coalesce(left(a.why_left, 1) || lower(replace(substr(a.why_left, 2), '_', ' ')), '') why_left
from known(prospective_adopter) a join known(person) p on p.id = a.person
left join lateral (select max(m.on_day) as day from pathway_move m where m.record = a.id and m.move = 'approve' and m.made_at <= :at) decided on true
left join lateral (select max(each.matched) matched, max(each.placed) placed, max(each.ordered) ordered,
    (count(each.placed))::int children from placed each where each.adopters = a.household) of_household on true
order by p.local_number, a.enquired, a.id
