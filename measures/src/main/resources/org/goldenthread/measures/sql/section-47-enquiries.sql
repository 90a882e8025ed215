-- id: section-47-enquiries
-- version: 1
-- name: Section 47 enquiries begun
-- why: How often there is cause to suspect that a child suffers, or is likely to suffer, significant harm.
-- polarity: neutral
-- unit: count
-- aggregate: count
-- month: in-month
-- year-to-date: sum
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_s47_enquiry
-- comparator: section-47-number
-- people: children
-- definition: Enquiries whose strategy discussion was held in the period, one for each child.
-- source: Children in need census, Section47 (S47ActualStartDate)
-- law: Children Act 1989, section 47
select
  p.period_id,
  s.s47e_s47_enquiry_id as subject,
  s.s47e_person_id as person_id,
  1 as numerator,
  cast(null as integer) as denominator,
  s.gt_source,
  s.gt_line
from periods p
join ssd_s47_enquiry s on s.s47e_s47_start_date between p.period_start and p.period_end
