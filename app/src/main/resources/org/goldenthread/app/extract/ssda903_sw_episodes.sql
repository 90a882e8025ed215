-- Of the time in care alone: rule SW12 asks for a social worker from the day on which care began, whoever had the child before.
select p.local_number, to_char(p.born, 'DD/MM/YYYY'), w.social_work_number, to_char(greatest(a.started, c.began), 'DD/MM/YYYY'),
    to_char(case when a.ended <= :last then a.ended end, 'DD/MM/YYYY'), a.reason_changed, greatest(a.started, c.began), string_agg(distinct a.id::text, ' ') drawn_from
from known(allocation) a join known(person) p on p.id = a.person join account w on w.name = a.account
join known(period_of_care) c on c.person = a.person and c.began <= :last and (c.ended is null or c.ended >= :first)
    and a.started <= coalesce(c.ended, :last) and (a.ended is null or a.ended > c.began)
where a.duty = 'ALLOCATED_WORKER' and w.social_work_number <> '' and date '2023-04-01' <= :last
    and a.started <= :last and (a.ended is null or a.ended >= :first)
group by 1, 2, 3, 4, 5, 6, 7
order by 1, 7
