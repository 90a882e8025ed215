-- id: placements-fostering-in-house-share
-- version: 1
-- name: Share of fostering that the council's own carers provide
-- why: The council's own carers live nearer, are supported by it and cost less than those of agencies.
-- polarity: high
-- unit: percent
-- aggregate: ratio
-- month: year-to-date
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: ssda903.episodes + ssda903.header | ssd.ssd_cla_placement + ssd.ssd_person
-- people: children
-- part-of: placements-by-type-and-age
-- definition: Of the placements from 1 April to the last day with foster carers who are not relatives or friends (U4
--   to U6), those with the council's own (provider PR1). See placements-by-type-and-age for which placements count.
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
  case when d.provider = 'PR1' then 1 else 0 end as numerator,
  1 as denominator,
  case
    when c.pers_dob is null then 'Not known'
    when age_years(c.pers_dob, d.first_day) <= 4 then '0-4'
    when age_years(c.pers_dob, d.first_day) <= 9 then '5-9'
    when age_years(c.pers_dob, d.first_day) <= 12 then '10-12'
    when age_years(c.pers_dob, d.first_day) <= 15 then '13-15'
    else '16+'
  end as by_age,
  case when d.type_code = 'U4' then 'Long term' else 'Not long term' end as by_term,
  d.gt_source,
  d.gt_line
from placed d
left join ssd_person c on c.pers_person_id = d.clap_person_id
where d.type_code in ('U4', 'U5', 'U6')
