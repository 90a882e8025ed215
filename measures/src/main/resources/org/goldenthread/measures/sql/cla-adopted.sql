-- id: cla-adopted
-- version: 1
-- name: Children looked after who were adopted
-- why: Children who cannot go home need a family for good; few of either order may mean that plans drift.
-- polarity: high
-- unit: count
-- aggregate: count
-- month: in-month
-- year-to-date: sum
-- year: financial
-- frequency: monthly
-- needs: ssda903.episodes | ssd.ssd_cla_episodes
-- comparator: cla-adopted-number
-- people: children
-- part-of: cla-adopted-or-special-guardianship
-- definition: Periods of care that ended in the period because the child was adopted (E11, E12). An adoption counts
--   on the day on which the order was made and care ended, not on that of the placement.
-- source: SSDA903 episodes (DEC, REC)
-- law: Adoption and Children Act 2002, section 46; Children Act 1989, section 14A
select
  p.period_id,
  k.person_id as subject,
  1 as numerator,
  cast(null as integer) as denominator,
  case when k.end_reason in ('E11', 'E12') then 'Adoption' else 'Special guardianship' end as by_order,
  k.gt_source,
  k.gt_line
from periods p
join gt_cla_periods_of_care k on k.end_date between p.period_start and p.period_end
where k.end_reason in ('E11', 'E12')
  and not coalesce(k.short_break, false)
