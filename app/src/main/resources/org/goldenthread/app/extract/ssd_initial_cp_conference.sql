select c.id icpc_icpc_id, s.id icpc_s47_enquiry_id, p.local_number icpc_person_id, l.id icpc_cp_plan_id, chain.referral icpc_referral_id,
    case when exists (select from known(transfer_in) t where t.id = c.follows) then 'Y' else 'N' end icpc_icpc_transfer_in, c.held icpc_icpc_date,
    case c.state when 'plan' then 'Y' when 'no-plan' then 'N' end icpc_icpc_outcome_cp_flag
from known(conference) c join known(person) p on p.id = c.person
left join known(section_47) s on s.id = c.follows
left join known(child_protection_plan) l on l.follows = c.id
left join lateral (select r.id referral from known(referral) r left join known(closure) x on x.follows = r.id
    where r.person = c.person and r.received <= c.held and (x.closed is null or x.closed >= c.held)
    order by r.received desc, r.id limit 1) chain on true
order by 3, 7, 1
