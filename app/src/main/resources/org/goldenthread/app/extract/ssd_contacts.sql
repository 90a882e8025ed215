select c.id cont_contact_id, p.local_number cont_person_id, c.received cont_contact_date, c.source cont_contact_source_code,
    c.state cont_contact_outcome_json
from known(contact) c join known(person) p on p.id = c.person order by 2, 3, 1
