select distinct on (p.local_number) c.id clea_table_id, p.local_number clea_person_id, c.in_touch clea_care_leaver_in_touch,
    c.contacted clea_care_leaver_latest_contact, c.accommodation clea_care_leaver_accommodation, c.activity clea_care_leaver_activity,
    (select max(r.held) from known(pathway_plan_review) r where r.person = c.person) clea_pathway_plan_review_date
from known(care_leaver_contact) c join known(person) p on p.id = c.person order by p.local_number, c.contacted desc, c.id
