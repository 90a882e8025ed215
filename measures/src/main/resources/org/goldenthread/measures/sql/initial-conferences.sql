-- id: initial-conferences
-- version: 1
-- name: Initial child protection conferences held
-- why: How often an enquiry finds cause to bring family and agencies together.
-- polarity: neutral
-- unit: count
-- aggregate: count
-- month: in-month
-- year-to-date: sum
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_initial_cp_conference
-- comparator: icpc-number
-- people: children
-- definition: Initial conferences held in the period, one for each child, those for children who came with a plan
--   from another council included.
-- source: Children in need census, Section47 and CINdetails (DateOfInitialCPC)
-- law: Children Act 1989, section 47; Working Together to Safeguard Children
select
  p.period_id,
  c.icpc_icpc_id as subject,
  c.icpc_person_id as person_id,
  1 as numerator,
  cast(null as integer) as denominator,
  c.gt_source,
  c.gt_line
from periods p
join ssd_initial_cp_conference c on c.icpc_icpc_date between p.period_start and p.period_end
