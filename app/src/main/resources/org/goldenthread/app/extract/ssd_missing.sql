select m.id miss_table_id, p.local_number miss_person_id, m.began miss_missing_episode_start_date, m.kind miss_missing_episode_type,
    m.returned miss_missing_episode_end_date,
    case when m.returned is null then null when m.interview_offered is not null or m.interview_held is not null then 'Y' else 'N' end miss_missing_rhi_offered,
    case when m.interview_held is not null then 'Y' when m.interview_offered is not null then 'N' end miss_missing_rhi_accepted
from known(missing_episode) m join known(person) p on p.id = m.person order by 2, 3, 1
