-- id: children-looked-after-ceased
-- version: 1
-- name: Children who ceased to be looked after
-- why: The flow out of care, and where it leads.
-- polarity: neutral
-- unit: count
-- aggregate: count
-- month: year-to-date
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: ssda903.episodes | ssd.ssd_cla_episodes
-- comparator: cla-ceased-number
-- people: children
-- definition: Children whose period of care ended from 1 April to the last day, each counted once, by the latest
--   ending. Care wholly of short breaks (V3, V4) does not count.
-- source: SSDA903 episodes (REC other than X1)
-- law: Children Act 1989, sections 20 and 31
with ceased as (
  select
    p.period_id, k.person_id, k.end_reason, k.gt_source, k.gt_line,
    row_number() over (partition by p.period_id, k.person_id order by k.end_date desc, k.cla_id) as place
  from periods p
  join gt_cla_periods_of_care k on k.end_date between p.year_start and p.period_end
  where not coalesce(k.short_break, false)
)
select
  period_id,
  person_id as subject,
  1 as numerator,
  cast(null as integer) as denominator,
  end_reason as by_reason,
  gt_source,
  gt_line
from ceased
where place = 1
