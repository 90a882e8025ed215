select * from (
select of_referral.referral, s.strategy_discussion "S47ActualStartDate", c.held "DateOfInitialCPC",
    case when s.state = 'no-conference' and exists (select from pathway_move m where m.record = s.id and m.to_state = s.state
        and m.made_at <= :at and m.on_day <= :last) then '1' else '0' end "ICPCnotRequired",
    concat_ws(' ', s.id, c.id) drawn_from
from known(section_47) s
join lateral (select r.id referral from known(referral) r left join known(closure) x on x.follows = r.id
    where r.person = s.person and r.received <= s.began and (x.closed is null or x.closed >= s.began)
    order by r.received desc, r.id limit 1) of_referral on true
left join known(conference) c on c.follows = s.id and c.held <= :last
where s.strategy_discussion <= :last
) each
where "S47ActualStartDate" >= :first or "DateOfInitialCPC" >= :first or "DateOfInitialCPC" is null and "ICPCnotRequired" = '0'
order by 2, 1
