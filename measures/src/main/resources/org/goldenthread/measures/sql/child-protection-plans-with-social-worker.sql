-- id: child-protection-plans-with-social-worker
-- version: 1
-- name: Children with a child protection plan who have an allocated social worker
-- why: The law wants a qualified social worker for every child on a plan.
-- polarity: high
-- unit: percent
-- aggregate: ratio
-- month: at-end
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: ssd.ssd_cp_plans + ssd.ssd_involvements + ssd.ssd_professionals | annex-a.7
-- people: children
-- part-of: child-protection-plans
-- definition: Of the children with a plan open at the end of the last day, those with an allocated social worker.
--   From the SSD: an involvement on that day (with an allocated or social worker's role, or with no role given) of a
--   professional who has a registration number. From Annex A, and only on the very day of the list: a worker is
--   named; whether that worker is registered Annex A does not tell, and the drill-down says so.
-- source: SSD cp_plans, involvements and professionals; or Annex A list 7 (allocated worker)
-- law: Working Together to Safeguard Children; Social Workers Regulations 2018
-- note: From Annex A this is allocation to a named worker; that the worker is qualified can only be seen in the SSD.
with ssd_periods as (
  select distinct p.period_id
  from periods p
  join gt_coverage g
    on g.source = 'ssd.ssd_involvements' and p.period_end between g.covers_from and g.covers_to
),
plans as (
  select
    p.period_id, p.period_end, c.cppl_person_id, c.gt_source, c.gt_line,
    row_number() over (
      partition by p.period_id, c.cppl_person_id order by c.cppl_cp_plan_start_date desc, c.cppl_cp_plan_id
    ) as place
  from periods p
  join ssd_periods s on s.period_id = p.period_id
  join ssd_cp_plans c
    on c.cppl_cp_plan_start_date <= p.period_end
    and (c.cppl_cp_plan_end_date is null or c.cppl_cp_plan_end_date > p.period_end)
  where coalesce(c.cppl_cp_plan_ola, 'N') <> 'Y'
),
allocated as (
  select distinct p.period_id, i.invo_person_id as person_id
  from periods p
  join ssd_involvements i
    on i.invo_involvement_start_date <= p.period_end
    and (i.invo_involvement_end_date is null or i.invo_involvement_end_date > p.period_end)
  join ssd_professionals w on w.prof_professional_id = i.invo_professional_id
  where trim(coalesce(w.prof_social_worker_registration_no, '')) <> ''
    and (
      i.invo_professional_role_id is null
      or lower(i.invo_professional_role_id) like '%allocated%'
      or lower(i.invo_professional_role_id) like '%social worker%'
    )
),
annex_rows as (
  select
    p.period_id, a.person_id, a.worker, a.gt_source, a.gt_line,
    row_number() over (partition by p.period_id, a.person_id order by a.plan_start_date desc, a.row_id) as place
  from periods p
  join gt_annex_a_7 a on a.as_at = p.period_end
  left join ssd_periods s on s.period_id = p.period_id
  where s.period_id is null
    and a.plan_start_date <= p.period_end
    and (a.plan_end_date is null or a.plan_end_date > p.period_end)
)
select
  n.period_id,
  n.cppl_person_id as subject,
  case when l.person_id is not null then 1 else 0 end as numerator,
  1 as denominator,
  'Registration number held' as by_evidence,
  n.gt_source,
  n.gt_line
from plans n
left join allocated l on l.period_id = n.period_id and l.person_id = n.cppl_person_id
where n.place = 1
union all
select
  period_id,
  person_id as subject,
  case when trim(coalesce(worker, '')) <> '' then 1 else 0 end as numerator,
  1 as denominator,
  'Worker named; registration not known' as by_evidence,
  gt_source,
  gt_line
from annex_rows
where place = 1
