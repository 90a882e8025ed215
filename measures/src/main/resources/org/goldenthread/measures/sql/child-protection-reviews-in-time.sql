-- id: child-protection-reviews-in-time
-- version: 1
-- name: Children on a plan for three months or more, all reviews held in time
-- why: Reviews in time keep a plan from drifting; they show oversight of the hardest cases.
-- polarity: high
-- unit: percent
-- aggregate: ratio
-- month: at-end
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_cp_plans + ssd.ssd_cp_reviews
-- comparator: cp-reviews-in-time-pct
-- people: children
-- part-of: child-protection-plans
-- definition: Of the plans open at the end of the last day that had been open for three months or more, those of
--   which every review due on or before it was held in time: the first within three months of the conference, each
--   later one within six months of the one before. A review that is due by the day and not held counts as late; one
--   held late is late for as long as the plan is open.
-- source: Children in need census, ChildProtectionPlans and Reviews (CPPreviewDate)
-- law: Working Together to Safeguard Children (reviews within three months, then six)
with plans as (
  select
    p.period_id, p.period_end, c.cppl_cp_plan_id, c.cppl_person_id, c.gt_source, c.gt_line,
    row_number() over (
      partition by p.period_id, c.cppl_person_id order by c.cppl_cp_plan_start_date desc, c.cppl_cp_plan_id
    ) as place
  from periods p
  join ssd_cp_plans c
    on c.cppl_cp_plan_start_date <= p.period_end
    and (c.cppl_cp_plan_end_date is null or c.cppl_cp_plan_end_date > p.period_end)
  where coalesce(c.cppl_cp_plan_ola, 'N') <> 'Y'
    and add_months(c.cppl_cp_plan_start_date, 3) <= p.period_end
),
late as (
  select n.period_id, n.cppl_cp_plan_id, count(*) as reviews
  from plans n
  join gt_obligations o on o.subject_id = n.cppl_cp_plan_id and o.due_date <= n.period_end
  where o.kind = 'cp-review'
    and (o.void_date is null or o.void_date > o.due_date)
    and (o.met_date is null or o.met_date > o.due_date)
  group by n.period_id, n.cppl_cp_plan_id
)
select
  n.period_id,
  n.cppl_person_id as subject,
  case when l.reviews is null then 1 else 0 end as numerator,
  1 as denominator,
  n.gt_source,
  n.gt_line
from plans n
left join late l on l.period_id = n.period_id and l.cppl_cp_plan_id = n.cppl_cp_plan_id
where n.place = 1
