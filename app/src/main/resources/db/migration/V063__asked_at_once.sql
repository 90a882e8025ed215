-- A list is about hundreds of people. may_see answers for one of them, and asked anew for each of their records it was nearly all that a long
-- list cost. A list therefore says first whom it is about, and whether they may be seen is asked of all of them once (decision 0034).

-- Whether the transaction says whom it is about. It narrows what may be seen and never widens it.
create function asked_at_once() returns boolean language sql stable
    return coalesce(current_setting('golden_thread.about', true), '') <> '';

-- Those of them who may be seen. The plainest case is answered for all together: somebody who is neither restricted nor merged, and is
-- allocated to whoever acts or to a team of theirs, or anybody such for whoever sees every record. On all others may_see has its say.
create function seen_at_once() returns setof uuid language sql stable security definer
set search_path = public, pg_temp set jit = off as $$
    with about as materialized (
        select distinct u.person from unnest(current_setting('golden_thread.about', true)::uuid[]) as u (person)
    ), team as materialized (
        select t.team from team_member t where t.account = acting_account()
    ), plain as materialized (
        select a.person from about a
        where acting_account() is not null and has_right('SEE_RECORDS')
            and not exists (select from person_redirect d where d.merged = a.person)
            and not exists (select from restriction r where r.person = a.person and r.ended is null and not r.withdrawn)
            and (has_right('SEE_EVERY_RECORD') or (
                -- One by one: their allocations are few, and all that a team ever had are many.
                select true from allocation l
                where l.person = a.person and not l.withdrawn and opens_file(l.ended)
                    and (l.account = acting_account() or l.team in (select t.team from team t))
                limit 1))
    ), others as materialized (
        select person from about except select person from plain
    )
    select person from plain
    union all
    select o.person from others o where may_see(o.person)
$$;

-- Whom one's own work is about, or that of one's teams: ids alone, and whether they may be seen is the policy's to say.
create function allocated_to_me(of_team boolean) returns setof uuid language sql stable security definer
set search_path = public, pg_temp as $$
    select a.person from allocation a
    where has_right('SEE_RECORDS') and a.ended is null and not a.withdrawn
        and case when of_team then a.team = any (array(select t.team from team_member t where t.account = acting_account()))
            else a.account = acting_account() end
    group by a.person
$$;

-- What was decided to begin and has not begun of those whom the transaction is about: ids alone.
create function left_to_begin_at_once(kept text, next text, wanted text) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return query execute format('select l.id from %I r join left_to_begin l on l.id = r.id and l.next = $1'
        ' where r.person = any (array(select seen_at_once())) and r.state = $2 and not r.withdrawn', kept) using next, wanted;
end $$;
drop function is_left_to_begin(uuid, text);

do $$
declare
    read_by constant text := 'case when (select asked_at_once()) then person in (select seen_at_once()) else may_see(person) end';
    definition text := pg_get_functiondef('keep_record_for_everybody(text, text)'::regprocedure);
    found record;
    name text;
begin
    for found in
        select c.relname, p.polname from pg_policy p join pg_class c on c.oid = p.polrelid
        where p.polcmd = 'r' and p.polpermissive and pg_get_expr(p.polqual, p.polrelid) = 'may_see(person)'
    loop
        execute format('alter policy %I on %I using (%s)', found.polname, found.relname, read_by);
    end loop;
    -- A kind of record that a later migration makes is read by the same.
    if position('for select to golden_thread_app using (may_see(person))' in definition) = 0 then
        raise exception 'keep_record_for_everybody has no policy of reading to change';
    end if;
    execute replace(definition, 'for select to golden_thread_app using (may_see(person))',
        'for select to golden_thread_app using (' || read_by || ')');
    foreach name in array array['seen_at_once()', 'allocated_to_me(boolean)', 'left_to_begin_at_once(text, text, text)'] loop
        execute format('revoke execute on function %s from public', name);
        execute format('grant execute on function %s to golden_thread_app', name);
    end loop;
end $$;

-- Of a child known for years most clocks are met.
create index watched_clock_running on watched_clock (person) where known_until is null and met_on is null and void_on is null;
