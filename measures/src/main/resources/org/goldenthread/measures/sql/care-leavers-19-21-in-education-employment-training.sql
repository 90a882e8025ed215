-- id: care-leavers-19-21-in-education-employment-training
-- version: 1
-- name: Care leavers aged 19 to 21 in education, employment or training
-- why: Shows how well the council, as parent, sets its young people up for life.
-- polarity: high
-- unit: percent
-- aggregate: ratio
-- month: year-to-date
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: ssda903.oc3 | ssd.gt_care_leaver_birthdays
-- comparator: care-leavers-19-21-eet-pct
-- people: children
-- definition: Of the care leavers who had a birthday from the 19th to the 21st since 1 April, those who then were in
--   education, employment or training (ACTIV F1, P1, F2, P2, F4, P4, F5, P5; F3 and P3 before 2021-22). Those not in
--   touch stay in the denominator. The state of affairs is that at the birthday. Those who died or returned home for
--   six months or more are not in the cohort.
-- source: SSDA903 OC3 (IN_TOUCH, ACTIV, ACCOM) at the birthday; the current status in Annex A is no substitute
-- law: Children Act 1989, sections 23A to 24D; Children (Leaving Care) Act 2000
select
  p.period_id,
  b.person_id as subject,
  case when b.in_education_employment_training then 1 else 0 end as numerator,
  1 as denominator,
  b.age as by_age,
  b.activity as by_activity,
  b.gt_source,
  b.gt_line
from periods p
join gt_care_leaver_birthdays b on b.birthday_date between p.year_start and p.period_end
where b.age between 19 and 21
  and b.in_cohort
