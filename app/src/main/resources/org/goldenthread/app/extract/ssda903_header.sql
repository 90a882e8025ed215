with leaver as (include(care_leaver_birthdays))
select p.local_number, case when :year >= 2025 then p.sex else case p.sex when 'M' then '1' when 'F' then '2' end end, to_char(p.born, 'DD/MM/YYYY'), p.ethnicity,
    coalesce(nullif(p.upn, ''), p.upn_unknown),
    -- Whether a young woman is a mother is not asked of one who is a care leaver alone, or who had short breaks alone (399).
    case when looked.beyond_breaks then case when mother.child_born is not null then '1' else case when p.sex = 'F' then '0' end end end,
    case when looked.beyond_breaks then to_char(mother.child_born, 'DD/MM/YYYY') end,
    p.id drawn_from
from known(person) p
left join lateral (select min(b.born) child_born from anybody(relationship) r join anybody(person) b on b.id = r.person
    where r.other = p.id and r.kind = 'MOTHER') mother on true
cross join lateral (select count(*) > 0 as after, coalesce(bool_or(not breaks.alone), false) beyond_breaks
    from known(period_of_care) c
    cross join lateral (select coalesce(bool_and(s.status in ('V3', 'V4')), false) alone from known(legal_status) s
        where s.follows = c.id and s.started <= :last and (s.ended is null or s.ended >= :first)) breaks
    where c.person = p.id and c.began <= :last and (c.ended is null or c.ended >= :first)) looked
where looked.after or p.id in (select l.person from leaver l where l.is_on between :first and :last) order by 1
