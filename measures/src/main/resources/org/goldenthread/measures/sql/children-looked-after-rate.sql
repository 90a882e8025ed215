-- id: children-looked-after-rate
-- version: 1
-- name: Children looked after, for each 10,000 children
-- why: How common it is for a child here to be looked after, beside other areas and beside the rates of need and of
--   plans.
-- polarity: neutral
-- unit: rate-per-10000
-- aggregate: rate
-- month: at-end
-- year-to-date: latest
-- year: financial
-- frequency: quarterly
-- needs: ssda903.episodes | ssd.ssd_cla_episodes
-- population: 0-17
-- comparator: cla-rate-per-10000
-- people: children
-- definition: Children looked after at the end of the last day (see children-looked-after) for each 10,000 aged 0 to
--   17.
-- source: SSDA903 episodes; ONS mid-year estimate of population
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
)
select
  period_id,
  clae_person_id as subject,
  1 as numerator,
  cast(null as integer) as denominator,
  gt_source,
  gt_line
from looked_after
where place = 1
