-- id: cla-three-or-more-placements-year-to-date
-- version: 1
-- name: Children looked after with three or more placements since 1 April
-- why: A child who is moved again and again loses carers, school and friends.
-- polarity: low
-- unit: percent
-- aggregate: ratio
-- month: year-to-date
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: ssda903.episodes | ssd.ssd_cla_episodes + ssd.ssd_cla_placement
-- comparator: cla-3-or-more-placements-pct
-- comparator-note: Builds up over the year: only the figure at 31 March compares.
-- people: children
-- part-of: children-looked-after
-- definition: Of the children looked after at the end of the last day, those with three or more placements open at
--   any time since 1 April. The one they were in at the beginning and the one they are in at the end count; those of
--   less than 24 hours, temporary ones (T0 to T4), a move to adoption by the same carer and short breaks (V3, V4) do
--   not.
-- source: SSDA903 episodes (DECOM, DEC, RNE, PLACE)
-- law: Care Planning, Placement and Case Review (England) Regulations 2010
-- note: The index of 2020 printed it so. At 31 March it equals cla-three-or-more-placements; before, it is lower.
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
placements as (
  select p.period_id, c.clap_person_id, count(*) as placements_counted
  from periods p
  join ssd_cla_placement c
    on c.clap_cla_placement_start_date <= p.period_end
    and (c.clap_cla_placement_end_date is null or c.clap_cla_placement_end_date > p.year_start)
  where c.gt_counted
    and not coalesce(c.gt_short_break, false)
  group by p.period_id, c.clap_person_id
)
select
  l.period_id,
  l.clae_person_id as subject,
  case when n.placements_counted >= 3 then 1 else 0 end as numerator,
  1 as denominator,
  l.gt_source,
  l.gt_line
from looked_after l
left join placements n on n.period_id = l.period_id and n.clap_person_id = l.clae_person_id
where l.place = 1
