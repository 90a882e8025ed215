-- An episode begins whenever the legal status or the placement changes, and ends where the next begins or the period of care ends.
with changes as (
    select c.id period, c.person, c.began, c.ended, c.reason_ended, each.day
    from known(period_of_care) c
    cross join lateral (
        select c.began as day
        union select s.started from known(legal_status) s where s.follows = c.id
        union select l.started from known(placement) l where l.follows = c.id and l.started is not null) each
    where each.day >= c.began and (c.ended is null or each.day < c.ended)
), episodes as (
    select changes.*, lead(day) over of_period as next_day, s.id status, l.id placement, l.carer,
        lag(s.id) over of_period as status_before, lag(l.id) over of_period as placement_before,
        lag(l.carer) over of_period as carer_before
    from changes
    left join known(legal_status) s on s.follows = changes.period and s.started <= day and (s.ended is null or s.ended > day)
    left join known(placement) l on l.follows = changes.period and l.started <= day and (l.ended is null or l.ended > day)
    window of_period as (partition by period order by day)
)
select e.period || '-' || e.day clae_cla_episode_id, p.local_number clae_person_id, e.day clae_cla_episode_start_date,
    case
        when e.day = e.began then 'S'
        when e.placement is distinct from e.placement_before and e.status is distinct from e.status_before
            then case when e.carer <> '' and e.carer = e.carer_before then 'U' else 'B' end
        when e.placement is distinct from e.placement_before
            then case when e.carer <> '' and e.carer = e.carer_before then 'T' else 'P' end
        else 'L' end clae_cla_episode_start_reason,
    chain.primary_need clae_cla_primary_need_code,
    coalesce(e.next_day, e.ended) clae_cla_episode_ceased_date,
    case when e.next_day is not null then 'X1' when e.ended is not null then e.reason_ended end clae_cla_episode_ceased_reason,
    e.period clae_cla_id, chain.referral clae_referral_id, e.placement clae_cla_placement_id, e.began clae_entered_care_date
from episodes e join known(person) p on p.id = e.person
left join lateral (select r.id referral, r.primary_need from known(referral) r left join known(closure) x on x.follows = r.id
    where r.person = e.person and r.received <= e.began and (x.closed is null or x.closed >= e.began)
    order by r.received desc, r.id limit 1) chain on true
order by 2, 3
