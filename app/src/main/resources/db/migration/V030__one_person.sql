-- Two records of one person become one, and can become two again; an entry made on the wrong person's file goes to the right one.
--
-- Rows are moved: a record that goes to another person gets a new version that says so, and its history twin, its events and its clocks keep
-- whose it was known to be before. So every constraint, policy, index and extract goes on as if it had always been there, and "as known on" an
-- earlier day still shows it where it was. A ledger says which record was moved by which act, and an act is undone by it.
-- The reasons are in docs/decisions/0022-records-are-moved-and-a-ledger-kept.md.

-- What an address may leave open, its earlier versions may too: without this no such address could be changed.
alter table address_history alter column must_not_be_disclosed drop not null;

create table person_merge (
    id uuid primary key,
    merged uuid not null references person (id),
    kept uuid not null references person (id),
    reason text not null check (length(btrim(reason)) > 0),
    made_at timestamptz not null,
    made_by text not null,
    post text not null,
    -- Versions of the person who stays, before and after answers were taken over; the same where none was.
    version_before integer not null,
    version_after integer not null,
    undone_at timestamptz,
    undone_by text,
    undone_post text,
    undone_reason text,
    check (merged <> kept),
    check ((undone_at is null) = (undone_reason is null))
);
create unique index person_merge_standing on person_merge (merged) where undone_at is null;
create index person_merge_kept on person_merge (kept);

-- Where whoever asks for a merged person is led on to: never to somebody who is merged themselves.
create table person_redirect (
    merged uuid primary key references person (id),
    kept uuid not null references person (id),
    check (merged <> kept)
);
create index person_redirect_kept on person_redirect (kept);

create table record_move (
    id bigint generated always as identity primary key,
    -- The merge, its undoing, or the move of one entry.
    act uuid not null,
    kept_table text not null,
    record uuid not null,
    -- OTHER where not the record was moved but whom it names, as the mother in a relationship.
    what text not null check (what in ('PERSON', 'OTHER')),
    from_person uuid not null references person (id),
    to_person uuid not null references person (id),
    -- The duty of an allocation that became that of a further worker, because two would have had it at once; empty for every other.
    duty_before text not null default '',
    at timestamptz not null
);
create index record_move_record on record_move (record, id desc) where what = 'PERSON';
create index record_move_act on record_move (act);

-- An entry that was made on the wrong file, and by whom and why it was moved.
create table entry_move (
    id uuid primary key,
    record uuid not null,
    kind text not null,
    from_person uuid not null references person (id),
    to_person uuid not null references person (id),
    reason text not null check (length(btrim(reason)) > 0),
    moved_at timestamptz not null,
    moved_by text not null,
    post text not null
);
create index entry_move_from on entry_move (from_person);
create index entry_move_to on entry_move (to_person);

do $$
declare
    name text;
begin
    foreach name in array array['person_merge', 'person_redirect', 'record_move', 'entry_move'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
        execute format('create trigger is_never_emptied before truncate on %I for each statement execute function refuse_change()', name);
    end loop;
    foreach name in array array['person_merge', 'record_move', 'entry_move'] loop
        execute format('create trigger is_never_removed before delete on %I for each statement execute function refuse_change()', name);
    end loop;
end $$;
-- That two ids are one person's tells nothing of the person.
create policy person_redirect_read on person_redirect for select to golden_thread_app
    using (has_right('SEE_RECORDS') or has_right('SEE_AUDIT') or is_system());
-- Of a merge that was undone, whoever may see both.
create policy person_merge_read on person_merge for select to golden_thread_app using (may_see(kept) and may_see(merged));
grant select on person_redirect, person_merge to golden_thread_app;

create function stands_for(wanted uuid) returns uuid language sql stable
    return coalesce((select kept from person_redirect where merged = wanted), wanted);

-- Whoever sees a person sees what was merged into them.
create or replace function may_see_file(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select acting_account() is not null and (
        is_system()
        or exists (
            select from (select stands_for(wanted) as id offset 0) as file
            where (has_right('SEE_RECORDS')
                and not exists (
                    select from restriction r
                    where r.person = file.id and r.ended is null and not r.withdrawn
                        and not exists (select from restriction_member m where m.restriction = r.id and m.account = acting_account()))
                and (has_right('SEE_EVERY_RECORD')
                    or exists (
                        select from allocation a
                        where a.person = file.id and opens_file(a.ended) and not a.withdrawn
                            and (a.account = acting_account()
                                or a.team in (select t.team from team_member t where t.account = acting_account())))
                    or exists (
                        select from restriction r join restriction_member m on m.restriction = r.id and m.account = acting_account()
                        where r.person = file.id and r.ended is null and not r.withdrawn)
                    or exists (
                        select from person p
                        where p.id = file.id and p.created_by = acting_account()
                            and not exists (select from allocation a where a.person = file.id and not a.withdrawn))))
            or (has_right('BREAK_GLASS') and exists (
                select from break_glass b
                where b.person = file.id and b.account = acting_account() and b.opened_at <= acting_at() and b.until > acting_at()))))
$$;

create or replace function may_see(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select may_see_file(wanted)
        or (has_right('SEE_RECORDS')
            and exists (
                select from (select stands_for(wanted) as id offset 0) as file
                where not exists (select from restriction r where r.person = file.id and r.ended is null and not r.withdrawn)
                    and exists (
                        select from relationship r
                        where r.other = file.id and not r.withdrawn and r.kind not in ('SIBLING', 'HALF_SIBLING', 'STEP_SIBLING')
                            and may_see_file(r.person))))
$$;

create or replace function who_to_ask(wanted uuid) returns table (restricted boolean, ask text, team_name text, post text)
language sql stable security definer set search_path = public, pg_temp as $$
    select r.id is not null, coalesce(r.ask, ''),
        case when r.id is null then coalesce(t.name, '') else '' end,
        case when r.id is null then coalesce(c.post, '') else '' end
    from person p
    left join lateral (select * from restriction r where r.person = p.id and r.ended is null and not r.withdrawn limit 1) r on true
    left join lateral (select * from allocation a where a.person = p.id and a.ended is null and not a.withdrawn
        and a.duty = 'ALLOCATED_WORKER' limit 1) a on true
    left join team t on t.id = a.team
    left join account c on c.name = a.account
    where p.id = stands_for(wanted) and acting_account() is not null and has_right('SEE_RECORDS')
$$;

create or replace function is_restricted(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from restriction r where r.person = stands_for(wanted) and r.ended is null and not r.withdrawn)
$$;

-- What a record said while it stood on another's file is that person's to see no more, but for whoever may see the right one.
create function may_see_moved(moved uuid, stood_on uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
    select coalesce((select m.to_person = stood_on or may_see(m.to_person) from record_move m
        where m.record = moved and m.what = 'PERSON' order by m.id desc limit 1), true)
$$;
create policy event_moved on event as restrictive for select to golden_thread_app
    using (known_until is null or may_see_moved(record, person));
create policy watched_clock_moved on watched_clock as restrictive for select to golden_thread_app
    using (known_until is null or may_see_moved(about, person));

select change_function('keep_record', 'execute format(''create policy %I on %I for insert', $new$execute format('create policy %I on %I as restrictive for select to golden_thread_app using (may_see_moved(id, person))',
        history || '_moved', history);
    execute format('create policy %I on %I for insert$new$);
do $$
declare
    kept text;
begin
    for kept in select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'keep_versions' loop
        execute format('create policy %I on %I as restrictive for select to golden_thread_app using (may_see_moved(id, person))',
            kept || '_history_moved', kept || '_history');
    end loop;
end $$;

-- Nothing is recorded of a person who is merged: whoever has the old form open is led on to the one who stays.
select change_function('keep_versions', 'new.known_by := acting_account();', $new$if tg_table_name <> 'person' and (tg_op = 'INSERT' or new.person <> old.person)
            and exists (select from person_redirect r where r.merged = new.person) then
        raise exception 'The record of this person is merged with another' using errcode = 'GT001';
    end if;
    new.known_by := acting_account();$new$);
create function lead_relationship_on() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    new.other := stands_for(new.other);
    return new;
end $$;
create trigger a_relationship_is_led_on before insert on relationship for each row execute function lead_relationship_on();

-- Search finds the one person by the names, numbers and days of both records.
create view search_other_name as
    select person, given_name, family_name, withdrawn from other_name
    union all
    select r.kept, p.given_name, p.family_name, false from person_redirect r join person p on p.id = r.merged
    union all
    select r.kept, p.known_as, '', false from person_redirect r join person p on p.id = r.merged where p.known_as <> '';
revoke all on search_other_name from public;

select change_function('refresh_person_search', 'from other_name n', 'from search_other_name n');
select change_function('refresh_person_search', 'array_remove(array[f.nhs, f.upn, f.local_number], '''')',
    $new$array_remove(array[f.nhs, f.upn, f.local_number] || array(
            select number from person_redirect r join person m on m.id = r.merged
            cross join lateral unnest(array[lower(regexp_replace(m.nhs_number, '\s', '', 'g')), lower(regexp_replace(m.upn, '\s', '', 'g')),
                search_plain(m.local_number)]) as number
            where r.kept = f.id), '')$new$);
select change_function('refresh_person_search', 'from unnest(array[f.born, f.expected]) as day',
    $new$from unnest(array[f.born, f.expected] || array(
                        select unnest(array[m.born, m.expected]) from person_redirect r join person m on m.id = r.merged where r.kept = f.id)) as day$new$);
select change_function('possible_duplicates', 's.nhs_number = asked_nhs and', 'asked_nhs = any (s.identifiers) and');
select change_function('possible_duplicates', 's.upn = asked_upn and', 'asked_upn = any (s.identifiers) and');
select change_function('possible_duplicates', 'c.nhs_number = asked_nhs and', 'asked_nhs = any (c.identifiers) and');
select change_function('possible_duplicates', 'c.upn = asked_upn and', 'asked_upn = any (c.identifiers) and');

drop function change_function(text, text, text);

-- The tables of records, but for people's own.
create function record_tables() returns setof text language sql stable set search_path = public, pg_temp as $$
    select c.relname::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgname = 'keep_versions' and c.relname <> 'person' order by c.relname
$$;

-- Each record in a row, with its table.
create type kept_record as (kept_table text, record uuid);

-- Everything that is recorded of somebody, what was withdrawn too.
create function records_of(wanted uuid) returns setof kept_record language plpgsql stable set search_path = public, pg_temp as $$
declare
    kept text;
begin
    for kept in select record_tables() loop
        return query execute format('select %L::text, id from %I where person = $1 order by known_from, id', kept, kept) using wanted;
    end loop;
end $$;

-- The records with all that came of them on the same file.
create function with_what_followed(first kept_record[]) returns setof kept_record language plpgsql stable set search_path = public, pg_temp as $$
declare
    every kept_record[] := first;
    found kept_record[] := first;
    further kept_record[];
    kept text;
begin
    while cardinality(found) > 0 loop
        further := '{}';
        for kept in select record_tables() loop
            execute format('select $3 || coalesce(array_agg(row(%L, id)::kept_record), ''{}'') from %I'
                ' where follows = any (array(select f.record from unnest($1) as f)) and not id = any (array(select e.record from unnest($2) as e))',
                kept, kept) into further using found, every, further;
        end loop;
        every := every || further;
        found := further;
    end loop;
    return query select * from unnest(every);
end $$;

-- Makes one record somebody else's, with its open events, the moves of its pathway and what was picked of it as significant.
create function move_record(act uuid, kept kept_record, to_whom uuid, why text, post text) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
    from_whom uuid;
begin
    execute format('select person from %I where id = $1 for update', kept.kept_table) into from_whom using kept.record;
    execute format('update %I set person = $1, why = $2, known_by_post = $3 where id = $4', kept.kept_table)
        using to_whom, why, post, kept.record;
    insert into record_move (act, kept_table, record, what, from_person, to_person, at)
    values (act, kept.kept_table, kept.record, 'PERSON', from_whom, to_whom, acting_at());
    with closed as (
        update event set known_until = greatest(acting_at(), known_from + interval '1 microsecond')
        where record = kept.record and known_until is null returning *
    )
    insert into event (person, record, record_type, name, about, on_day, at_time, summary, known_from)
    select to_whom, record, record_type, name, about, on_day, at_time, summary, acting_at() from closed order by id;
    update pathway_move set person = to_whom where record = kept.record;
    update significance set person = to_whom where record = kept.record;
end $$;

-- What the database would refuse if these records of one person were another's: pairs that cannot be at the same time.
create function would_overlap(records kept_record[], to_whom uuid) returns table (kept_table text, one uuid, other uuid)
language plpgsql stable set search_path = public, pg_temp as $$
declare
    rule record;
begin
    for rule in
        select c.relname, pg_get_expr(i.indpred, i.indrelid) as counted,
            (select string_agg(format('a.%1$I operator(%2$s) b.%1$I', f.attname, n.nspname || '.' || o.oprname), ' and ')
                from unnest(k.conkey, k.conexclop) as u (att, op)
                join pg_attribute f on f.attrelid = k.conrelid and f.attnum = u.att
                join pg_operator o on o.oid = u.op join pg_namespace n on n.oid = o.oprnamespace
                where f.attname <> 'person') as clashes
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_index i on i.indexrelid = k.conindid
        where k.contype = 'x' and c.relname in (select record_tables())
    loop
        return query execute format('select %L::text, a.id, b.id from (select * from %I where id = any ($1) and %s) a'
            ' join (select * from %I where person = $2 and not id = any ($1) and %s) b on %s',
            rule.relname, rule.relname, rule.counted, rule.relname, rule.counted, rule.clashes)
            using array(select r.record from unnest(records) as r), to_whom;
    end loop;
end $$;

create function only_the_system() returns void language plpgsql stable set search_path = public, pg_temp as $$
begin
    if not is_system() or acting_at() is null then
        raise exception 'Records are moved by the system alone, for somebody who may';
    end if;
end $$;

-- Where a merged person leads, and who was merged into somebody by way of them.
create function merged_into(wanted uuid) returns setof uuid language sql stable set search_path = public, pg_temp as $$
    with recursive under as (
        select merged from person_merge where kept = wanted and undone_at is null
        union all
        select m.merged from under u join person_merge m on m.kept = u.merged and m.undone_at is null
    )
    select merged from under
$$;

-- Makes two records one person. The one that is merged stays as it is, is marked as withdrawn and leads on.
create function merge_people(act uuid, in_merged uuid, in_kept uuid, in_reason text, in_post text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    kept kept_record;
    related uuid;
    version_now integer;
    duty text;
begin
    perform only_the_system();
    perform from person where id in (in_merged, in_kept) order by id for update;
    select p.version into strict version_now from person p where p.id = in_kept and not p.withdrawn;
    insert into person_merge (id, merged, kept, reason, made_at, made_by, post, version_before, version_after)
    values (act, in_merged, in_kept, in_reason, acting_at(), acting_account(), in_post, version_now, version_now);
    update person_redirect set kept = in_kept where person_redirect.kept = in_merged;
    insert into person_redirect (merged, kept) values (in_merged, in_kept);
    -- The reason stands with the merge alone, for whoever may see both people, whatever becomes of the merge.
    update person set withdrawn = true, why = 'Merged with another record of the same person', known_by_post = in_post where id = in_merged and not withdrawn;
    if not found then
        raise exception 'The record to be merged is withdrawn';
    end if;
    for kept in select * from records_of(in_merged) loop
        -- Both worked with the person at the time, and both go on seeing the file: one of them beside the other.
        update allocation set duty = 'FURTHER_WORKER', why = 'Two records of one person were merged', known_by_post = in_post
        where id = kept.record and kept.kept_table = 'allocation' and exists (select from would_overlap(array[kept], in_kept));
        duty := '';
        if found then
            select h.duty into duty from allocation_history h where h.id = kept.record order by h.version desc limit 1;
        end if;
        perform move_record(act, kept, in_kept, 'Two records of one person were merged', in_post);
        update record_move m set duty_before = duty where duty <> '' and m.act = merge_people.act and m.record = kept.record;
    end loop;
    for related in
        update relationship set other = in_kept, why = 'Two records of one person were merged', known_by_post = in_post where other = in_merged returning id
    loop
        insert into record_move (act, kept_table, record, what, from_person, to_person, at)
        values (act, 'relationship', related, 'OTHER', in_merged, in_kept, acting_at());
    end loop;
    -- What somebody is typing for the one goes on for the other.
    update draft d set form = replace(form, in_merged::text, in_kept::text)
    where d.form like '%' || in_merged || '%'
        and not exists (select from draft o where o.account = d.account and o.form = replace(d.form, in_merged::text, in_kept::text));
    perform refresh_person_search(array[in_merged, in_kept]);
end $$;
create policy draft_owner_leads_on on draft for update to current_user using (true) with check (true);

-- What goes back when a merge is undone: what it moved and is still there, and what came of that since.
create function goes_back(act uuid) returns setof kept_record language sql stable security definer set search_path = public, pg_temp as $$
    select f.* from with_what_followed(array(
        select row(m.kept_table, m.record)::kept_record
        from record_move m join person_merge p on p.id = m.act
        where m.act = goes_back.act and m.what = 'PERSON' and m.from_person = p.merged
            and p.kept = (select l.to_person from record_move l where l.record = m.record and l.what = 'PERSON' order by l.id desc limit 1))) as f
    where may_see((select kept from person_merge p where p.id = goes_back.act))
$$;

-- What was recorded since a merge and stays with the person who was kept.
create function stays_after(act uuid) returns setof kept_record language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    merge person_merge;
    kept text;
begin
    select * into strict merge from person_merge where id = act;
    if not may_see(merge.kept) then
        return;
    end if;
    for kept in select record_tables() loop
        return query execute format('select %L::text, r.id from %I r where r.person = $1 and not r.withdrawn'
            ' and coalesce((select h.known_from from %I h where h.id = r.id and h.version = 1), r.known_from) >= $2'
            ' and not exists (select from record_move m where m.record = r.id and m.act = $3)'
            ' and not r.id = any (array(select record from goes_back($3)))', kept, kept, kept || '_history')
            using merge.kept, merge.made_at, act;
    end loop;
end $$;

create function undo_merge(in_act uuid, in_reason text, in_post text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    merge person_merge;
    back kept_record[];
    kept kept_record;
    related uuid;
begin
    perform only_the_system();
    select * into strict merge from person_merge where id = in_act and undone_at is null for update;
    perform from person where id in (merge.merged, merge.kept) order by id for update;
    if exists (select from person_redirect r where r.merged = merge.kept) then
        raise exception 'The person who was kept is merged with another since; that is undone first' using errcode = 'GT002';
    end if;
    back := array(select g from goes_back(in_act) as g);
    update person_merge set undone_at = acting_at(), undone_by = acting_account(), undone_post = in_post, undone_reason = in_reason
    where id = in_act;
    delete from person_redirect r where r.merged = merge.merged;
    update person_redirect r set kept = merge.merged where r.merged in (select merged_into(merge.merged));
    update person set withdrawn = false, why = 'The merge with another record was undone', known_by_post = in_post where id = merge.merged;
    foreach kept in array back loop
        perform move_record(in_act, kept, merge.merged, 'The merge of two records was undone', in_post);
    end loop;
    update allocation a set duty = m.duty_before, why = 'The merge of two records was undone', known_by_post = in_post
    from record_move m
    where m.act = in_act and m.record = a.id and m.duty_before <> '' and a.person = merge.merged and a.duty = 'FURTHER_WORKER';
    for related in select m.record from record_move m where m.act = in_act and m.what = 'OTHER' and m.from_person = merge.merged loop
        update relationship set other = merge.merged, why = 'The merge of two records was undone', known_by_post = in_post where id = related and other = merge.kept;
        if found then
            insert into record_move (act, kept_table, record, what, from_person, to_person, at)
            values (in_act, 'relationship', related, 'OTHER', merge.kept, merge.merged, acting_at());
        end if;
    end loop;
    perform refresh_person_search(array[merge.merged, merge.kept]);
end $$;

create function took_over(act uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform only_the_system();
    update person_merge m set version_after = p.version from person p where m.id = act and p.id = m.kept;
end $$;

-- What stands in the way of one record's becoming another's, and of a merge: told before it is confirmed. Nothing to whoever may not see both.
create function overlaps_of_merge(in_merged uuid, in_kept uuid) returns table (kept_table text, one uuid, other uuid)
language sql stable security definer set search_path = public, pg_temp as $$
    select o.* from would_overlap(array(select r from records_of(in_merged) as r), in_kept) as o
    where may_see(in_merged) and may_see(in_kept)
$$;

-- How many records come along, of which kinds.
create function records_counted(wanted uuid) returns table (kept_table text, records bigint)
language sql stable security definer set search_path = public, pg_temp as $$
    select r.kept_table, count(*) from records_of(wanted) as r where may_see(wanted) group by r.kept_table
$$;

-- What moves with an entry: what came of it.
create function moves_along(in_table text, in_record uuid) returns setof kept_record
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    whose uuid;
begin
    if in_table not in (select record_tables()) then
        return;
    end if;
    execute format('select person from %I where id = $1', in_table) into whose using in_record;
    if may_see(whose) then
        return query select f.* from with_what_followed(array[row(in_table, in_record)::kept_record]) as f;
    end if;
end $$;

create function overlaps_of_move(in_table text, in_record uuid, to_whom uuid) returns table (kept_table text, one uuid, other uuid)
language sql stable security definer set search_path = public, pg_temp as $$
    select o.* from would_overlap(array(select f from moves_along(in_table, in_record) as f), to_whom) as o
    where may_see(to_whom)
$$;

create function move_entry(act uuid, in_kind text, in_table text, in_record uuid, to_whom uuid, in_reason text, in_post text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    kept kept_record;
    from_whom uuid;
begin
    perform only_the_system();
    if in_table not in (select record_tables()) then
        raise exception 'There is no kind of record called %', in_table;
    end if;
    execute format('select person from %I where id = $1 for update', in_table) into strict from_whom using in_record;
    for kept in select * from with_what_followed(array[row(in_table, in_record)::kept_record]) loop
        perform move_record(act, kept, to_whom, 'Recorded on another file by mistake and moved here', in_post);
    end loop;
    insert into entry_move (id, record, kind, from_person, to_person, reason, moved_at, moved_by, post)
    values (act, in_record, in_kind, from_whom, to_whom, in_reason, acting_at(), acting_account(), in_post);
end $$;

-- The entries that were moved to or from a file. The other person, the reason and the record are for whoever may see both.
create function moved_entries(wanted uuid) returns table (kind text, away boolean, moved_at timestamptz, post text, record uuid, other uuid, reason text)
language sql stable security definer set search_path = public, pg_temp as $$
    select e.kind, f.away, e.moved_at, e.post,
        case when f.both then e.record end, case when f.both then f.other end, case when f.both then e.reason else '' end
    from entry_move e
    cross join lateral (select stands_for(e.from_person) = wanted as away) as d
    cross join lateral (
        select d.away, case when d.away then e.to_person else e.from_person end as other,
            may_see(case when d.away then e.to_person else e.from_person end) as both) as f
    where may_see(wanted)
        and (e.from_person in (select wanted union select merged_into(wanted)) or e.to_person in (select wanted union select merged_into(wanted)))
    order by e.moved_at desc
$$;

do $$
declare
    name text;
begin
    foreach name in array array['records_of(uuid)', 'with_what_followed(kept_record[])', 'move_record(uuid, kept_record, uuid, text, text)',
            'would_overlap(kept_record[], uuid)', 'merged_into(uuid)'] loop
        execute format('revoke execute on function %s from public', name);
    end loop;
end $$;
