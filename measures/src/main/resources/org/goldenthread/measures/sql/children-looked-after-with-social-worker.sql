-- id: children-looked-after-with-social-worker
-- version: 1
-- name: Children looked after who have an allocated social worker
-- why: The law wants a qualified social worker for every child in care.
-- polarity: high
-- unit: percent
-- aggregate: ratio
-- month: at-end
-- year-to-date: latest
-- year: financial
-- frequency: monthly
-- needs: ssda903.episodes + ssda903.sw-episodes | ssd.ssd_cla_episodes + ssd.ssd_involvements + ssd.ssd_professionals
--   | annex-a.8
-- people: children
-- part-of: children-looked-after
-- definition: Of the children looked after at the end of the last day, those with an allocated social worker. From
--   the SSDA903 (2023-24 on) and the SSD: a social worker episode, or an involvement with an allocated or social
--   worker's role or with none given, on that day, of a worker with a Social Work England number. From Annex A, and
--   only on the very day of the list: a worker is named; whether that worker is registered Annex A does not tell, and
--   the drill-down says so.
-- source: SSDA903 social worker episodes (SW_ID, SW_DECOM, SW_DEC); SSD involvements; or Annex A list 8 (allocated
--   worker)
-- law: Care Planning, Placement and Case Review (England) Regulations 2010; Social Workers Regulations 2018
-- note: From Annex A this is allocation to a named worker; that the worker is qualified it cannot tell.
with record_periods as (
  select distinct p.period_id
  from periods p
  join gt_coverage g
    on g.source in ('ssda903.sw-episodes', 'ssd.ssd_involvements')
    and p.period_end between g.covers_from and g.covers_to
),
looked_after as (
  select
    p.period_id, p.period_end, e.clae_person_id, e.gt_source, e.gt_line,
    row_number() over (
      partition by p.period_id, e.clae_person_id order by e.clae_cla_episode_start_date desc, e.clae_cla_episode_id
    ) as place
  from periods p
  join ssd_cla_episodes e
    on e.clae_cla_episode_start_date <= p.period_end
    and (e.clae_cla_episode_ceased_date is null or e.clae_cla_episode_ceased_date > p.period_end)
  where not coalesce(e.gt_short_break, false)
),
allocated as (
  select distinct p.period_id, i.invo_person_id as person_id
  from periods p
  join ssd_involvements i
    on i.invo_involvement_start_date <= p.period_end
    and (i.invo_involvement_end_date is null or i.invo_involvement_end_date > p.period_end)
  left join ssd_professionals w on w.prof_professional_id = i.invo_professional_id
  where (
      i.gt_registered
      or (i.gt_registered is null and trim(coalesce(w.prof_social_worker_registration_no, '')) <> '')
    )
    and (
      i.invo_professional_role_id is null
      or lower(i.invo_professional_role_id) like '%allocated%'
      or lower(i.invo_professional_role_id) like '%social worker%'
    )
),
annex_rows as (
  select
    p.period_id, a.person_id, a.worker, a.gt_source, a.gt_line,
    row_number() over (partition by p.period_id, a.person_id order by a.care_start_date desc, a.row_id) as place
  from periods p
  join gt_annex_a_8 a on a.as_at = p.period_end
  left join record_periods s on s.period_id = p.period_id
  where s.period_id is null
    and a.care_start_date <= p.period_end
    and (a.care_end_date is null or a.care_end_date > p.period_end)
    and coalesce(upper(a.legal_status), '') not like 'V3%'
    and coalesce(upper(a.legal_status), '') not like 'V4%'
)
select
  l.period_id,
  l.clae_person_id as subject,
  case when n.person_id is not null then 1 else 0 end as numerator,
  1 as denominator,
  'Registration number held' as by_evidence,
  l.gt_source,
  l.gt_line
from looked_after l
join record_periods s on s.period_id = l.period_id
left join allocated n on n.period_id = l.period_id and n.person_id = l.clae_person_id
where l.place = 1
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
