select s.id immi_immigration_status_id, p.local_number immi_person_id, s.started immi_immigration_status_start_date,
    -- An unaccompanied child is one no longer from the 18th birthday on.
    case when s.status = 'UASC' then nullif(least(coalesce(s.ended, 'infinity'), coalesce((p.born + interval '18 years')::date, 'infinity')), 'infinity')
        else s.ended end immi_immigration_status_end_date,
    case s.status when 'UASC' then 'Unaccompanied asylum-seeking child (UASC)' else initcap(replace(lower(s.status), '_', ' ')) end immi_immigration_status
from known(immigration_status) s join known(person) p on p.id = s.person order by 2, 3, 1
