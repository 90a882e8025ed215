select * from (
select of_referral.referral, l.id plan, l.began "CPPstartDate",
    case when l.state = 'ended' then (select max(m.on_day) from pathway_move m where m.record = l.id and m.move = 'end'
        and m.made_at <= :at and m.on_day <= :last) end "CPPendDate",
    l.first_category "InitialCategoryOfAbuse", coalesce(nullif(l.latest_category, ''), l.first_category) "LatestCategoryOfAbuse",
    (select count(*) from known(child_protection_plan) b where b.person = l.person and b.began < l.began) "NumberOfPreviousCPP",
    l.id drawn_from
from known(child_protection_plan) l
join lateral (select r.id referral from known(referral) r left join known(closure) x on x.follows = r.id
    where r.person = l.person and r.received <= l.began and (x.closed is null or x.closed >= l.began)
    order by r.received desc, r.id limit 1) of_referral on true
where l.began <= :last
) each
where "CPPendDate" is null or "CPPendDate" >= :first
order by 3, 2
