-- Who has a pathway plan, or was in contact as a care leaver: the latest that is known of each.
select distinct on (p.local_number) coalesce(c.id, plan.id) clea_table_id, p.local_number clea_person_id, c.in_touch clea_care_leaver_in_touch,
    c.contacted clea_care_leaver_latest_contact, c.accommodation clea_care_leaver_accommodation,
    case when length(c.accommodation) = 2 then right(c.accommodation, 1) end clea_care_leaver_accom_suitable, c.activity clea_care_leaver_activity,
    (select max(r.held) from known(pathway_plan_review) r where r.person = p.id) clea_pathway_plan_review_date,
    adviser.account clea_care_leaver_personal_advisor, adviser.team clea_care_leaver_allocated_team
from known(person) p
left join lateral (select l.* from known(care_leaver_contact) l where l.person = p.id order by l.contacted desc, l.id limit 1) c on true
left join lateral (select w.id from known(pathway_plan) w where w.person = p.id order by w.made desc, w.id limit 1) plan on true
left join lateral (select a.account, a.team from known(allocation) a where a.person = p.id and a.duty = 'PERSONAL_ADVISER' and a.ended is null
    order by a.started desc, a.id limit 1) adviser on true
where c.id is not null or plan.id is not null
order by p.local_number
