-- id: child-protection-plans-started
-- version: 1
-- name: Child protection plans begun
-- why: The flow of children newly judged to be at risk, and what the share of repeat plans is a share of.
-- polarity: neutral
-- unit: count
-- aggregate: count
-- month: in-month
-- year-to-date: sum
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_cp_plans
-- comparator: cp-plans-started-number
-- people: children
-- definition: Plans begun in the period, unborn children's included. Plans of another council for a child who lives
--   here for a time do not count.
-- source: Children in need census, ChildProtectionPlans (CPPstartDate)
-- law: Children Act 1989, section 47
select
  p.period_id,
  c.cppl_cp_plan_id as subject,
  c.cppl_person_id as person_id,
  1 as numerator,
  cast(null as integer) as denominator,
  c.cppl_cp_plan_initial_category as by_category,
  c.gt_source,
  c.gt_line
from periods p
join ssd_cp_plans c on c.cppl_cp_plan_start_date between p.period_start and p.period_end
where coalesce(c.cppl_cp_plan_ola, 'N') <> 'Y'
