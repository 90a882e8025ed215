-- id: referrals
-- version: 1
-- name: Referrals to children's social care
-- why: Shows demand for social care, how well early help works, and whether partners understand the thresholds.
-- polarity: neutral
-- unit: count
-- aggregate: count
-- month: in-month
-- year-to-date: sum
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_cin_episodes
-- comparator: referrals-number
-- people: children
-- definition: Every referral received in the period, with or without further action. A child referred twice counts
--   twice; a contact, or new information on an open case, is no referral.
-- source: Children in need census, CINdetails (CINreferralDate)
-- law: Children Act 1989, section 17; Working Together to Safeguard Children
select
  p.period_id,
  r.cine_referral_id as subject,
  r.cine_person_id as person_id,
  1 as numerator,
  cast(null as integer) as denominator,
  r.cine_referral_source_code as by_source,
  r.gt_source,
  r.gt_line
from periods p
join ssd_cin_episodes r on r.cine_referral_date between p.period_start and p.period_end
