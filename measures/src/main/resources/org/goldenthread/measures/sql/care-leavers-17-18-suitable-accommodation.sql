-- id: care-leavers-17-18-suitable-accommodation
-- version: 1
-- name: Care leavers aged 17 to 18 in suitable accommodation
-- why: A safe and fitting home is the least that a parent sees to.
-- polarity: neutral
-- unit: percent
-- aggregate: ratio
-- month: year-to-date
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: ssda903.oc3 | ssd.gt_care_leaver_birthdays
-- comparator: care-leavers-17-18-suitable-accommodation-pct
-- people: children
-- definition: Of the care leavers who had a birthday from the 17th to the 18th since 1 April, those whose
--   accommodation was then judged suitable (ACCOM ends in 1). Those who had gone abroad, been deported or whose
--   residence is not known (G, H, R) are left out of both; others not in touch stay in the denominator. The state of
--   affairs is that at the birthday. Those who died or returned home for six months or more are not in the cohort.
-- source: SSDA903 OC3 (IN_TOUCH, ACTIV, ACCOM) at the birthday; the current status in Annex A is no substitute
-- law: Children Act 1989, sections 23A to 24D; Children (Leaving Care) Act 2000
select
  p.period_id,
  b.person_id as subject,
  case when b.suitable_accommodation then 1 else 0 end as numerator,
  1 as denominator,
  b.age as by_age,
  b.accommodation as by_accommodation,
  b.gt_source,
  b.gt_line
from periods p
join gt_care_leaver_birthdays b on b.birthday_date between p.year_start and p.period_end
where b.age between 17 and 18
  and b.in_cohort
  and coalesce(b.accommodation, '') not like 'G%'
  and coalesce(b.accommodation, '') not like 'H%'
  and coalesce(b.accommodation, '') not like 'R%'
