-- id: child-protection-plans-open-2-years
-- version: 1
-- name: Plans that have been open for two years or more
-- why: After two years on a plan other steps should have been weighed.
-- polarity: low
-- unit: percent
-- aggregate: ratio
-- month: at-end
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_cp_plans
-- comparator: cp-plans-open-2-years-or-more-pct
-- people: children
-- part-of: child-protection-plans
-- definition: Of the plans open at the end of the last day, those open for more than 729 days, the first and the last
--   counted.
-- source: Children in need census, ChildProtectionPlans (CPPstartDate)
-- law: Children Act 1989, section 47
with plans as (
  select
    p.period_id, p.period_end, c.cppl_person_id, c.cppl_cp_plan_start_date, c.gt_source, c.gt_line,
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
  case when days_between(cppl_cp_plan_start_date, period_end) + 1 > 729 then 1 else 0 end as numerator,
  1 as denominator,
  gt_source,
  gt_line
from plans
where place = 1
