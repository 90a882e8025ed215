-- id: children-looked-after-unaccompanied
-- version: 1
-- name: Unaccompanied asylum-seeking children looked after
-- why: They need placements of their own kind, and their number is not one that the council's own work can lessen.
-- polarity: neutral
-- unit: count
-- aggregate: count
-- month: at-end
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: ssda903.episodes + ssda903.uasc | ssd.ssd_cla_episodes + ssd.ssd_immigration_status
-- comparator: cla-uasc-number
-- people: children
-- part-of: children-looked-after
-- definition: Of the children looked after at the end of the last day, those who are then unaccompanied and seeking
--   asylum; one whose status ceased on or before that day is not counted.
-- source: SSDA903 episodes and UASC (DUC)
-- law: Children Act 1989, section 20
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
  l.gt_source,
  l.gt_line
from looked_after l
join unaccompanied u on u.period_id = l.period_id and u.immi_person_id = l.clae_person_id
where l.place = 1
