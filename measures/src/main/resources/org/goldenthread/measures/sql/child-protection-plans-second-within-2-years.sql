-- id: child-protection-plans-second-within-2-years
-- version: 1
-- name: Plans begun within two years of the child's earlier plan
-- why: A plan so soon after another asks whether the first ended too early.
-- polarity: low
-- unit: percent
-- aggregate: ratio
-- month: year-to-date
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_cp_plans
-- lookback: 2 years
-- people: children
-- part-of: child-protection-plans-second
-- definition: Of the plans begun since 1 April, those that began on or before the day two years after the child's
--   latest earlier plan with this council ended. Needs the ends of plans for two years before the year: three
--   censuses, or the SSD.
-- source: Children in need census of three years, ChildProtectionPlans (CPPstartDate, CPPendDate)
-- law: Children Act 1989, section 47
-- note: A local measure; the DfE publishes repeat plans whenever the earlier one was.
select
  p.period_id,
  c.cppl_cp_plan_id as subject,
  c.cppl_person_id as person_id,
  case when add_months(c.gt_previous_plan_end_date, 24) >= c.cppl_cp_plan_start_date then 1 else 0 end as numerator,
  1 as denominator,
  c.gt_source,
  c.gt_line
from periods p
join ssd_cp_plans c on c.cppl_cp_plan_start_date between p.year_start and p.period_end
where coalesce(c.cppl_cp_plan_ola, 'N') <> 'Y'
