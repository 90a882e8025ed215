select p.local_number, to_char(p.born, 'DD/MM/YYYY'), m.kind, to_char(m.began, 'DD/MM/YYYY'), to_char(case when m.returned <= :last then m.returned end, 'DD/MM/YYYY'), m.id drawn_from
from known(missing_episode) m join known(person) p on p.id = m.person
where m.began <= :last and (m.returned is null or m.returned >= :first)
    and exists (select from known(period_of_care) c where c.person = m.person and c.began <= m.began and (c.ended is null or c.ended >= m.began))
order by 1, m.began, m.id
