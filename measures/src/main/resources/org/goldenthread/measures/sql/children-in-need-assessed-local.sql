-- id: children-in-need-assessed-local
-- version: 2
-- name: Children in need, assessed and supported (local count)
-- why: How much intensive casework the teams carry for children in need who are neither on a plan nor in care.
-- polarity: neutral
-- unit: count
-- aggregate: count
-- month: at-end
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: cin + ssda903.episodes | ssd.ssd_cin_episodes + ssd.ssd_cin_assessments + ssd.ssd_cp_plans +
--   ssd.ssd_cla_episodes
-- people: children
-- part-of: children-in-need-open
-- definition: Children with a case open at the end of the last day who have been assessed (an assessment in that case
--   was authorised on or before it, or a child in need plan of that case had begun: a census holds the assessments of
--   its own year only, and a plan follows one), without those looked after, those on a child protection plan, care leavers (aged
--   18 or over; or aged 16 or 17, no longer looked after, and formerly looked after for 13 weeks or more since 14,
--   some of it since 16) and those whose assessment found private fostering. Children with short breaks and those of
--   the disabled children's team are in it. Care that ended before the loaded returns begin is not known.
-- source: Children in need census; SSDA903 episodes
-- law: Children Act 1989, sections 17, 20, 23A, 31, 47 and 66
-- note: Not the DfE's count of children in need, which is children-in-need-open; no published figure compares.
with open_cases as (
  select
    p.period_id, p.period_end, r.cine_referral_id, r.cine_person_id, r.cine_cin_primary_need_code,
    r.gt_source, r.gt_line,
    row_number() over (
      partition by p.period_id, r.cine_person_id order by r.cine_referral_date desc, r.cine_referral_id
    ) as place
  from periods p
  join ssd_cin_episodes r
    on r.cine_referral_date <= p.period_end
    and (r.cine_close_date is null or r.cine_close_date > p.period_end)
  where coalesce(lower(r.cine_referral_nfa), '0') not in ('1', 'y', 'yes', 'true')
),
assessments as (
  select
    cina_referral_id as referral_id,
    cina_assessment_auth_date as authorised,
    case when gt_privately_fostered then cina_assessment_auth_date end as private_fostering_found
  from ssd_cin_assessments
  where cina_assessment_auth_date is not null
  union all
  select
    cinp_referral_id as referral_id,
    cinp_cin_plan_start_date as authorised,
    cast(null as date) as private_fostering_found
  from ssd_cin_plans
  where cinp_cin_plan_start_date is not null
),
assessed as (
  select
    referral_id,
    min(authorised) as first_authorised,
    min(private_fostering_found) as private_fostering_found
  from assessments
  group by referral_id
),
looked_after as (
  select distinct p.period_id, e.clae_person_id as person_id
  from periods p
  join ssd_cla_episodes e
    on e.clae_cla_episode_start_date <= p.period_end
    and (e.clae_cla_episode_ceased_date is null or e.clae_cla_episode_ceased_date > p.period_end)
  where not coalesce(e.gt_short_break, false)
),
on_plan as (
  select distinct p.period_id, c.cppl_person_id as person_id
  from periods p
  join ssd_cp_plans c
    on c.cppl_cp_plan_start_date <= p.period_end
    and (c.cppl_cp_plan_end_date is null or c.cppl_cp_plan_end_date > p.period_end)
),
left_care as (
  select
    p.period_id,
    k.person_id,
    max(k.end_date) as last_end,
    sum(days_between(greatest(k.start_date, add_months(c.pers_dob, 168)), k.end_date)) as days_since_14
  from periods p
  join gt_cla_periods_of_care k on k.end_date <= p.period_end
  join ssd_person c on c.pers_person_id = k.person_id
  where not coalesce(k.short_break, false)
    and k.end_date > add_months(c.pers_dob, 168)
  group by p.period_id, k.person_id
)
select
  o.period_id,
  o.cine_person_id as subject,
  1 as numerator,
  cast(null as integer) as denominator,
  o.cine_cin_primary_need_code as by_primary_need,
  o.gt_source,
  o.gt_line
from open_cases o
join assessed a on a.referral_id = o.cine_referral_id and a.first_authorised <= o.period_end
left join ssd_person c on c.pers_person_id = o.cine_person_id
left join looked_after l on l.period_id = o.period_id and l.person_id = o.cine_person_id
left join on_plan n on n.period_id = o.period_id and n.person_id = o.cine_person_id
left join left_care f
  on f.period_id = o.period_id
  and f.person_id = o.cine_person_id
  and f.days_since_14 >= 91
  and f.last_end >= add_months(c.pers_dob, 192)
where o.place = 1
  and l.person_id is null
  and n.person_id is null
  and f.person_id is null
  and (c.pers_dob is null or age_years(c.pers_dob, o.period_end) < 18)
  and (a.private_fostering_found is null or a.private_fostering_found > o.period_end)
