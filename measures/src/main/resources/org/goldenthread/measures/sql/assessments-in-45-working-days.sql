-- id: assessments-in-45-working-days
-- version: 1
-- name: Assessments authorised within 45 working days of the referral
-- why: Whether it is found out in time what a child needs; it also shows management oversight and manageable
--   caseloads.
-- polarity: high
-- unit: percent
-- aggregate: ratio
-- month: in-month
-- year-to-date: pooled
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_cin_assessments + ssd.ssd_cin_episodes
-- comparator: assessments-within-45-days-pct
-- people: children
-- part-of: assessments-completed
-- definition: Of the assessments authorised in the period, those authorised on or before the 45th working day after
--   the day of the referral, in the calendar of England and Wales; a further assessment in the same case answers no
--   referral, so its 45 days run from its own start. One for which no clock can be started, because the date is not
--   held, is left out of both.
-- source: Children in need census, Assessments (AssessmentAuthorisationDate) and CINdetails (CINreferralDate)
-- law: Working Together to Safeguard Children (no longer than 45 working days from the point of referral)
select
  p.period_id,
  a.cina_assessment_id as subject,
  a.cina_person_id as person_id,
  case when a.cina_assessment_auth_date <= a.gt_due_date then 1 else 0 end as numerator,
  1 as denominator,
  a.gt_source,
  a.gt_line
from periods p
join ssd_cin_assessments a on a.cina_assessment_auth_date between p.period_start and p.period_end
where a.gt_due_date is not null
