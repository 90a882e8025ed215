-- Care leavers about each birthday from the 17th to the 21st, as SSDA903 asks in OC3: those who had left care before it, were looked after for 13 weeks in
-- all since they were 14 and for some time since they were 16, and were not adopted and not taken over by another authority. Of somebody whose care was
-- never recorded here a pathway plan or a contact says so. In touch is who was from three months before the birthday to one month after it; nobody is
-- said to be out of touch until that month is over. Short breaks are no time in care.
with today as (select (:at at time zone 'Europe/London')::date as is_on),
care as (
    select c.person, c.id, c.began, c.ended, c.reason_ended from known(period_of_care) c
    where not exists (select from known(legal_status) s where s.follows = c.id and s.status in ('V3', 'V4'))
),
birthday as (
    select p.id as person, p.local_number, p.born, p.died, y.age,
        -- Born on 29 February, somebody grows older on 1 March where there is no such day.
        d.is_on + case when date_part('day', d.is_on) <> date_part('day', p.born) then 1 else 0 end as is_on,
        (p.born + interval '14 years')::date as fourteen, (p.born + interval '16 years')::date as sixteen
    from known(person) p cross join generate_series(17, 21) as y (age)
    cross join lateral (select (p.born + make_interval(years => y.age))::date as is_on) d
    where p.born is not null and d.is_on <= (select is_on from today) and p.born > (select is_on from today) - interval '40 years'
        and (exists (select from care c where c.person = p.id)
            or exists (select from known(pathway_plan) w where w.person = p.id)
            or exists (select from known(care_leaver_contact) l where l.person = p.id))
),
leaver as (
    select b.*,
        (select string_agg(c.id::text, ' ') from care c where c.person = b.person) as care_ids
    from birthday b
    cross join lateral (
        select coalesce(sum(greatest(0, least(coalesce(c.ended, b.is_on), b.is_on) - greatest(c.began, b.fourteen))), 0) as days,
            coalesce(bool_or(coalesce(c.ended, b.is_on) > b.sixteen), false) as after_sixteen,
            coalesce(bool_or(coalesce(c.ended, 'infinity') >= b.is_on), false) as in_care_since,
            (array_agg(c.reason_ended order by c.began desc))[1] as last_reason
        from care c where c.person = b.person and c.began < b.is_on) stay
    where not stay.in_care_since and coalesce(stay.last_reason, '') not in ('E11', 'E12', 'E2', 'E3')
        and (stay.days >= 91 and stay.after_sixteen or not exists (select from known(period_of_care) c where c.person = b.person))
)
select l.person, l.local_number, l.born, l.is_on, l.age,
    found.in_touch,
    case when found.in_touch in ('DIED', 'RHOM') then '0' else coalesce(nullif(told.activity, ''), case when found.in_touch = 'YES' then '' else '0' end) end
        as activity,
    case when found.in_touch in ('DIED', 'RHOM') then '0'
        else coalesce(nullif(told.accommodation, ''), case when found.in_touch = 'YES' then '' else '0' end) end as accommodation,
    concat_ws(' ', told.id, standing.id, case when told.id is null and standing.id is null then l.care_ids end) as drawn_from
from leaver l
left join lateral (
    select c.id, c.in_touch, c.activity, c.accommodation from known(care_leaver_contact) c
    where c.person = l.person and c.contacted between (l.is_on - interval '3 months')::date and (l.is_on + interval '1 month')::date
    order by (c.in_touch = 'YES') desc, abs(c.contacted - l.is_on), c.contacted desc, c.id limit 1) told on true
left join lateral (
    -- Whoever died, went home or wanted no more of it was not to be asked again.
    select s.id, s.in_touch from (
        select c.id, c.in_touch from known(care_leaver_contact) c where c.person = l.person and c.contacted < (l.is_on - interval '3 months')::date
        order by c.contacted desc, c.id limit 1) s
    where told.id is null and s.in_touch in ('DIED', 'RHOM', 'NREQ', 'REFU')) standing on true
cross join lateral (select case when l.died <= l.is_on then 'DIED' else coalesce(told.in_touch, standing.in_touch, 'NO') end as in_touch) found
where told.id is not null or standing.id is not null or l.died <= l.is_on
    or (l.is_on + interval '1 month')::date < (select is_on from today)
