select h.id clah_health_check_id, p.local_number clah_person_id,
    case h.kind when 'DENTAL_CHECK' then 'Dental Check' else 'Health Assessment' end clah_health_check_type, h.made clah_health_check_date
from known(health_assessment) h join known(person) p on p.id = h.person where h.kind <> 'IMMUNISATIONS' order by 2, 4, 1
