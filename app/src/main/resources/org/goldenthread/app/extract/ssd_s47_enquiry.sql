select s.id s47e_s47_enquiry_id, chain.referral s47e_referral_id, p.local_number s47e_person_id,
    s.strategy_discussion s47e_s47_start_date,
    case when s.state in ('conference', 'no-conference') then (select max(m.on_day) from pathway_move m where m.record = s.id
        and m.to_state = s.state and m.made_at <= :at) end s47e_s47_end_date,
    case when s.state = 'no-conference' then 'Y' when s.state = 'conference' then 'N' end s47e_s47_nfa, s.finding s47e_s47_outcome_json
from known(section_47) s join known(person) p on p.id = s.person
-- The referral that was open when the enquiry began.
left join lateral (select r.id referral from known(referral) r left join known(closure) c on c.follows = r.id
    where r.person = s.person and r.received <= s.began and (c.closed is null or c.closed >= s.began)
    order by r.received desc, r.id limit 1) chain on true
order by 3, 4, 1
