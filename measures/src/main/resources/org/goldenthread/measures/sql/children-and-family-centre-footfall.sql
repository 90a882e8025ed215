-- id: children-and-family-centre-footfall
-- version: 1
-- name: Visits to children and family centres
-- why: Shows how far early help reaches into families' lives.
-- polarity: neutral
-- unit: count
-- aggregate: sum
-- month: year-to-date
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: local.footfall
-- people: none
-- definition: Visits to the children and family centres since 1 April: one person who comes ten times makes ten. The
--   council gives each month's own number; each figure is the sum from 1 April to the last day, and provisional where
--   any of its months is not settled.
-- source: Local count, given each month by the centres
-- law: Childcare Act 2006, section 5A
-- local: footfall
select
  p.period_id,
  c.row_id as subject,
  coalesce(c.numerator, c.value) as numerator,
  cast(null as double) as denominator,
  case
    when c.state = 'value' and min(case when c.state = 'value' then 1 else 0 end) over (partition by p.period_id) = 0
      then 'provisional'
    else c.state
  end as state,
  c.note,
  c.gt_source,
  c.gt_line
from periods p
join gt_local_counts c
  on (
    p.grain <> 'YEAR'
    and c.period_start >= p.year_start
    and c.period_end <= p.period_end
    and c.period_start > add_months(c.period_end, -4)
  )
  or (c.period_start = p.period_start and c.period_end = p.period_end)
where c.local_measure = 'footfall'
