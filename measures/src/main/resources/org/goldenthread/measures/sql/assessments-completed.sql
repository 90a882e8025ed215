-- id: assessments-completed
-- version: 1
-- name: Assessments completed
-- why: The work that referrals make, and what the share in time is a share of.
-- polarity: neutral
-- unit: count
-- aggregate: count
-- month: in-month
-- year-to-date: sum
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_cin_assessments
-- comparator: assessments-completed-number
-- people: children
-- definition: Child and family assessments authorised in the period.
-- source: Children in need census, Assessments (AssessmentAuthorisationDate)
-- law: Children Act 1989, section 17; Working Together to Safeguard Children
select
  p.period_id,
  a.cina_assessment_id as subject,
  a.cina_person_id as person_id,
  1 as numerator,
  cast(null as integer) as denominator,
  a.gt_source,
  a.gt_line
from periods p
join ssd_cin_assessments a on a.cina_assessment_auth_date between p.period_start and p.period_end
