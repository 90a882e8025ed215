-- id: placement-weeks-by-type-and-age
-- version: 1
-- name: Weeks of placement in the year, by type and age
-- why: How much of each kind of home the council provides or buys, which is what it costs by.
-- polarity: neutral
-- unit: weeks
-- decimals: 0
-- aggregate: weeks
-- month: year-to-date
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: ssda903.episodes + ssda903.header | ssd.ssd_cla_placement + ssd.ssd_person
-- people: children
-- definition: Nights that children spent in placements from 1 April to the last day, as weeks of seven. The day a
--   placement begins counts and the day it ends does not; one that goes on counts to the last day and with it. A
--   placement that began or went on since 1 April is in it, whatever changes of legal status there were meanwhile;
--   one that ended on 1 April is not. The age is that on the first such day since 1 April. Short breaks (V3, V4) are
--   not in it, and temporary placements (T0 to T4) stand by themselves. One taken up again after a temporary stay
--   elsewhere is a placement anew.
-- source: SSDA903 episodes (DECOM, DEC, PLACE, PLACE_PROVIDER) and header (DOB)
-- law: Children Act 1989, sections 22C and 22G (sufficiency of accommodation)
with placed as (
  select
    p.period_id,
    p.period_end,
    c.clap_cla_placement_id,
    c.clap_person_id,
    c.clap_cla_placement_type as type_code,
    coalesce(c.clap_cla_placement_provider, '') as provider,
    c.clap_cla_placement_end_date as end_date,
    greatest(c.clap_cla_placement_start_date, p.year_start) as first_day,
    c.gt_source,
    c.gt_line
  from periods p
  join ssd_cla_placement c
    on c.clap_cla_placement_start_date <= p.period_end
    and (
      c.clap_cla_placement_end_date is null
      or c.clap_cla_placement_end_date > p.year_start
      or c.clap_cla_placement_start_date >= p.year_start
    )
  where not coalesce(c.gt_short_break, false)
)
select
  d.period_id,
  d.clap_cla_placement_id as subject,
  d.clap_person_id as person_id,
  days_between(d.first_day, least(coalesce(d.end_date, d.period_end), d.period_end))
    + case when d.end_date is null or d.end_date > d.period_end then 1 else 0 end as numerator,
  cast(null as integer) as denominator,
  case
    when d.type_code in ('U1', 'U2', 'U3', 'U4', 'U5', 'U6') then 'Fostering'
    when d.type_code like 'T%' then 'Temporary'
    else 'Other'
  end as by_group,
  case
    when d.type_code = 'U1' then 'Connected person - long term'
    when d.type_code in ('U2', 'U3') then 'Connected person - not long term'
    when d.type_code = 'U4' and d.provider = 'PR1' then 'Foster - long term: in-house'
    when d.type_code = 'U4' and d.provider in ('PR4', 'PR5') then 'Foster - long term: private or voluntary'
    when d.type_code = 'U4' then 'Foster - long term: other provider'
    when d.type_code in ('U5', 'U6') and d.provider = 'PR1' then 'Foster - not long term: in-house'
    when d.type_code in ('U5', 'U6') and d.provider in ('PR4', 'PR5')
      then 'Foster - not long term: private or voluntary'
    when d.type_code in ('U5', 'U6') then 'Foster - not long term: other provider'
    when d.type_code in ('A3', 'A4', 'A5', 'A6') then 'Adoption'
    when d.type_code = 'K1' then 'Secure children’s home'
    when d.type_code = 'K2' then 'Children’s home'
    when d.type_code in ('H5', 'K3') then 'Semi-independent or supported accommodation'
    when d.type_code = 'P1' then 'With own parents'
    when d.type_code = 'P2' then 'Independent living'
    when d.type_code = 'R1' then 'Residential care home'
    when d.type_code = 'R2' then 'Medical care'
    when d.type_code = 'R3' then 'Family centre or mother and baby unit'
    when d.type_code = 'R5' then 'Young offender institution or prison'
    when d.type_code = 'S1' then 'Residential school'
    when d.type_code like 'T%' then 'Temporary'
    else 'Other'
  end as by_type,
  case
    when c.pers_dob is null then 'Not known'
    when age_years(c.pers_dob, d.first_day) <= 4 then '0-4'
    when age_years(c.pers_dob, d.first_day) <= 9 then '5-9'
    when age_years(c.pers_dob, d.first_day) <= 12 then '10-12'
    when age_years(c.pers_dob, d.first_day) <= 15 then '13-15'
    else '16+'
  end as by_age,
  d.gt_source,
  d.gt_line
from placed d
left join ssd_person c on c.pers_person_id = d.clap_person_id
