select a.id earl_episode_id, p.local_number earl_person_id, a.began earl_episode_start_date,
    coalesce(
        case when f.state <> 'in-force' then (select max(m.on_day) from pathway_move m where m.record = f.id and m.to_state = f.state
            and m.made_at <= :at) end,
        case when f.id is null and a.state <> 'under-way' then (select max(m.on_day) from pathway_move m where m.record = a.id
            and m.to_state = a.state and m.made_at <= :at) end) earl_episode_end_date,
    coalesce(nullif(f.state, 'in-force'), case when f.id is null then nullif(a.state, 'under-way') end) earl_episode_end_reason,
    coalesce(nullif(f.organisation, ''), a.organisation) earl_episode_organisation
from known(early_help_assessment) a join known(person) p on p.id = a.person
left join known(family_plan) f on f.follows = a.id
union all
select f.id, p.local_number, f.began,
    case when f.state <> 'in-force' then (select max(m.on_day) from pathway_move m where m.record = f.id and m.to_state = f.state
        and m.made_at <= :at) end,
    nullif(f.state, 'in-force'), f.organisation
from known(family_plan) f join known(person) p on p.id = f.person
where not exists (select from known(early_help_assessment) a where a.id = f.follows)
order by 2, 3, 1
