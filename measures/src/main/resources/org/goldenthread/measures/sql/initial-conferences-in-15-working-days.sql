-- id: initial-conferences-in-15-working-days
-- version: 1
-- name: Initial conferences held within 15 working days of the strategy discussion
-- why: A child at risk should not wait for a plan.
-- polarity: high
-- unit: percent
-- aggregate: ratio
-- month: in-month
-- year-to-date: pooled
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_initial_cp_conference + ssd.ssd_s47_enquiry
-- comparator: icpc-within-15-days-pct
-- people: children
-- part-of: initial-conferences
-- definition: Of the initial conferences held in the period, those held on or before the 15th working day after the
--   strategy discussion that began the section 47 enquiry. A conference for a child who came with a plan from another
--   council had no strategy discussion here, and is left out of both, as is one whose enquiry is not held.
-- source: Children in need census, Section47 (S47ActualStartDate, DateOfInitialCPC)
-- law: Working Together to Safeguard Children (within 15 working days of the strategy discussion)
select
  p.period_id,
  c.icpc_icpc_id as subject,
  c.icpc_person_id as person_id,
  case when c.gt_in_time then 1 else 0 end as numerator,
  1 as denominator,
  c.gt_source,
  c.gt_line
from periods p
join ssd_initial_cp_conference c on c.icpc_icpc_date between p.period_start and p.period_end
where c.gt_in_time is not null
  and coalesce(lower(c.icpc_icpc_transfer_in), 'n') not in ('y', 'yes', '1', 'true')
