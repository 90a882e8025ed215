-- id: referrals-repeat-12-months
-- version: 1
-- name: Referrals within 12 months of an earlier one
-- why: A child who soon comes back may not have been helped enough the first time.
-- polarity: low
-- unit: percent
-- aggregate: ratio
-- month: in-month
-- year-to-date: pooled
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_cin_episodes
-- lookback: 12 months
-- comparator: rereferrals-within-12-months-pct
-- people: children
-- part-of: referrals
-- definition: Of the referrals received in the period, those of a child who had been referred to this council less
--   than twelve months before. An earlier referral exactly twelve months before is too old; one of the same day that
--   came first counts.
-- source: Children in need census, CINdetails (CINreferralDate) of this and the year before
-- law: Children Act 1989, section 17
select
  p.period_id,
  r.cine_referral_id as subject,
  r.cine_person_id as person_id,
  case when r.gt_previous_referral_date > add_months(r.cine_referral_date, -12) then 1 else 0 end as numerator,
  1 as denominator,
  r.gt_source,
  r.gt_line
from periods p
join ssd_cin_episodes r on r.cine_referral_date between p.period_start and p.period_end
