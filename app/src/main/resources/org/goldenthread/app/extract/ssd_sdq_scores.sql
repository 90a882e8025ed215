select s.id csdq_table_id, p.local_number csdq_person_id, s.completed csdq_sdq_completed_date, s.reason_none csdq_sdq_reason, s.score csdq_sdq_score
from known(strengths_and_difficulties) s join known(person) p on p.id = s.person order by 2, 3, 1
