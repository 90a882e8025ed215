-- id: child-protection-reviews-quorate
-- version: 1
-- name: Review conferences that were quorate
-- why: A conference decides well only with the agencies that know the family in the room.
-- polarity: high
-- unit: percent
-- aggregate: ratio
-- month: in-month
-- year-to-date: pooled
-- year: financial
-- frequency: quarterly
-- needs: ssd.ssd_cp_reviews
-- people: children
-- definition: Of the review child protection conferences held in the period, one for each child, those recorded as
--   quorate. One for which it is not recorded is in the denominator only.
-- source: SSD cp_reviews (cppr_cp_review_quorate); no return to the DfE holds it
-- law: Working Together to Safeguard Children; quoracy is set by the local safeguarding partners
select
  p.period_id,
  r.cppr_cp_review_id as subject,
  r.cppr_person_id as person_id,
  case when lower(r.cppr_cp_review_quorate) in ('y', 'yes', '1', 'true') then 1 else 0 end as numerator,
  1 as denominator,
  r.gt_source,
  r.gt_line
from periods p
join ssd_cp_reviews r on r.cppr_cp_review_date between p.period_start and p.period_end
