select c.name prof_professional_id, c.social_work_number prof_social_worker_registration_no, c.post prof_professional_job_title,
    (select string_agg(t.name, ', ' order by t.name) from team_member m join team t on t.id = m.team where m.account = c.name) prof_professional_department
from account c where c.name in (select a.account from known(allocation) a) order by 1
