-- id: early-help-assessments
-- version: 1
-- name: Early help assessments (CAF) begun
-- why: How much help starts before social care is needed.
-- polarity: neutral
-- unit: count
-- aggregate: count
-- month: in-month
-- year-to-date: sum
-- year: financial
-- frequency: monthly
-- needs: annex-a.2 | ssd.ssd_early_help_episodes
-- people: children
-- definition: Early help assessments begun in the period, one for each child. From Annex A the six months before the
--   day of the list; a row that stands in several lists counts once. Where SSD early help episodes cover the period's
--   last day they are counted, and Annex A is not.
-- source: Annex A list 2 (assessment start date), or SSD early help episodes (start date)
-- law: Working Together to Safeguard Children; Children Act 2004, section 10
with ssd_periods as (
  select distinct p.period_id
  from periods p
  join gt_coverage g
    on g.source = 'ssd.ssd_early_help_episodes' and p.period_end between g.covers_from and g.covers_to
),
annex_rows as (
  select
    p.period_id, a.row_id, a.person_id, a.organisation, a.gt_source, a.gt_line,
    row_number() over (
      partition by p.period_id, a.person_id, a.assessment_start_date order by a.as_at desc, a.row_id
    ) as place
  from periods p
  join gt_annex_a_2 a on a.assessment_start_date between p.period_start and p.period_end
  left join ssd_periods s on s.period_id = p.period_id
  where s.period_id is null
)
select
  p.period_id,
  e.earl_episode_id as subject,
  e.earl_person_id as person_id,
  1 as numerator,
  cast(null as integer) as denominator,
  e.earl_episode_organisation as by_organisation,
  e.gt_source,
  e.gt_line
from periods p
join ssd_periods s on s.period_id = p.period_id
join ssd_early_help_episodes e on e.earl_episode_start_date between p.period_start and p.period_end
union all
select
  period_id,
  row_id as subject,
  person_id,
  1 as numerator,
  cast(null as integer) as denominator,
  organisation as by_organisation,
  gt_source,
  gt_line
from annex_rows
where place = 1
