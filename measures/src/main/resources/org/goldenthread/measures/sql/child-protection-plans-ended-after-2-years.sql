-- id: child-protection-plans-ended-after-2-years
-- version: 1
-- name: Plans ended that had lasted two years or more
-- why: Long plans may mean that risk was managed and not lessened.
-- polarity: low
-- unit: percent
-- aggregate: ratio
-- month: in-month
-- year-to-date: pooled
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_cp_plans
-- comparator: cp-plans-ended-after-2-years-or-more-pct
-- people: children
-- definition: Of the plans ended in the period, those that had been open for more than 729 days, the first and the
--   last counted.
-- source: Children in need census, ChildProtectionPlans (CPPstartDate, CPPendDate)
-- law: Children Act 1989, section 47
select
  p.period_id,
  c.cppl_cp_plan_id as subject,
  c.cppl_person_id as person_id,
  case
    when days_between(c.cppl_cp_plan_start_date, c.cppl_cp_plan_end_date) + 1 > 729 then 1 else 0
  end as numerator,
  1 as denominator,
  c.gt_source,
  c.gt_line
from periods p
join ssd_cp_plans c on c.cppl_cp_plan_end_date between p.period_start and p.period_end
where coalesce(c.cppl_cp_plan_ola, 'N') <> 'Y'
