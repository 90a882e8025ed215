-- A plan belongs to the referral of the assessment that it comes of; one that came from another system without that, to the referral that was open.
select * from (
select coalesce(a.follows, of_referral.referral) referral, c.began "CINPlanStartDate",
    case when c.state <> 'in-force' then (select max(m.on_day) from pathway_move m where m.record = c.id and m.to_state = c.state
        and m.made_at <= :at and m.on_day <= :last) end "CINPlanEndDate",
    c.id drawn_from
from known(child_in_need_plan) c left join known(assessment) a on a.id = c.follows
left join lateral (select r.id referral from known(referral) r left join known(closure) x on x.follows = r.id
    where r.person = c.person and r.received <= c.began and (x.closed is null or x.closed >= c.began)
    order by r.received desc, r.id limit 1) of_referral on true
where c.began <= :last and coalesce(a.follows, of_referral.referral) is not null
) each
where "CINPlanEndDate" is null or "CINPlanEndDate" >= :first
order by 2, 1
