-- Each decision that a child should be placed for adoption, of its period of care: when it was made, and when and why it was reversed. A
-- plan that is still proposed, or that was declined, has no such day and is not here.
select a.id plan, a.person, t.follows period, decided.day decided, reversed.day reversed,
    case when reversed.day is not null then a.reason_reversed end reason_reversed
from known(adoption_plan) a
join known(permanence_plan) t on t.id = a.follows
join lateral (select max(m.on_day) as day from pathway_move m where m.record = a.id and m.move = 'decide' and m.made_at <= :at) decided on decided.day is not null
left join lateral (select max(m.on_day) as day from pathway_move m where m.record = a.id and m.move = 'reverse' and m.made_at <= :at) reversed on true
