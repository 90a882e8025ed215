select l.id cppl_cp_plan_id, chain.referral cppl_referral_id, l.follows cppl_icpc_id, p.local_number cppl_person_id, l.began cppl_cp_plan_start_date,
    case when l.state = 'ended' then (select max(m.on_day) from pathway_move m where m.record = l.id and m.move = 'end'
        and m.made_at <= :at) end cppl_cp_plan_end_date,
    l.first_category cppl_cp_plan_initial_category, 'N' cppl_cp_plan_ola,
    coalesce(nullif(l.latest_category, ''), l.first_category) cppl_cp_plan_latest_category
from known(child_protection_plan) l join known(person) p on p.id = l.person
left join lateral (select r.id referral from known(referral) r left join known(closure) x on x.follows = r.id
    where r.person = l.person and r.received <= l.began and (x.closed is null or x.closed >= l.began)
    order by r.received desc, r.id limit 1) chain on true
order by 4, 5, 1
