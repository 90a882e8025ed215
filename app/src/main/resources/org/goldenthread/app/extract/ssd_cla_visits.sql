select v.id clav_cla_visit_id, l.follows clav_cla_id, p.local_number clav_person_id, v.visited clav_cla_visit_date,
    case when v.seen = 'NO' then 'N' else 'Y' end clav_cla_visit_seen, case when v.seen = 'ALONE' then 'Y' else 'N' end clav_cla_visit_seen_alone
from known(visit) v join known(placement) l on l.id = v.follows join known(person) p on p.id = v.person order by 3, 4, 1
