select r.id cine_referral_id, p.local_number cine_person_id, r.received cine_referral_date, r.primary_need cine_cin_primary_need_code,
    r.source cine_referral_source_code, case when r.state = 'no-further-action' then 'Y' else 'N' end cine_referral_nfa,
    c.reason cine_close_reason, c.closed cine_close_date
from known(referral) r join known(person) p on p.id = r.person
left join known(closure) c on c.follows = r.id
order by 2, 3, 1
