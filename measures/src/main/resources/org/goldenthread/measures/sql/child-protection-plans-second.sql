-- id: child-protection-plans-second
-- version: 1
-- name: Plans begun that are a child's second or a later one
-- why: A further plan may mean that the earlier help did not last, or that the child came off the plan too soon.
-- polarity: low
-- unit: percent
-- aggregate: ratio
-- month: year-to-date
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_cp_plans
-- comparator: cp-second-or-subsequent-plan-pct
-- people: children
-- part-of: child-protection-plans-started
-- definition: Of the plans begun since 1 April, those of a child who had a plan of this council before, however long
--   ago, by the number of earlier plans that the council returns; where it returns none, by whether the loaded data
--   hold an earlier plan.
-- source: Children in need census, ChildProtectionPlans (NumberOfPreviousCPP)
-- law: Children Act 1989, section 47
select
  p.period_id,
  c.cppl_cp_plan_id as subject,
  c.cppl_person_id as person_id,
  case
    when c.gt_previous_plans > 0 then 1
    when c.gt_previous_plans is null and c.gt_previous_plan_end_date is not null then 1
    else 0
  end as numerator,
  1 as denominator,
  c.gt_source,
  c.gt_line
from periods p
join ssd_cp_plans c on c.cppl_cp_plan_start_date between p.year_start and p.period_end
where coalesce(c.cppl_cp_plan_ola, 'N') <> 'Y'
