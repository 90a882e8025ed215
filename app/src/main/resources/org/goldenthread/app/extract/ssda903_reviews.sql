select p.local_number, to_char(p.born, 'DD/MM/YYYY'), to_char(r.held, 'DD/MM/YYYY'), r.participation, r.id drawn_from
from known(looked_after_review) r join known(person) p on p.id = r.person where r.held between :first and :last order by 1, r.held, r.id
