select c.id cinp_cin_plan_id, a.follows cinp_referral_id, p.local_number cinp_person_id, c.began cinp_cin_plan_start_date,
    case when c.state <> 'in-force' then (select max(m.on_day) from pathway_move m where m.record = c.id and m.to_state = c.state
        and m.made_at <= :at) end cinp_cin_plan_end_date
from known(child_in_need_plan) c join known(person) p on p.id = c.person left join known(assessment) a on a.id = c.follows
order by 3, 4, 1
