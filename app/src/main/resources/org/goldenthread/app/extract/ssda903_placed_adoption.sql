-- Every decision in force in the year, whenever it was made; one that was reversed before the year is in an earlier return.
with decision as (include(adoption_decisions))
select p.local_number, to_char(p.born, 'DD/MM/YYYY'), to_char(d.decided, 'DD/MM/YYYY'),
    to_char(case when d.reversed <= :last then d.reversed end, 'DD/MM/YYYY'), case when d.reversed <= :last then d.reason_reversed end, d.plan drawn_from
from decision d join known(person) p on p.id = d.person join known(period_of_care) c on c.id = d.period
where d.decided <= :last and (d.reversed is null or d.reversed >= :first) and (c.ended is null or c.ended >= :first)
order by 1, d.decided, d.plan
