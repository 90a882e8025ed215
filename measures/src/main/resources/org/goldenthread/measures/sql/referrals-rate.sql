-- id: referrals-rate
-- version: 1
-- name: Referrals for each 10,000 children
-- why: Demand that can be held against other areas, whatever their size.
-- polarity: neutral
-- unit: rate-per-10000
-- aggregate: rate
-- month: rolling-year
-- year-to-date: latest
-- year: financial
-- frequency: quarterly
-- needs: cin | ssd.ssd_cin_episodes
-- population: 0-17
-- comparator: referrals-rate-per-10000
-- comparator-note: The DfE counts the year to 31 March.
-- people: children
-- definition: Referrals received in the twelve months that end with the period, for each 10,000 children aged 0 to
--   17.
-- source: Children in need census, CINdetails (CINreferralDate); ONS mid-year estimate of population
-- law: Children Act 1989, section 17
select
  p.period_id,
  r.cine_referral_id as subject,
  r.cine_person_id as person_id,
  1 as numerator,
  cast(null as integer) as denominator,
  r.gt_source,
  r.gt_line
from periods p
join ssd_cin_episodes r on r.cine_referral_date between p.rolling_year_start and p.period_end
