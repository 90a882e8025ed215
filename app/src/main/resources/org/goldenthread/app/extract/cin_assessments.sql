select * from (
select a.follows referral, a.began "AssessmentActualStartDate",
    (select max(m.on_day) from pathway_move m where m.record = a.id and m.move = 'review' and m.made_at <= :at and m.on_day <= :last)
        "AssessmentInternalReviewDate",
    case when a.state = 'authorised' then (select max(m.on_day) from pathway_move m where m.record = a.id and m.move = 'authorise'
        and m.made_at <= :at and m.on_day <= :last) end "AssessmentAuthorisationDate",
    case when a.state = 'authorised' and exists (select from pathway_move m where m.record = a.id and m.move = 'authorise'
        and m.made_at <= :at and m.on_day <= :last) then array_to_string(a.factors, ' ') end "AssessmentFactors",
    a.id drawn_from
from known(assessment) a where a.follows is not null and a.began <= :last
) each
where "AssessmentAuthorisationDate" is null or "AssessmentAuthorisationDate" >= :first
order by 2, 1
