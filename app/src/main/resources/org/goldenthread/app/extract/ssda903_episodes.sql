with episode as (include(ssd_cla_episodes))
select e.clae_person_id, to_char(e.clae_cla_episode_start_date, 'DD/MM/YYYY'), e.clae_cla_episode_start_reason, s.status, e.clae_cla_primary_need_code,
    l.kind, l.provider, to_char(case when e.clae_cla_episode_ceased_date <= :last then e.clae_cla_episode_ceased_date end, 'DD/MM/YYYY'),
    case when e.clae_cla_episode_ceased_date <= :last then e.clae_cla_episode_ceased_reason end,
    case when l.ended = e.clae_cla_episode_ceased_date and l.ended <= :last and e.clae_cla_episode_ceased_reason = 'X1' then l.reason_changed end,
    -- Of short breaks (V3, V4) the return wants neither postcode nor number of the provider (398, 214).
    case when s.status in ('V3', 'V4') then null else (select a.postcode from known(address) a where a.person = p.id and a.kind = 'HOME' and a.must_not_be_disclosed is not true
        and (a.started is null or a.started <= e.clae_entered_care_date)
        order by a.started desc nulls last, a.id limit 1) end,
    case when s.status in ('V3', 'V4') then null else l.postcode end,
    case when s.status in ('V3', 'V4') then null else l.ofsted_number end, concat_ws(' ', e.clae_cla_id, l.id, s.id, e.clae_referral_id) drawn_from
from episode e
join known(person) p on p.local_number = e.clae_person_id
left join known(placement) l on l.id = e.clae_cla_placement_id
left join known(legal_status) s on s.follows = e.clae_cla_id and s.started <= e.clae_cla_episode_start_date
    and (s.ended is null or s.ended > e.clae_cla_episode_start_date)
where e.clae_cla_episode_start_date <= :last and (e.clae_cla_episode_ceased_date is null or e.clae_cla_episode_ceased_date >= :first)
order by e.clae_person_id, e.clae_cla_episode_start_date
