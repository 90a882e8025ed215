select p.local_number, to_char(p.born, 'DD/MM/YYYY'), to_char(r.held, 'DD/MM/YYYY'), r.participation, r.id drawn_from
from known(looked_after_review) r join known(person) p on p.id = r.person where r.held between :first and :last
    -- Reviews of a series of short breaks are not told (399).
    and not exists (select from known(legal_status) s where s.person = r.person and s.status in ('V3', 'V4') and s.started <= r.held
        and (s.ended is null or s.ended > r.held))
order by 1, r.held, r.id
