-- A work list asked each kind of record by itself what waits, and each asked anew who may be seen. What waits for a decision is kept as it changes, as
-- what is left to begin is (V061), and a list asks once for the ids of both; whose they are stays each kind's policy to say (decision 0044).

-- The functions of earlier migrations are changed where they must be and nowhere else; a place that is not found stops the migration.
create function change_function(name text, was text, is_now text) returns void language plpgsql as $$
declare
    definition text := pg_get_functiondef(name::regproc);
begin
    if position(was in definition) = 0 then
        raise exception 'The function % has no "%"', name, was;
    end if;
    execute replace(definition, was, is_now);
end $$;

-- In which state a record waits for somebody's decision. A test compares them with pathways.csv.
create table waits_in (
    kept text not null,
    state text not null,
    primary key (kept, state)
);
create table left_to_decide (
    id uuid primary key,
    person uuid not null,
    kept text not null,
    state text not null,
    since timestamptz not null
);
create index left_to_decide_person on left_to_decide (person);
create index left_to_decide_since on left_to_decide (kept, state, since);

do $$
declare
    name text;
begin
    foreach name in array array['waits_in', 'left_to_decide'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
        perform refuse_partners(name);
    end loop;
end $$;

-- A record was made, moved, withdrawn, restored, taken to another person or destroyed.
create function keep_left_to_decide() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op <> 'INSERT' then
        delete from left_to_decide l where l.id = old.id;
    end if;
    if tg_op <> 'DELETE' then
        insert into left_to_decide (id, person, kept, state, since)
        select new.id, new.person, w.kept, w.state, new.known_from from waits_in w
        where w.kept = tg_table_name and w.state = new.state and not new.withdrawn;
    end if;
    return null;
end $$;

-- Sets right what all records of a kind leave to decide: where it is declared, and after rows were copied past the triggers.
create function see_all_left_to_decide(in_kept text, in_state text) returns void language plpgsql as $$
begin
    execute format('insert into left_to_decide (id, person, kept, state, since) select r.id, r.person, $1, r.state, r.known_from from %I r'
        ' where r.state = $2 and not r.withdrawn on conflict (id) do nothing', in_kept) using in_kept, in_state;
end $$;

-- Declares that records wait in a state; a migration that adds such a state to pathways.csv calls it.
create function let_wait(in_kept text, in_state text) returns void language plpgsql as $$
begin
    insert into waits_in (kept, state) values (in_kept, in_state);
    execute format('create or replace trigger keep_left_to_decide after insert or delete or update of state, withdrawn, person on %I'
        ' for each row execute function keep_left_to_decide()', in_kept);
    perform see_all_left_to_decide(in_kept, in_state);
end $$;

select let_wait('contact', 'awaiting-decision');
select let_wait('contact', 'mash-enquiry');
select let_wait('early_help_assessment', 'under-way');
select let_wait('referral', 'open');
select let_wait('assessment', 'under-way');
select let_wait('assessment', 'submitted');
select let_wait('assessment', 'returned');
select let_wait('strategy_discussion', 'requested');
select let_wait('section_47', 'under-way');
select let_wait('section_47', 'submitted');
select let_wait('section_47', 'returned');
select let_wait('conference', 'held');
select let_wait('placement', 'proposed');
select let_wait('private_fostering', 'notified');
select let_wait('private_fostering', 'prohibited');
select let_wait('dispute_resolution', 'informal');
select let_wait('dispute_resolution', 'stage-one');
select let_wait('dispute_resolution', 'stage-two');
select let_wait('dispute_resolution', 'stage-three');
select let_wait('cost_split', 'proposed');
select let_wait('adoption_plan', 'proposed');
select let_wait('adoption_plan', 'decided');
select let_wait('adoption_match', 'proposed');
select let_wait('adoption_match', 'matched');
select let_wait('prospective_adopter', 'under-way');
select let_wait('leaving_care_assessment', 'under-way');
select let_wait('leaving_care_assessment', 'submitted');
select let_wait('leaving_care_assessment', 'returned');
select let_wait('nhs_access', 'to-be-read');
select let_wait('nhs_number_check', 'to-be-checked');

-- What is left to begin is asked for by whose it is, too.
alter table left_to_begin add column person uuid;
do $$
declare
    name text;
begin
    for name in select distinct kept from left_to_begin loop
        execute format('update left_to_begin l set person = r.person from %I r where r.id = l.id and l.kept = $1', name) using name;
    end loop;
end $$;
alter table left_to_begin alter column person set not null;
create index left_to_begin_person on left_to_begin (person);
select change_function('see_left_to_begin', '(id, kept, state, next, since) select $1, $2, $3, $4, $5''', '(id, kept, state, next, since, person) select $1, $2, $3, $4, $5, $6''');
select change_function('see_left_to_begin', 'in_kept, its_state, next, since;', 'in_kept, its_state, next, since, its_person;');
select change_function('see_all_left_to_begin', '(id, kept, state, next, since) select r.id, $1, r.state, $3, r.known_from', '(id, kept, state, next, since, person) select r.id, $1, r.state, $3, r.known_from, r.person');
select change_function('let_begin', 'update of state, withdrawn, follows on', 'update of state, withdrawn, follows, person on');
do $$
declare
    name text;
begin
    for name in select kept from lets_begin union select next from lets_begin loop
        execute format('create or replace trigger keep_left_to_begin after insert or delete or update of state, withdrawn, follows, person on %I'
            ' for each row execute function keep_left_to_begin()', name);
    end loop;
end $$;

-- What waits of those whom the list is about and who may be seen: ids alone.
create function waiting_at_once() returns table (id uuid, kept text, state text, next text) language plpgsql stable security definer rows 100
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
    seen constant uuid[] := array(select seen_at_once());
begin
    return query
        select l.id, l.kept, l.state, '' from left_to_decide l where l.person = any (seen)
        union all
        select l.id, l.kept, l.state, l.next from left_to_begin l where l.person = any (seen);
end $$;
drop function left_to_begin_at_once(text, text, text);

-- The same of everybody, of the kinds and states that are asked for; of each what waits longest.
create function waiting_of_everybody(kinds text[], states text[], nexts text[], most integer)
returns table (id uuid, kept text, state text, next text) language plpgsql stable security definer rows 100
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
    if not has_right('SEE_EVERY_RECORD') then
        return;
    end if;
    return query
        select w.id, a.kept, a.state, a.next from unnest(kinds, states, nexts) as a (kept, state, next)
        cross join lateral (
            (select l.id from left_to_decide l where a.next = '' and l.kept = a.kept and l.state = a.state order by l.since limit most)
            union all
            (select l.id from left_to_begin l where a.next <> '' and l.kept = a.kept and l.next = a.next and l.state = a.state order by l.since limit most)
        ) as w;
end $$;
drop function waiting_to_begin(text, text, text[], integer);

-- Of a team's allocations most have ended; those that open a file have not, or within the week.
create index allocation_of_account on allocation (account, ended) where not withdrawn;
create index allocation_of_team on allocation (team, ended) where not withdrawn;
drop index allocation_by_account;
drop index allocation_by_team;
drop index allocation_account;
drop index allocation_team;
create index relationship_file on relationship (person) include (other)
    where not withdrawn and kind not in ('SIBLING', 'HALF_SIBLING', 'STEP_SIBLING');

-- The people whom a search passes nobody of: as before, in steps that each know how many there are.
drop function search_own_people(boolean);
create function search_own_people(restricted_alone boolean) returns uuid[] language plpgsql stable security definer
set search_path = public, pg_temp set enable_seqscan = off set jit = off set plan_cache_mode = force_generic_plan as $$
declare
    me constant text := acting_account();
    since constant date := (acting_at() at time zone 'Europe/London')::date - 7;
    sees constant boolean := has_right('SEE_RECORDS');
    teams constant text[] := array(select t.team from team_member t where t.account = me);
    broken constant uuid[] := array(select b.person from break_glass b
        where has_right('BREAK_GLASS') and b.account = me and b.opened_at <= acting_at() and b.until > acting_at());
    files uuid[] := broken;
    hidden uuid[];
begin
    if sees then
        files := files || array(select r.person from restriction_member m join restriction r on r.id = m.restriction
            where m.account = me and r.ended is null and not r.withdrawn);
        if not restricted_alone then
            files := files
                || array(select a.person from allocation a where a.account = me and a.ended is null and not a.withdrawn)
                || array(select a.person from allocation a where a.account = me and a.ended >= since and not a.withdrawn)
                || array(select a.person from allocation a where a.team = any (teams) and a.ended is null and not a.withdrawn)
                || array(select a.person from allocation a where a.team = any (teams) and a.ended >= since and not a.withdrawn)
                || array(select s.person from person_search s where s.unallocated_creator = me);
        end if;
    end if;
    files := array(select distinct f.person from unnest(files) as f (person));
    hidden := array(select r.person from restriction r
        where r.person = any (files) and r.ended is null and not r.withdrawn and not r.person = any (broken)
            and not exists (select from restriction_member m where m.restriction = r.id and m.account = me));
    if cardinality(hidden) > 0 then
        files := array(select f.person from unnest(files) as f (person) except select h.person from unnest(hidden) as h (person));
    end if;
    if sees then
        files := array(
            select f.person from unnest(files) as f (person)
            union
            select r.other from relationship r
            where r.person = any (files) and not r.withdrawn and r.kind not in ('SIBLING', 'HALF_SIBLING', 'STEP_SIBLING'));
    end if;
    return files;
end $$;

-- Who may be seen of those whom a list is about. Most are seen plainly: nothing is restricted, and somebody of the team works with them.
create or replace function seen_of_those_said() returns setof uuid language plpgsql stable security definer
set search_path = public, pg_temp set jit = off set plan_cache_mode = force_generic_plan as $$
declare
    me constant text := acting_account();
    since constant date := (acting_at() at time zone 'Europe/London')::date - 7;
    about constant uuid[] := array(select distinct u.person from unnest(current_setting('golden_thread.about', true)::uuid[]) as u (person));
    teams text[];
    plain uuid[] := '{}';
    others uuid[];
begin
    if me is not null and has_right('SEE_RECORDS') then
        if has_right('SEE_EVERY_RECORD') then
            plain := about;
        else
            teams := array(select t.team from team_member t where t.account = me);
            plain := array(select distinct a.person from allocation a
                where a.person = any (about) and not a.withdrawn and (a.ended is null or a.ended >= since) and (a.account = me or a.team = any (teams)));
        end if;
        others := array(
            select d.merged from person_redirect d where d.merged = any (plain)
            union all
            select r.person from restriction r where r.person = any (plain) and r.ended is null and not r.withdrawn);
        if cardinality(others) > 0 then
            plain := array(select p.person from unnest(plain) as p (person) except select o.person from unnest(others) as o (person));
        end if;
    end if;
    return query select p.person from unnest(plain) as p (person);
    if cardinality(plain) < cardinality(about) then
        return query select o.person from (
            select a.person from unnest(about) as a (person) except select p.person from unnest(plain) as p (person) offset 0) as o
        where may_see(o.person);
    end if;
end $$;

-- The mark stands beside what it marks: to cut it off a long text took a third of what reading the text takes.
create or replace function seen_mark(seen text) returns text language sql stable security definer
set search_path = public, pg_temp as $$
    select encode(sha256(outer_key || sha256(inner_key || convert_to(json_build_array(pg_backend_pid(), extract(epoch from transaction_timestamp()),
        current_setting('golden_thread.account', true), current_setting('golden_thread.rights', true), current_setting('golden_thread.at', true),
        encode(sha256(convert_to(seen, 'UTF8')), 'hex'))::text, 'UTF8'))), 'hex')
    from seen_key
$$;
create or replace function say_about(people uuid[]) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
    seen text;
begin
    perform set_config('golden_thread.seen', '', true), set_config('golden_thread.seen_mark', '', true),
        set_config('golden_thread.about', coalesce(people::text, ''), true);
    if people is not null then
        seen := coalesce((select array_agg(each) from seen_of_those_said() as each), '{}')::text;
        perform set_config('golden_thread.seen', seen, true), set_config('golden_thread.seen_mark', seen_mark(seen), true);
    end if;
end $$;
create or replace function seen_at_once() returns setof uuid language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
    kept constant text := coalesce(current_setting('golden_thread.seen', true), '');
begin
    if kept <> '' and current_setting('golden_thread.seen_mark', true) = seen_mark(kept) then
        return query select unnest(kept::uuid[]);
    else
        return query select seen_of_those_said();
    end if;
end $$;

-- A right is asked for once of each question, and not of each of its rows.
do $$
declare
    asked constant text := 'is_system() OR has_right(''SEE_SOCIAL_CARE''::text)';
    found record;
begin
    for found in
        select c.relname, p.polname, pg_get_expr(p.polqual, p.polrelid) as polqual from pg_policy p join pg_class c on c.oid = p.polrelid
        where position('(' || asked in pg_get_expr(p.polqual, p.polrelid)) = 1
    loop
        execute format('alter policy %I on %I using (%s)', found.polname, found.relname, replace(found.polqual, asked, '(select ' || asked || ')'));
    end loop;
end $$;
select change_function('keep_to_social_care', $was$:= 'is_system() or has_right(''SEE_SOCIAL_CARE'')'$was$,
    $new$:= '(select is_system() or has_right(''SEE_SOCIAL_CARE''))'$new$);

revoke execute on function waiting_at_once(), waiting_of_everybody(text[], text[], text[], integer), search_own_people(boolean), keep_left_to_decide(),
    see_all_left_to_decide(text, text), let_wait(text, text) from public;
revoke execute on function search_own_people(boolean), keep_left_to_decide(), see_all_left_to_decide(text, text), let_wait(text, text)
    from golden_thread_app;
grant execute on function waiting_at_once(), waiting_of_everybody(text[], text[], text[], integer) to golden_thread_app;
drop function change_function(text, text, text);
