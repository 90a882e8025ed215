select p.id || '-' || d.code disa_table_id, p.local_number disa_person_id, d.code disa_disability_code
from known(person) p cross join lateral unnest(p.disabilities) d(code) order by 2, 3
