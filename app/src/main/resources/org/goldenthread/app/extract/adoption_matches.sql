-- Each match with adopters that was approved and lasts, the latest of each plan, and the day on which it was approved.
select distinct on (x.follows) x.follows plan, x.id match, x.adopters, x.foster_carers, x.sexes, x.legal_status, matched.day matched,
    case when x.sexes in ('M1', 'F1') then '1' when x.sexes <> '' then '2' end adopter_count
from known(adoption_match) x
join lateral (select max(m.on_day) as day from pathway_move m where m.record = x.id and m.move = 'match' and m.made_at <= :at) matched on matched.day is not null
where x.state = 'matched'
order by x.follows, matched.day desc, x.id
