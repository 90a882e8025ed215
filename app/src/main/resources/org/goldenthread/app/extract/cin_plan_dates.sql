select * from (
select a.follows referral, c.began "CINPlanStartDate",
    case when c.state <> 'in-force' then (select max(m.on_day) from pathway_move m where m.record = c.id and m.to_state = c.state
        and m.made_at <= :at and m.on_day <= :last) end "CINPlanEndDate",
    c.id drawn_from
from known(child_in_need_plan) c join known(assessment) a on a.id = c.follows
where c.began <= :last and a.follows is not null
) each
where "CINPlanEndDate" is null or "CINPlanEndDate" >= :first
order by 2, 1
