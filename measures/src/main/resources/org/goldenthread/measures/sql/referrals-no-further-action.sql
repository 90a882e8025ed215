-- id: referrals-no-further-action
-- version: 1
-- name: Referrals that led to no further action
-- why: Many may mean that thresholds are not understood, or that children are turned away.
-- polarity: neutral
-- unit: percent
-- aggregate: ratio
-- month: in-month
-- year-to-date: pooled
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_cin_episodes
-- comparator: referrals-no-further-action-pct
-- people: children
-- part-of: referrals
-- definition: Of the referrals received in the period, those closed with no further action. One whose outcome is not
--   recorded is in the denominator only.
-- source: Children in need census, CINdetails (ReferralNFA)
-- law: Children Act 1989, section 17
select
  p.period_id,
  r.cine_referral_id as subject,
  r.cine_person_id as person_id,
  case when lower(r.cine_referral_nfa) in ('1', 'y', 'yes', 'true') then 1 else 0 end as numerator,
  1 as denominator,
  r.gt_source,
  r.gt_line
from periods p
join ssd_cin_episodes r on r.cine_referral_date between p.period_start and p.period_end
