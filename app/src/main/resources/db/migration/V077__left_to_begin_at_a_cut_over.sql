-- What a contact or an early help assessment of the present system led to was begun there, and waits for nobody here; but what was decided in the last
-- two weeks before the day of the mirror and led to nothing that is recorded waits, so that a child whom the front door accepted is not lost between
-- two systems. What a contact leads to in social care belongs to the present system until children in need are cut over.
create or replace function see_left_to_begin(in_kept text, wanted uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
    its_state text;
    its_person uuid;
    since timestamptz;
    its_version integer;
    decided date;
    next text;
begin
    execute format('select state, person, known_from, version from %I where id = $1 and not withdrawn for no key update', in_kept)
        into its_state, its_person, since, its_version using wanted;
    delete from left_to_begin l where l.id = wanted and l.kept = in_kept;
    if its_version = 1 then
        select coalesce(f.ended, f.began) into decided from mirror_fact f join mirror m on m.area = f.area
        where f.record = wanted and f.area = 'EARLY_HELP';
        if decided < (select as_at - 14 from mirror where area = 'EARLY_HELP') then
            return;
        end if;
    end if;
    for next in select b.next from lets_begin b where b.kept = in_kept and b.state = its_state loop
        continue when decided is not null and (
            next = 'referral' and exists (select from mirror where area = 'CHILDREN_IN_NEED' and cut_over_at is null)
            or exists (select from event e where e.person = its_person and e.record_type = replace(next, '_', '-') and e.on_day >= decided
                and e.known_until is null));
        execute format('insert into left_to_begin (id, kept, state, next, since) select $1, $2, $3, $4, $5'
            ' where not exists (select from %I n where n.follows = $1 and not n.withdrawn)', next)
            using wanted, in_kept, its_state, next, since;
    end loop;
end $$;

-- Once all records of an area are made: an assessment may come after the contact that it came of, and a referral with another area.
create function see_left_of_mirror() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
    each record;
begin
    for each in
        select replace(f.kind, '-', '_') as kept, f.record from mirror m join mirror_fact f on f.area = m.area
        where m.area = 'EARLY_HELP' and f.record is not null and coalesce(f.ended, f.began) >= m.as_at - 14
        order by f.record
    loop
        perform see_left_to_begin(each.kept, each.record);
    end loop;
    return (select count(*) from left_to_begin l where exists (
        select from mirror_fact f where f.record = l.id and f.area = 'EARLY_HELP'));
end $$;
revoke execute on function see_left_of_mirror() from public;
grant execute on function see_left_of_mirror() to golden_thread_app;

do $$ begin perform see_left_of_mirror(); end $$;
