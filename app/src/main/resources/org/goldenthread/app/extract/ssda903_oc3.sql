select distinct on (p.local_number) p.local_number, to_char(p.born, 'DD/MM/YYYY'), l.in_touch, l.activity, l.accommodation, l.id drawn_from
from known(care_leaver_contact) l join known(person) p on p.id = l.person
where l.contacted between :first and :last and p.born is not null
order by p.local_number, l.contacted desc, l.id
