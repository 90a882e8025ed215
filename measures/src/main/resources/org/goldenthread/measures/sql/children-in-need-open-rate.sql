-- id: children-in-need-open-rate
-- version: 1
-- name: Children in need as the DfE counts them, for each 10,000 children
-- why: How much need there is, held against other areas.
-- polarity: neutral
-- unit: rate-per-10000
-- aggregate: rate
-- month: at-end
-- year-to-date: latest
-- year: financial
-- frequency: quarterly
-- needs: cin | ssd.ssd_cin_episodes
-- population: 0-17
-- comparator: cin-rate-per-10000
-- people: children
-- definition: Children with a case open at the end of the last day (see children-in-need-open) for each 10,000 aged 0
--   to 17.
-- source: Children in need census; ONS mid-year estimate of population
-- law: Children Act 1989, section 17
with open_cases as (
  select
    p.period_id, r.cine_person_id, r.gt_source, r.gt_line,
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
  gt_source,
  gt_line
from open_cases
where place = 1
