-- A borough of nobody: numbers and dates strewn by hashes, the same on every run. About 13,000 referrals over three years
-- and some 350 children looked after at a month's end.
create macro strewn(i, salt, n) as cast(hash(i * 1000 + salt) % n as integer);
insert into ssd_person by name
  select 'c' || i as pers_person_id, date '2004-01-01' + strewn(i, 1, 7000) as pers_dob,
    case when strewn(i, 2, 2) = 0 then 'M' else 'F' end as pers_sex, 'cin-2024' as gt_source, i as gt_line
  from range(9000) t(i);
insert into ssd_cin_episodes by name
  select *, lag(cine_referral_date) over (partition by cine_person_id order by cine_referral_date, cine_referral_id)
    as gt_previous_referral_date
  from (
    select 'r' || i as cine_referral_id, 'c' || strewn(i, 3, 9000) as cine_person_id,
      date '2021-04-01' + strewn(i, 4, 1096) as cine_referral_date,
      ['1A', '2B', '3A', '5C', '8'][1 + strewn(i, 5, 5)] as cine_referral_source_code,
      'N' || (1 + strewn(i, 6, 8)) as cine_cin_primary_need_code,
      case when strewn(i, 7, 10) = 0 then 'Y' else 'N' end as cine_referral_nfa,
      case when strewn(i, 8, 8) > 0 then date '2021-04-01' + strewn(i, 4, 1096) + 20 + strewn(i, 9, 400) end
        as cine_close_date,
      'RC' || (1 + strewn(i, 10, 8)) as cine_close_reason, 'cin-2024' as gt_source, i as gt_line
    from range(13000) t(i)
  );
insert into ssd_cin_assessments by name
  select 'a' || row_number() over (order by cine_referral_id) as cina_assessment_id, cine_person_id as cina_person_id,
    cine_referral_id as cina_referral_id, cine_referral_date as cina_assessment_start_date,
    cine_referral_date + 20 + strewn(gt_line, 11, 60) as cina_assessment_auth_date, cine_referral_date + 63 as gt_due_date,
    14 + strewn(gt_line, 11, 60) * 5 // 7 as gt_working_days, strewn(gt_line, 11, 60) <= 43 as gt_in_time, gt_source, gt_line
  from ssd_cin_episodes where cine_referral_nfa = 'N';
insert into ssd_s47_enquiry by name
  select 's' || gt_line as s47e_s47_enquiry_id, cine_referral_id as s47e_referral_id, cine_person_id as s47e_person_id,
    cine_referral_date + 2 as s47e_s47_start_date, gt_source, gt_line
  from ssd_cin_episodes where gt_line % 4 = 0;
insert into ssd_initial_cp_conference by name
  select 'i' || gt_line as icpc_icpc_id, s47e_s47_enquiry_id as icpc_s47_enquiry_id, s47e_person_id as icpc_person_id,
    s47e_s47_start_date + 10 + strewn(gt_line, 12, 20) as icpc_icpc_date, 'Y' as icpc_icpc_outcome_cp_flag,
    6 + strewn(gt_line, 12, 20) as gt_working_days, strewn(gt_line, 12, 20) <= 11 as gt_in_time, gt_source, gt_line
  from ssd_s47_enquiry where gt_line % 8 = 0;
insert into ssd_cp_plans by name
  select 'p' || gt_line as cppl_cp_plan_id, icpc_person_id as cppl_person_id, icpc_icpc_date as cppl_cp_plan_start_date,
    case when strewn(gt_line, 13, 6) > 0 then icpc_icpc_date + 60 + strewn(gt_line, 14, 700) end as cppl_cp_plan_end_date,
    ['NEG', 'EMO', 'PHY', 'SAB'][1 + strewn(gt_line, 15, 4)] as cppl_cp_plan_initial_category,
    case when strewn(gt_line, 16, 5) = 0 then 1 else 0 end as gt_previous_plans,
    case when strewn(gt_line, 16, 5) = 0 then icpc_icpc_date - 100 - strewn(gt_line, 17, 1200) end as gt_previous_plan_end_date,
    gt_source, gt_line
  from ssd_initial_cp_conference;
insert into gt_obligations by name
  select 'o' || gt_line || '-' || n as obligation_id, 'cp-review' as kind, cppl_person_id as person_id,
    cppl_cp_plan_id as subject_id, n as sequence, cppl_cp_plan_start_date as start_date,
    cppl_cp_plan_start_date + 91 + (n - 1) * 180 as due_date,
    cppl_cp_plan_start_date + 80 + (n - 1) * 180 + strewn(gt_line + n, 18, 14) as met_date, strewn(gt_line + n, 18, 14) <= 11 as in_time,
    false as late_by_knock_on, gt_source, gt_line
  from ssd_cp_plans, (select cast(range as integer) as n from range(1, 4)) t
  where cppl_cp_plan_end_date is null or cppl_cp_plan_end_date > cppl_cp_plan_start_date + 91 + (n - 1) * 180;
insert into gt_cla_periods_of_care by name
  select 'k' || i as cla_id, 'c' || (i * 9) as person_id, date '2019-01-01' + strewn(i, 20, 1900) as start_date,
    case when strewn(i, 21, 10) < 7 then date '2019-01-01' + strewn(i, 20, 1900) + 30 + strewn(i, 22, 1500) end as end_date,
    ['E11', 'E12', 'E43', 'E3', 'E8'][1 + strewn(i, 23, 5)] as end_reason, false as short_break, true as began_in_return,
    'ssda903-2024' as gt_source, i as gt_line
  from range(800) t(i);
insert into ssd_cla_episodes by name
  select 'e' || gt_line || '-' || n as clae_cla_episode_id, person_id as clae_person_id, cla_id as clae_cla_id,
    start_date + n * 200 as clae_cla_episode_start_date,
    case when n < 5 then least(start_date + (n + 1) * 200, end_date) else end_date end as clae_cla_episode_ceased_date,
    case when n = 0 then 'S' else 'P' end as clae_cla_episode_start_reason, start_date as clae_entered_care_date,
    ['C1', 'C2', 'V2', 'E1'][1 + strewn(gt_line, 24, 4)] as gt_legal_status,
    ['U6', 'U4', 'K2', 'H5', 'P1', 'U3', 'A3'][1 + strewn(gt_line + n, 25, 7)] as gt_placement_type,
    'PR' || (1 + strewn(gt_line + n, 26, 5)) as gt_placement_provider, false as gt_short_break, gt_source, gt_line * 10 + n as gt_line
  from gt_cla_periods_of_care, (select cast(range as integer) as n from range(6)) t
  where end_date is null or start_date + n * 200 < end_date;
insert into ssd_cla_placement by name
  select 'l' || gt_line as clap_cla_placement_id, clae_person_id as clap_person_id, clae_cla_id as clap_cla_id,
    clae_cla_episode_start_date as clap_cla_placement_start_date, clae_cla_episode_ceased_date as clap_cla_placement_end_date,
    gt_placement_type as clap_cla_placement_type, gt_placement_provider as clap_cla_placement_provider,
    clae_cla_episode_start_date as gt_carer_start_date, clae_entered_care_date as gt_entered_care_date, false as gt_temporary,
    true as gt_counted, ['IN', 'OUT'][1 + strewn(gt_line, 27, 2)] as gt_location, false as gt_short_break, gt_source, gt_line
  from ssd_cla_episodes;
insert into gt_obligations by name
  select 'v' || gt_line || '-' || n as obligation_id, 'cla-review' as kind, person_id, cla_id as subject_id, n as sequence, start_date,
    start_date + 28 + (n - 1) * 150 as due_date, start_date + 20 + (n - 1) * 150 + strewn(gt_line + n, 28, 10) as met_date,
    strewn(gt_line + n, 28, 10) <= 8 as in_time, false as late_by_knock_on, gt_source, gt_line
  from gt_cla_periods_of_care, (select cast(range as integer) as n from range(1, 9)) t
  where end_date is null or end_date > start_date + 28 + (n - 1) * 150;
insert into gt_care_leaver_birthdays by name
  select 'b' || i as row_id, 'c' || (i * 5) as person_id, date '2021-04-01' + strewn(i, 29, 1096) as birthday_date,
    17 + strewn(i, 30, 5) as age, 'YES' as in_touch, strewn(i, 31, 2) = 0 as in_education_employment_training,
    strewn(i, 32, 8) > 0 as suitable_accommodation, true as in_cohort, 'ssda903-2024' as gt_source, i as gt_line
  from range(700) t(i);
insert into ssd_professionals by name
  select 'SW' || i as prof_professional_id, 'SW' || i as prof_social_worker_registration_no,
    1.0 - strewn(i, 33, 5) / 10.0 as prof_full_time_equivalency, 'ssd' as gt_source, i as gt_line
  from range(100) t(i);
insert into ssd_department by name
  select 't1' as dept_team_id, 'Referral and Assessment' as dept_team_name, 'ssd' as gt_source, 1 as gt_line
  union all select 't2', 'Safeguarding and Care Planning', 'ssd', 2;
insert into ssd_involvements by name
  select 'n' || gt_line as invo_involvements_id, 'SW' || strewn(gt_line, 34, 100) as invo_professional_id,
    't' || (1 + gt_line % 2) as invo_professional_team, cine_referral_date as invo_involvement_start_date,
    cine_close_date as invo_involvement_end_date, cine_person_id as invo_person_id, 'ssd' as gt_source, gt_line
  from ssd_cin_episodes;
insert into gt_local_counts by name
  select m || '-' || n as row_id, m as local_measure, cast(date '2021-04-01' + to_months(n) as date) as period_start,
    cast(date '2021-04-01' + to_months(n + 1) - interval 1 day as date) as period_end,
    cast(10 + strewn(n, length(m), 40) as double) as numerator,
    case when m in ('neet-16-17', 'ehc-plans-in-20-weeks-including-exceptions') then 60.0 end as denominator, 'value' as state,
    '' as note, 'local' as gt_source, n as gt_line
  from (select cast(range as integer) as n from range(36)) t, (values ('footfall'), ('neet-16-17'), ('permanent-exclusions-secondary'), ('caseload'),
    ('ehc-plans-in-20-weeks-including-exceptions')) l(m);
insert into gt_population by name
  select '399' as la_code, y as mid_year, 0 as age_from, 17 as age_to, 75000 + (y - 2018) * 100 as population, 'made up' as population_source
  from range(2018, 2025) t(y);
insert into gt_coverage by name
  select source, date '2018-04-01' as covers_from, date '2024-03-31' as covers_to
  from (values ('cin'), ('ssda903.episodes'), ('ssda903.header'), ('ssda903.reviews'), ('ssda903.oc3'), ('ssda903.sw-episodes'),
    ('ssd.ssd_involvements'), ('ssd.ssd_professionals'), ('ssd.ssd_department')) s(source)
  union all
  select distinct 'local.' || local_measure, date '2021-04-01', date '2024-03-31' from gt_local_counts;
