select distinct on (p.local_number) p.local_number, to_char(p.born, 'DD/MM/YYYY'), c.previous_permanence, upper(c.permanence_authority), upper(c.permanence_ordered),
    c.id drawn_from
from known(period_of_care) c
join known(person) p on p.id = c.person
where c.began <= :last and (c.ended is null or c.ended >= :first) and c.previous_permanence <> ''
order by p.local_number, c.began desc
