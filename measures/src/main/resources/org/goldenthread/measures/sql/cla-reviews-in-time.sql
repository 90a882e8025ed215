-- id: cla-reviews-in-time
-- version: 1
-- name: Reviews of children looked after that were held in time
-- why: Reviews in time keep a child's care plan from drifting; they show the independent reviewing officers'
--   oversight.
-- polarity: high
-- unit: percent
-- aggregate: ratio
-- month: in-month
-- year-to-date: pooled
-- year: financial
-- frequency: monthly
-- needs: ssda903.episodes + ssda903.reviews | ssd.ssd_cla_episodes + ssd.ssd_cla_reviews
-- lookback: 6 months
-- people: children
-- definition: Of the reviews that fell due in the period, those held on or before the day they were due: the first
--   within 20 working days of coming into care, the second within three months of the first, later ones within six
--   months of the one before. A review not held counts as late. One that fell away, because care ended on or before
--   its due day, and those of series of short breaks (V3, V4), do not count.
-- source: SSDA903 episodes and reviews (REVIEW)
-- law: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33
select
  p.period_id,
  o.obligation_id as subject,
  o.person_id,
  case when o.met_date <= o.due_date then 1 else 0 end as numerator,
  1 as denominator,
  o.gt_source,
  o.gt_line
from periods p
join gt_obligations o on o.due_date between p.period_start and p.period_end
left join gt_cla_periods_of_care k on k.cla_id = o.subject_id
where o.kind = 'cla-review'
  and o.in_time is not null
  and (o.void_date is null or o.void_date > o.due_date)
  and not coalesce(k.short_break, false)
