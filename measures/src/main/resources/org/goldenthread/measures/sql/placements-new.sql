-- id: placements-new
-- version: 1
-- name: New placements
-- why: What had to be found in the period, and from whom.
-- polarity: neutral
-- unit: count
-- aggregate: count
-- month: in-month
-- year-to-date: sum
-- year: financial
-- frequency: monthly
-- needs: ssda903.episodes + ssda903.header | ssd.ssd_cla_placement + ssd.ssd_person
-- people: children
-- definition: Placements that began in the period, those of less than a day included. Temporary placements (T0 to T4)
--   and short breaks (V3, V4) do not count. Agency fostering is with foster carers who are no relatives or friends
--   and whose provider is private or voluntary; residential is children's homes, schools, care homes, family centres
--   and medical care; 16 and over is supported, semi-independent and independent living. By which framework or
--   alliance a placement was bought no return holds: see placements-new-through-alliance.
-- source: SSDA903 episodes (DECOM, PLACE, PLACE_PROVIDER)
-- law: Children Act 1989, sections 22C and 22G
select
  p.period_id,
  n.clap_cla_placement_id as subject,
  n.clap_person_id as person_id,
  1 as numerator,
  cast(null as integer) as denominator,
  case
    when n.clap_cla_placement_type in ('U1', 'U2', 'U3') then 'Connected person'
    when n.clap_cla_placement_type in ('U4', 'U5', 'U6') and n.clap_cla_placement_provider in ('PR4', 'PR5')
      then 'Agency fostering'
    when n.clap_cla_placement_type in ('U4', 'U5', 'U6') and n.clap_cla_placement_provider = 'PR1'
      then 'In-house fostering'
    when n.clap_cla_placement_type in ('U4', 'U5', 'U6') then 'Fostering by another provider'
    when n.clap_cla_placement_type in ('K1', 'K2', 'R1', 'R2', 'R3', 'S1') then 'Residential'
    when n.clap_cla_placement_type in ('H5', 'K3', 'P2') then '16 and over'
    when n.clap_cla_placement_type in ('A3', 'A4', 'A5', 'A6') then 'Adoption'
    when n.clap_cla_placement_type = 'P1' then 'With own parents'
    else 'Other'
  end as by_kind,
  n.gt_source,
  n.gt_line
from periods p
join ssd_cla_placement n on n.clap_cla_placement_start_date between p.period_start and p.period_end
where coalesce(n.clap_cla_placement_type, '') not like 'T%'
  and not coalesce(n.gt_short_break, false)
