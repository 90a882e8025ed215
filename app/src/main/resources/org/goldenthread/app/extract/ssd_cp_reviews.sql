select r.id cppr_cp_review_id, p.local_number cppr_person_id, r.follows cppr_cp_plan_id, r.held cppr_cp_review_date,
    case r.decision when 'CONTINUE' then 'Y' else 'N' end cppr_cp_review_outcome_continue_cp
from known(review_conference) r join known(person) p on p.id = r.person order by 2, 4, 1
