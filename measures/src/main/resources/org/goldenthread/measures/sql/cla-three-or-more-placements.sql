-- id: cla-three-or-more-placements
-- version: 1
-- name: Children looked after with three or more placements in twelve months
-- why: A child who is moved again and again loses carers, school and friends.
-- polarity: low
-- unit: percent
-- aggregate: ratio
-- month: rolling-year
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: ssda903.episodes | ssd.ssd_cla_episodes + ssd.ssd_cla_placement
-- comparator: cla-3-or-more-placements-pct
-- people: children
-- part-of: children-looked-after
-- definition: Of the children looked after at the end of the last day, those with three or more placements open at
--   any time in the twelve months that end with that day. The one they were in at the beginning and the one they are
--   in at the end count; those of less than 24 hours, temporary ones (T0 to T4), a move to adoption by the same carer
--   and short breaks (V3, V4) do not.
-- source: SSDA903 episodes (DECOM, DEC, RNE, PLACE)
-- law: Care Planning, Placement and Case Review (England) Regulations 2010
-- note: At 31 March it is the DfE's own measure.
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
    and (c.clap_cla_placement_end_date is null or c.clap_cla_placement_end_date > p.rolling_year_start)
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
