-- id: cla-long-term-stability
-- version: 1
-- name: Children long in care who have been with the same carer for two years
-- why: Lasting relationships with carers, school and friends are what most improves a child's life in care.
-- polarity: high
-- unit: percent
-- aggregate: ratio
-- month: at-end
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: ssda903.episodes + ssda903.header | ssd.ssd_cla_episodes + ssd.ssd_cla_placement + ssd.ssd_person
-- lookback: 30 months
-- comparator: cla-long-term-placement-stability-pct
-- people: children
-- part-of: children-looked-after
-- definition: Of the children looked after at the end of the last day who are then under 16 and have been looked
--   after without a break for two and a half years or more, those who have been with the same carer for two years or
--   more; or who are placed for adoption (A3 to A6) and have been in that placement and the one before it together
--   for two years or more. A child who is away in a temporary placement (T0 to T4) counts by the one before it. A
--   child whose birthday is not known is left out. Needs about three years of returns.
-- source: SSDA903 episodes of three years, and header (DOB)
-- law: Care Planning, Placement and Case Review (England) Regulations 2010
with long_in_care as (
  select
    p.period_id, p.period_end, k.person_id, k.start_date, k.gt_source, k.gt_line,
    row_number() over (partition by p.period_id, k.person_id order by k.start_date desc, k.cla_id) as place
  from periods p
  join gt_cla_periods_of_care k
    on k.start_date <= p.period_end
    and (k.end_date is null or k.end_date > p.period_end)
  join ssd_person c on c.pers_person_id = k.person_id
  where not coalesce(k.short_break, false)
    and add_months(k.start_date, 30) <= p.period_end
    and age_years(c.pers_dob, p.period_end) < 16
),
placement_now as (
  select
    l.period_id, l.person_id, n.clap_cla_placement_type, n.gt_carer_start_date,
    row_number() over (
      partition by l.period_id, l.person_id
      order by n.clap_cla_placement_start_date desc, n.clap_cla_placement_id
    ) as place
  from long_in_care l
  join ssd_cla_placement n
    on n.clap_person_id = l.person_id
    and n.clap_cla_placement_start_date >= l.start_date
    and n.clap_cla_placement_start_date <= l.period_end
  where l.place = 1
    and not coalesce(n.gt_temporary, false)
    and not coalesce(n.gt_short_break, false)
),
placement_before as (
  select n.period_id, n.person_id, min(b.gt_carer_start_date) as carer_start_date
  from placement_now n
  join ssd_cla_placement b
    on b.clap_person_id = n.person_id
    and b.clap_cla_placement_end_date = n.gt_carer_start_date
    and b.gt_carer_start_date < n.gt_carer_start_date
  where n.place = 1
    and n.clap_cla_placement_type in ('A3', 'A4', 'A5', 'A6')
    and not coalesce(b.gt_temporary, false)
  group by n.period_id, n.person_id
)
select
  l.period_id,
  l.person_id as subject,
  case
    when add_months(n.gt_carer_start_date, 24) <= l.period_end then 1
    when add_months(b.carer_start_date, 24) <= l.period_end then 1
    else 0
  end as numerator,
  1 as denominator,
  l.gt_source,
  l.gt_line
from long_in_care l
left join placement_now n on n.period_id = l.period_id and n.person_id = l.person_id and n.place = 1
left join placement_before b on b.period_id = l.period_id and b.person_id = l.person_id
where l.place = 1
