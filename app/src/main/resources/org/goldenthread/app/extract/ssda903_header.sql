with leaver as (include(care_leaver_birthdays))
select p.local_number, case when :year >= 2025 then p.sex else case p.sex when 'M' then '1' when 'F' then '2' end end, to_char(p.born, 'DD/MM/YYYY'), p.ethnicity,
    coalesce(nullif(p.upn, ''), p.upn_unknown),
    -- Whether a young woman is a mother is not asked of one who is a care leaver alone.
    case when looked.after then case when mother.child_born is not null then '1' else case when p.sex = 'F' then '0' end end end,
    case when looked.after then to_char(mother.child_born, 'DD/MM/YYYY') end,
    p.id drawn_from
from known(person) p
left join lateral (select min(b.born) child_born from anybody(relationship) r join anybody(person) b on b.id = r.person
    where r.other = p.id and r.kind = 'MOTHER') mother on true
cross join lateral (select exists (select from known(period_of_care) c
    where c.person = p.id and c.began <= :last and (c.ended is null or c.ended >= :first)) as after) looked
where looked.after or p.id in (select l.person from leaver l where l.is_on between :first and :last) order by 1
