select r.person, r.id referral, r.received "CINreferralDate", r.source "ReferralSource",
    case when r.state <> 'no-further-action' then r.primary_need end "PrimaryNeedCode",
    case when c.closed <= :last then c.closed end "CINclosureDate", case when c.closed <= :last then c.reason end "ReasonForClosure",
    moved.held "DateOfInitialCPC",
    case when r.state = 'no-further-action' then '1' else '0' end "ReferralNFA",
    concat_ws(' ', r.id, c.id, moved.id) drawn_from
from known(referral) r left join known(closure) c on c.follows = r.id
-- Without an enquiry here, as of a child on another authority's plan who moved here, the conference stands with the referral.
left join lateral (select t.id, t.held from known(conference) t
    where t.person = r.person and t.held between :first and :last and not exists (select from known(section_47) s where s.id = t.follows)
        and r.id = (select l.id from known(referral) l left join known(closure) x on x.follows = l.id
            where l.person = t.person and l.received <= t.held and (x.closed is null or x.closed >= t.held)
            order by l.received desc, l.id limit 1)
    order by t.held, t.id limit 1) moved on true
where r.received <= :last and (c.closed is null or c.closed >= :first)
    and (r.state <> 'no-further-action' or r.received >= :first)
order by 3, 2
