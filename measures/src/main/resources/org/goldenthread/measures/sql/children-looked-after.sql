-- id: children-looked-after
-- version: 1
-- name: Children looked after
-- why: Held beside social workers' workload, placements and budgets: what the council must provide for as parent.
-- polarity: neutral
-- unit: count
-- aggregate: count
-- month: at-end
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: ssda903.episodes | ssd.ssd_cla_episodes
-- comparator: cla-number
-- people: children
-- definition: Children with an episode of care open at the end of the last day: begun on or before it and not ceased
--   on or before it, so that a child whose episode changes that day counts once, by the new one. Those with agreed
--   series of short breaks (legal status V3 or V4) do not count; unaccompanied asylum-seeking children do.
-- source: SSDA903 episodes (DECOM, DEC, LS, PLACE)
-- law: Children Act 1989, sections 20, 22 and 31
with looked_after as (
  select
    p.period_id, p.period_end, e.clae_person_id, e.gt_source, e.gt_line,
    row_number() over (
      partition by p.period_id, e.clae_person_id order by e.clae_cla_episode_start_date desc, e.clae_cla_episode_id
    ) as place
  from periods p
  join ssd_cla_episodes e
    on e.clae_cla_episode_start_date <= p.period_end
    and (e.clae_cla_episode_ceased_date is null or e.clae_cla_episode_ceased_date > p.period_end)
  where not coalesce(e.gt_short_break, false)
),
unaccompanied as (
  select distinct p.period_id, i.immi_person_id
  from periods p
  join ssd_immigration_status i
    on (i.immi_immigration_status_start_date is null or i.immi_immigration_status_start_date <= p.period_end)
    and (i.immi_immigration_status_end_date is null or i.immi_immigration_status_end_date > p.period_end)
  where lower(i.immi_immigration_status) like '%unaccompanied%' or lower(i.immi_immigration_status) like '%uasc%'
)
select
  l.period_id,
  l.clae_person_id as subject,
  1 as numerator,
  cast(null as integer) as denominator,
  case when u.immi_person_id is not null then 'Unaccompanied asylum-seeking' else 'Other' end as by_unaccompanied,
  case
    when c.pers_dob is null then 'Not known'
    when age_years(c.pers_dob, l.period_end) <= 4 then '0-4'
    when age_years(c.pers_dob, l.period_end) <= 9 then '5-9'
    when age_years(c.pers_dob, l.period_end) <= 12 then '10-12'
    when age_years(c.pers_dob, l.period_end) <= 15 then '13-15'
    else '16+'
  end as by_age,
  l.gt_source,
  l.gt_line
from looked_after l
left join ssd_person c on c.pers_person_id = l.clae_person_id
left join unaccompanied u on u.period_id = l.period_id and u.immi_person_id = l.clae_person_id
where l.place = 1
