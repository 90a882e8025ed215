-- id: children-looked-after-during-year
-- version: 1
-- name: Children looked after at any time in the year
-- why: All the children whom the council was parent to; many more than are looked after on any one day.
-- polarity: neutral
-- unit: count
-- aggregate: count
-- month: year-to-date
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: ssda903.episodes | ssd.ssd_cla_episodes
-- people: children
-- definition: Children with a period of care open on any day from 1 April to the last day, each once. It equals those
--   looked after at the end of the 31 March before and those who started since. Care wholly of short breaks (V3, V4)
--   does not count.
-- source: SSDA903 episodes
-- law: Children Act 1989, sections 20, 22 and 31
-- note: Not to be read for those looked after at a date (children-looked-after) or those starting
--   (children-looked-after-started).
with in_care as (
  select
    p.period_id, k.person_id, k.gt_source, k.gt_line,
    row_number() over (partition by p.period_id, k.person_id order by k.start_date desc, k.cla_id) as place
  from periods p
  join gt_cla_periods_of_care k
    on k.start_date <= p.period_end
    and (k.end_date is null or k.end_date >= p.year_start)
  where not coalesce(k.short_break, false)
)
select
  period_id,
  person_id as subject,
  1 as numerator,
  cast(null as integer) as denominator,
  gt_source,
  gt_line
from in_care
where place = 1
