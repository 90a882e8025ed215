select v.id cinv_cin_visit_id, p.local_number cinv_person_id, v.visited cinv_cin_visit_date,
    case when v.seen = 'NO' then 'N' else 'Y' end cinv_cin_visit_seen, case when v.seen = 'ALONE' then 'Y' else 'N' end cinv_cin_visit_seen_alone
from known(visit) v join known(child_in_need_plan) c on c.id = v.follows join known(person) p on p.id = v.person order by 2, 3, 1
