select r.person, r.id referral, r.received "CINreferralDate", r.source "ReferralSource",
    case when r.state <> 'no-further-action' then r.primary_need end "PrimaryNeedCode",
    case when c.closed <= :last then c.closed end "CINclosureDate", case when c.closed <= :last then c.reason end "ReasonForClosure",
    case when r.state = 'no-further-action' then '1' else '0' end "ReferralNFA",
    concat_ws(' ', r.id, c.id) drawn_from
from known(referral) r left join known(closure) c on c.follows = r.id
where r.received <= :last and (c.closed is null or c.closed >= :first)
    and (r.state <> 'no-further-action' or r.received >= :first)
order by 3, 2
