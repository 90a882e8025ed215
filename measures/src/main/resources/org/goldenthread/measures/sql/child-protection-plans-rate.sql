-- id: child-protection-plans-rate
-- version: 1
-- name: Children with a child protection plan, for each 10,000 children
-- why: How much risk is being managed, held against other areas.
-- polarity: neutral
-- unit: rate-per-10000
-- aggregate: rate
-- month: at-end
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_cp_plans
-- population: 0-17
-- comparator: cp-plans-rate-per-10000
-- people: children
-- definition: Children with a plan open at the end of the last day (see child-protection-plans) for each 10,000 aged
--   0 to 17.
-- source: Children in need census, ChildProtectionPlans; ONS mid-year estimate of population
-- law: Children Act 1989, section 47
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
  gt_source,
  gt_line
from plans
where place = 1
