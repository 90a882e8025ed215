-- id: children-in-need-open
-- version: 1
-- name: Children in need, as the DfE counts them
-- why: Everyone for whom social care has a case open: the whole of what the service carries.
-- polarity: neutral
-- unit: count
-- aggregate: count
-- month: at-end
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: cin | ssd.ssd_cin_episodes
-- comparator: cin-number
-- people: children
-- definition: Children with a case open at the end of the last day: referred on or before it, not closed on or before
--   it, and the referral not one of no further action. Children looked after, on child protection plans, unborn, and
--   young people still supported are all in it. A child with two cases open by mistake counts once.
-- source: Children in need census, CINdetails (CINreferralDate, CINclosureDate, ReferralNFA)
-- law: Children Act 1989, section 17
-- note: Not the index's own count of children in need, which is children-in-need-assessed-local.
with open_cases as (
  select
    p.period_id, r.cine_person_id, r.cine_cin_primary_need_code, r.gt_source, r.gt_line,
    row_number() over (
      partition by p.period_id, r.cine_person_id order by r.cine_referral_date desc, r.cine_referral_id
    ) as place
  from periods p
  join ssd_cin_episodes r
    on r.cine_referral_date <= p.period_end
    and (r.cine_close_date is null or r.cine_close_date > p.period_end)
  where coalesce(lower(r.cine_referral_nfa), '0') not in ('1', 'y', 'yes', 'true')
)
select
  period_id,
  cine_person_id as subject,
  1 as numerator,
  cast(null as integer) as denominator,
  cine_cin_primary_need_code as by_primary_need,
  gt_source,
  gt_line
from open_cases
where place = 1
