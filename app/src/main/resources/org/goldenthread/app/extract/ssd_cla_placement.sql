select l.id clap_cla_placement_id, l.started clap_cla_placement_start_date, l.kind clap_cla_placement_type,
    l.ofsted_number clap_cla_placement_urn, l.follows clap_cla_id, l.provider clap_cla_placement_provider,
    l.postcode clap_cla_placement_postcode, coalesce(l.ended, c.ended) clap_cla_placement_end_date,
    l.reason_changed clap_cla_placement_change_reason, p.local_number clap_person_id
from known(placement) l join known(person) p on p.id = l.person left join known(period_of_care) c on c.id = l.follows
where l.started is not null order by 10, 2, 1
