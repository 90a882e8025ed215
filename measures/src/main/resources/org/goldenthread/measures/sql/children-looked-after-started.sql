-- id: children-looked-after-started
-- version: 1
-- name: Children who started to be looked after
-- why: The flow into care, which tells what is coming sooner than the number in care does.
-- polarity: neutral
-- unit: count
-- aggregate: count
-- month: in-month
-- year-to-date: sum
-- year: financial
-- frequency: monthly
-- needs: ssda903.episodes | ssd.ssd_cla_episodes
-- comparator: cla-started-number
-- people: children
-- definition: Children whose period of care began in the period, each counted once a year, at the first start since 1
--   April. Care wholly of short breaks (V3, V4) does not count. A period of care whose beginning is only inferred,
--   because the return that holds it is not loaded, does not count as a start.
-- source: SSDA903 episodes (RNE S)
-- law: Children Act 1989, sections 20 and 31
with started as (
  select
    p.period_id, p.period_start, k.person_id, k.start_date, k.gt_source, k.gt_line,
    row_number() over (partition by p.period_id, k.person_id order by k.start_date, k.cla_id) as place
  from periods p
  join gt_cla_periods_of_care k on k.start_date between p.year_start and p.period_end
  where not coalesce(k.short_break, false)
    and coalesce(k.began_in_return, true)
)
select
  period_id,
  person_id as subject,
  1 as numerator,
  cast(null as integer) as denominator,
  gt_source,
  gt_line
from started
where place = 1
  and start_date >= period_start
