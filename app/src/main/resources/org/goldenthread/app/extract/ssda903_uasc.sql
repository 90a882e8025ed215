-- Children looked after in the year who were unaccompanied asylum-seeking children at some time of it, and when they ceased to be: at 18 at the latest.
select distinct on (p.local_number) p.local_number, case when :year >= 2025 then p.sex else case p.sex when 'M' then '1' when 'F' then '2' end end,
    to_char(p.born, 'DD/MM/YYYY'), to_char(case when until.is_on <= :last then until.is_on end, 'DD/MM/YYYY'), s.id drawn_from
from known(immigration_status) s join known(person) p on p.id = s.person
cross join lateral (select least(coalesce(s.ended, 'infinity'), coalesce((p.born + interval '18 years')::date, 'infinity')) as is_on) until
where s.status = 'UASC' and s.started <= :last and until.is_on >= :first
    and exists (select from known(period_of_care) c where c.person = p.id and c.began <= :last and (c.ended is null or c.ended >= :first))
order by p.local_number, s.started desc, s.id
