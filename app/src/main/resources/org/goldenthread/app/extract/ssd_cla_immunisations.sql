select distinct on (p.local_number) p.local_number clai_person_id, 'Y' clai_immunisations_status, h.made clai_immunisations_status_date
from known(health_assessment) h join known(person) p on p.id = h.person where h.kind = 'IMMUNISATIONS' order by p.local_number, h.made desc
