select a.id cina_assessment_id, p.local_number cina_person_id, a.follows cina_referral_id, a.began cina_assessment_start_date,
    case when a.seen is null then 'N' else 'Y' end cina_assessment_child_seen,
    (select max(m.on_day) from pathway_move m where m.record = a.id and m.move = 'authorise' and m.made_at <= :at
        and a.state = 'authorised') cina_assessment_auth_date,
    a.outcome cina_assessment_outcome_json, case when a.outcome = 'NO_FURTHER_ACTION' then 'Y' else 'N' end cina_assessment_outcome_nfa
from known(assessment) a join known(person) p on p.id = a.person order by 2, 4, 1
