select r.id moth_table_id, m.local_number moth_person_id, p.local_number moth_childs_person_id, p.born moth_childs_dob
from known(relationship) r join known(person) p on p.id = r.person join known(person) m on m.id = r.other where r.kind = 'MOTHER' order by 3, 1
