-- id: ehc-plans-in-20-weeks-including-exceptions
-- version: 1
-- name: Education, health and care plans issued within 20 weeks, exceptions included
-- why: A child with special educational needs should not wait for the help that a plan secures; quality has to be
--   weighed with speed.
-- polarity: high
-- unit: percent
-- aggregate: ratio
-- month: in-month
-- year-to-date: pooled
-- year: calendar
-- frequency: monthly
-- needs: local.ehc-plans-in-20-weeks-including-exceptions | ssd.ssd_ehcp_requests + ssd.ssd_ehcp_assessment
-- people: children
-- definition: Of the education, health and care plans issued in the period, those issued within 20 weeks (140 days)
--   of the request for an assessment. Plans to which a lawful exception applied are in it. The council's own count
--   where it gives one for the period; otherwise from the SSD, by the day of the assessment's outcome where that was
--   to issue a plan. One whose request is not dated is left out of both.
-- source: Local count; or SSD ehcp_requests and ehcp_assessment
-- law: Children and Families Act 2014, section 36; Special Educational Needs and Disability Regulations 2014,
--   regulation 13
-- local: ehc-plans-in-20-weeks-including-exceptions
with given as (
  select
    p.period_id, c.row_id, c.numerator, c.value, c.denominator, c.state, c.note, c.gt_source, c.gt_line,
    row_number() over (partition by p.period_id order by c.period_start desc, c.row_id) as place
  from periods p
  join gt_local_counts c
    on c.period_end between p.period_start and p.period_end
    and (
      (p.grain <> 'YEAR' and c.period_start > add_months(p.period_end, -4))
      or (c.period_start = p.period_start and c.period_end = p.period_end)
    )
  where c.local_measure = 'ehc-plans-in-20-weeks-including-exceptions'
),
ssd_periods as (
  select distinct p.period_id
  from periods p
  join gt_coverage g
    on g.source = 'ssd.ssd_ehcp_assessment' and g.covers_from <= p.period_start and g.covers_to >= p.period_end
  left join gt_local_counts c
    on c.local_measure = 'ehc-plans-in-20-weeks-including-exceptions'
    and c.period_end between p.period_start and p.period_end
  where c.row_id is null
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
  p.period_id,
  a.ehca_ehcp_assessment_id as subject,
  case
    when days_between(r.ehcr_ehcp_req_date, a.ehca_ehcp_assessment_outcome_date) <= 140 then 1.0 else 0.0
  end as numerator,
  1.0 as denominator,
  'value' as state,
  '' as note,
  a.gt_source,
  a.gt_line
from periods p
join ssd_ehcp_assessment a on a.ehca_ehcp_assessment_outcome_date between p.period_start and p.period_end
join ssd_ehcp_requests r on r.ehcr_ehcp_request_id = a.ehca_ehcp_request_id
join ssd_periods v on v.period_id = p.period_id
where a.ehca_ehcp_assessment_outcome = 'Y'
  and r.ehcr_ehcp_req_date is not null
