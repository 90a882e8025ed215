-- id: average-caseload-safeguarding-and-care-planning
-- version: 1
-- name: Average caseload: safeguarding and care planning
-- why: Safe caseloads let social workers know their families, and keep them in post.
-- polarity: neutral
-- unit: cases
-- aggregate: ratio
-- month: at-end
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: local.caseload-safeguarding-and-care-planning | ssd.ssd_involvements + ssd.ssd_professionals +
--   ssd.ssd_department
-- people: none
-- definition: Cases for each full-time social worker. The council's own count where it gives one for the period;
--   otherwise from the SSD at the end of the last day: children for whom a registered social worker has an
--   involvement with an allocated or social worker's role (or with none given), over the full-time equivalent of the
--   workers who have any (1 where it is not given). Teams of the service are those whose name, or whose department's
--   name, begins 'Safeguarding and care planning'; a council that names it otherwise gives the count or a file of its
--   own.
-- source: Local count; or SSD involvements, professionals and department
-- law: None; the council's promise on caseloads
-- note: A local definition; the DfE's caseload is that of all case holders on 30 September.
-- local: caseload-safeguarding-and-care-planning
with given as (
  select
    p.period_id, c.row_id, c.numerator, c.value, c.denominator, c.state, c.note, c.gt_source, c.gt_line,
    row_number() over (partition by p.period_id order by c.period_end desc, c.period_start desc, c.row_id) as place
  from periods p
  join gt_local_counts c
    on c.period_end between p.period_start and p.period_end
    and (
      (p.grain <> 'YEAR' and c.period_start > add_months(p.period_end, -4))
      or (c.period_start = p.period_start and c.period_end = p.period_end)
    )
  where c.local_measure = 'caseload-safeguarding-and-care-planning'
),
cases as (
  select distinct p.period_id, i.invo_professional_id, i.invo_person_id
  from periods p
  join ssd_involvements i
    on i.invo_involvement_start_date <= p.period_end
    and (i.invo_involvement_end_date is null or i.invo_involvement_end_date > p.period_end)
    and p.grain <> 'YEAR'
  left join ssd_department t on t.dept_team_id = i.invo_professional_team
  where (
      i.invo_professional_role_id is null
      or lower(i.invo_professional_role_id) like '%allocated%'
      or lower(i.invo_professional_role_id) like '%social worker%'
    )
    and (
      lower(coalesce(t.dept_team_name, i.invo_professional_team, '')) like 'safeguarding and care planning%'
      or lower(coalesce(t.dept_team_parent_name, '')) like 'safeguarding and care planning%'
    )
),
held as (
  select c.period_id, c.invo_professional_id, count(*) as children
  from cases c
  left join given g on g.period_id = c.period_id and g.place = 1
  where g.period_id is null
  group by c.period_id, c.invo_professional_id
)
select
  period_id,
  row_id as subject,
  coalesce(numerator, value) as numerator,
  denominator,
  state,
  note,
  gt_source,
  gt_line
from given
where place = 1
union all
select
  h.period_id,
  h.invo_professional_id as subject,
  cast(h.children as double) as numerator,
  coalesce(w.prof_full_time_equivalency, 1.0) as denominator,
  'value' as state,
  '' as note,
  w.gt_source,
  w.gt_line
from held h
join ssd_professionals w on w.prof_professional_id = h.invo_professional_id
where trim(coalesce(w.prof_social_worker_registration_no, '')) <> ''
