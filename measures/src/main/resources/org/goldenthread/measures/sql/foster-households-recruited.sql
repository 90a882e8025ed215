-- id: foster-households-recruited
-- version: 1
-- name: Foster households recruited by the council this year
-- why: The council's own carers live nearer, are supported by it and cost less than agencies'; a recruitment takes
--   five to seven months.
-- polarity: high
-- unit: count
-- aggregate: sum
-- month: year-to-date
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: local.foster-households-recruited
-- people: families
-- definition: Households approved since 1 April to foster for the council. The council gives each month's own number;
--   each figure is the sum from 1 April to the last day, and provisional where any of its months is not settled.
-- source: Local count, given each month by the fostering service
-- law: Fostering Services (England) Regulations 2011, regulation 27
-- local: foster-households-recruited
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
where c.local_measure = 'foster-households-recruited'
