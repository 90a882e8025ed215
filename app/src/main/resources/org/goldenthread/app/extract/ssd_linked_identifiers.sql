select p.id link_table_id, p.local_number link_person_id, 'Unique Pupil Number' link_identifier_type, p.upn link_identifier_value
from known(person) p where p.upn <> '' order by 2
