select v.id cppv_cp_visit_id, p.local_number cppv_person_id, v.follows cppv_cp_plan_id, v.visited cppv_cp_visit_date,
    case when v.seen = 'NO' then 'N' else 'Y' end cppv_cp_visit_seen, case when v.seen = 'ALONE' then 'Y' else 'N' end cppv_cp_visit_seen_alone
from known(visit) v join known(child_protection_plan) l on l.id = v.follows join known(person) p on p.id = v.person order by 2, 4, 1
