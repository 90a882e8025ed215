-- id: child-protection-plans
-- version: 1
-- name: Children with a child protection plan
-- why: How many children are judged to be at continuing risk of significant harm, and the casework that follows.
-- polarity: neutral
-- unit: count
-- aggregate: count
-- month: at-end
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_cp_plans
-- comparator: cp-plans-number
-- people: children
-- definition: Children with a plan open at the end of the last day: begun on or before it and not ended on or before
--   it. Unborn children count. Plans of another council for a child who lives here for a time do not.
-- source: Children in need census, ChildProtectionPlans (CPPstartDate, CPPendDate)
-- law: Children Act 1989, section 47; Working Together to Safeguard Children
with plans as (
  select
    p.period_id, c.cppl_person_id, c.cppl_cp_plan_latest_category, c.gt_source, c.gt_line,
    row_number() over (
      partition by p.period_id, c.cppl_person_id order by c.cppl_cp_plan_start_date desc, c.cppl_cp_plan_id
    ) as place
  from periods p
  join ssd_cp_plans c
    on c.cppl_cp_plan_start_date <= p.period_end
    and (c.cppl_cp_plan_end_date is null or c.cppl_cp_plan_end_date > p.period_end)
  where coalesce(c.cppl_cp_plan_ola, 'N') <> 'Y'
)
select
  period_id,
  cppl_person_id as subject,
  1 as numerator,
  cast(null as integer) as denominator,
  cppl_cp_plan_latest_category as by_category,
  gt_source,
  gt_line
from plans
where place = 1
