select c.id lacp_table_id, p.local_number lacp_person_id, c.made lacp_cla_care_plan_start_date
from known(care_plan) c join known(person) p on p.id = c.person order by 2, 3, 1
