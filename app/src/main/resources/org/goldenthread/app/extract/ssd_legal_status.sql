select s.id lega_legal_status_id, p.local_number lega_person_id, s.status lega_legal_status, s.started lega_legal_status_start_date,
    coalesce(s.ended, c.ended) lega_legal_status_end_date
from known(legal_status) s join known(person) p on p.id = s.person left join known(period_of_care) c on c.id = s.follows order by 2, 4, 1
