-- How long records are kept, what must not be destroyed though its time is over, and destruction that proves itself.
-- The reasons are in docs/decisions/0026-destruction-by-two-people-and-a-search.md.

-- A council's own years, where law leaves them to it; the latest of each rule counts.
create table retention_setting (
    version bigint generated always as identity primary key,
    rule text not null,
    years integer not null check (years between 1 and 150),
    reason text not null check (length(btrim(reason)) > 0),
    set_at timestamptz not null,
    set_by text not null
);

-- What must be kept whatever the rules say: a claim, an inquiry, a complaint, a subject's own request.
create table legal_hold (
    id uuid primary key,
    -- Null where everything is held, as an inquiry may ask.
    person uuid references person (id),
    reason text not null check (length(btrim(reason)) > 0),
    asked_by text not null check (length(btrim(asked_by)) > 0),
    set_at timestamptz not null,
    set_by text not null,
    post text not null,
    lifted_at timestamptz,
    lifted_by text,
    lifted_post text,
    lifted_reason text,
    check ((lifted_at is null) = (lifted_reason is null))
);
create index legal_hold_standing on legal_hold (person) where lifted_at is null;

-- A destruction: proposed by one, decided by another, and what was done.
create table destruction (
    id uuid primary key,
    state text not null default 'PROPOSED' check (state in ('PROPOSED', 'REFUSED', 'DONE')),
    reason text not null check (length(btrim(reason)) > 0),
    proposed_at timestamptz not null,
    proposed_by text not null,
    proposed_post text not null,
    decided_at timestamptz,
    decided_by text,
    decided_post text,
    remark text not null default '',
    -- What was destroyed and where was looked for what is left, once it is done.
    found jsonb,
    check ((state = 'PROPOSED') = (decided_at is null)),
    check (decided_by <> proposed_by),
    check ((state = 'DONE') = (found is not null))
);

create table destruction_person (
    destruction uuid not null references destruction (id),
    person uuid not null references person (id),
    local_number text not null,
    rule text not null,
    kept_until date not null,
    primary key (destruction, person)
);
create index destruction_person_person on destruction_person (person);

do $$
declare
    name text;
begin
    foreach name in array array['retention_setting', 'legal_hold', 'destruction', 'destruction_person'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
        execute format('create policy %I on %I for select to golden_thread_app'
            ' using (is_system() or has_right(''PLAN_DESTRUCTION'') or has_right(''DECIDE_DESTRUCTION''))', name || '_read', name);
        execute format('create trigger is_never_removed before delete or truncate on %I for each statement execute function refuse_change()', name);
        execute format('grant select on %I to golden_thread_app', name);
    end loop;
end $$;
create policy retention_setting_add on retention_setting for insert to golden_thread_app
    with check (has_right('PLAN_DESTRUCTION') and set_by = acting_account() and set_at = acting_at());
create policy legal_hold_add on legal_hold for insert to golden_thread_app
    with check (has_right('PLAN_DESTRUCTION') and set_by = acting_account() and set_at = acting_at() and lifted_at is null);
create policy legal_hold_lift on legal_hold for update to golden_thread_app using (has_right('PLAN_DESTRUCTION') and lifted_at is null)
    with check (has_right('PLAN_DESTRUCTION') and lifted_by = acting_account() and lifted_at = acting_at());
create policy destruction_add on destruction for insert to golden_thread_app
    with check (has_right('PLAN_DESTRUCTION') and state = 'PROPOSED' and proposed_by = acting_account() and proposed_at = acting_at());
create policy destruction_refuse on destruction for update to golden_thread_app using (has_right('DECIDE_DESTRUCTION') and state = 'PROPOSED')
    with check (has_right('DECIDE_DESTRUCTION') and state = 'REFUSED' and decided_by = acting_account() and decided_at = acting_at());
create policy destruction_person_add on destruction_person for insert to golden_thread_app
    with check (has_right('PLAN_DESTRUCTION') and exists (
        select from destruction d where d.id = destruction and d.state = 'PROPOSED' and d.proposed_at = acting_at() and d.proposed_by = acting_account()));
grant insert on retention_setting, legal_hold, destruction, destruction_person to golden_thread_app;
grant update (lifted_at, lifted_by, lifted_post, lifted_reason) on legal_hold to golden_thread_app;
grant update (state, decided_at, decided_by, decided_post, remark) on destruction to golden_thread_app;

-- That a record was destroyed may be said to whoever asks for it.
create function was_destroyed(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from destruction_person d join destruction a on a.id = d.destruction where d.person = wanted and a.state = 'DONE')
$$;

-- Somebody with a file of their own; a parent or neighbour who is only named on others' has none.
create function has_own_file(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from event e where e.person = wanted and e.known_until is null
        and e.record_type not in ('person', 'relationship', 'other-name', 'address'))
$$;

-- What decides how long each person's record is kept, of those on whom nothing has happened since a day, nobody works and no clock runs. Whoever is only
-- named on others' files is kept as long as one of those files.
create function retention_facts(entered_before date) returns table (
    person uuid, local_number text, given_name text, family_name text, born date, died date, adopted date, looked_after boolean,
    care_leaver boolean, protection boolean, last_entry date, restricted boolean, held text)
language sql stable security definer set search_path = public, pg_temp as $$
    select p.id, p.local_number, p.given_name, p.family_name, p.born, p.died,
        -- A new identity belongs to the adoption that it came of, and is kept as long, or the join would be lost before its time.
        coalesce((select max(c.ended) from period_of_care c where c.person = p.id and not c.withdrawn and c.reason_ended in ('E11', 'E12')),
            (select s.sealed_at::date from sealed_identity s where p.id in (s.old_person, s.new_person)),
            -- Adopters with whom a child was matched are part of that child's adoption.
            case when exists (select from prospective_adopter a join adoption_match m on m.adopters = a.household
                where a.person = p.id and not a.withdrawn and m.state = 'matched' and not m.withdrawn) then l.last_entry end),
        exists (select from period_of_care c where c.person = p.id and not c.withdrawn),
        exists (select from pathway_plan c where c.person = p.id and not c.withdrawn)
            or exists (select from care_leaver_contact c where c.person = p.id and not c.withdrawn),
        exists (select from strategy_discussion c where c.person = p.id and not c.withdrawn)
            or exists (select from section_47 c where c.person = p.id and not c.withdrawn)
            or exists (select from conference c where c.person = p.id and not c.withdrawn)
            or exists (select from child_protection_plan c where c.person = p.id and not c.withdrawn),
        l.last_entry,
        is_restricted(p.id),
        coalesce((select h.reason from legal_hold h where h.lifted_at is null and (h.person is null or h.person = p.id)
            order by h.person nulls last, h.set_at limit 1), '')
    from person p
    -- That somebody was born is no entry.
    cross join lateral (select coalesce(max(e.on_day), p.known_from::date) as last_entry from event e
        where e.person = p.id and e.known_until is null and e.record_type <> 'person') l
    where (has_right('PLAN_DESTRUCTION') or has_right('DECIDE_DESTRUCTION')) and not p.withdrawn and l.last_entry < entered_before
        and not exists (select from allocation a where a.person = p.id and a.ended is null and not a.withdrawn)
        and not exists (select from watched_clock w where w.person = p.id and w.known_until is null and w.met_on is null and w.void_on is null)
        and (has_own_file(p.id) or not exists (
            select from relationship r where not r.withdrawn and p.id in (r.person, r.other)
                and has_own_file(case when r.person = p.id then r.other else r.person end)))
$$;

-- Whatever is only ever added to may be removed by a destruction that somebody decided, and by nothing else; the audit log and what is
-- known of destructions never. No account but the owner's has the right to remove anything, so this asks of the owner's own function.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and nullif(current_setting('golden_thread.destruction', true), '') is not null
            and tg_table_name not in ('audit_log', 'audit_seal', 'audit_sealed', 'retention_setting', 'destruction', 'destruction_person', 'legal_hold')
            and exists (select from destruction d where d.id = current_setting('golden_thread.destruction')::uuid and d.state = 'PROPOSED'
                and d.proposed_by <> acting_account() and has_right('DECIDE_DESTRUCTION')) then
        return null;
    end if;
    raise exception '% is only ever added to', tg_table_name;
end $$;

-- The tables that a destruction looks through: every one, but for those that say who looked and what was destroyed.
create function tables_looked_through() returns setof text language sql stable set search_path = public, pg_temp as $$
    select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in ('audit_log', 'audit_seal', 'audit_sealed', 'destruction',
        'destruction_person', 'legal_hold', 'flyway_schema_history')
    order by c.relname
$$;

-- Where any of these ids, or any of these words, still stands in the database: column by column, over every table. Files and other bytes are not words.
create function what_is_left(ids uuid[], words text[]) returns table (place text, kind text, rows bigint)
language plpgsql stable set search_path = public, pg_temp as $$
declare
    col record;
    -- Numbers of a person are letters and digits alone, so that none means anything else to the search.
    tokens text := (select '\m(' || string_agg(w, '|') || ')\M' from unnest(words) as w where w ~ '^[A-Za-z0-9]+$');
    id_tokens text := (select string_agg(i::text, '|') from unnest(ids) as i);
begin
    if cardinality(ids) = 0 then
        return;
    end if;
    for col in
        select c.relname as tab, a.attname as att, t.typname as typ, t.typcategory as cat
        from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
        where c.relname in (select tables_looked_through()) and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
            -- A generated column says what others say.
            and a.attgenerated = ''
        order by c.relname, a.attnum
    loop
        if col.typ = 'uuid' then
            return query execute format('select %L::text, ''id'', count(*) from %I where %I = any ($1) having count(*) > 0',
                col.tab || '.' || col.att, col.tab, col.att) using ids;
        elsif col.typ = '_uuid' then
            return query execute format('select %L::text, ''id'', count(*) from %I where %I && $1 having count(*) > 0',
                col.tab || '.' || col.att, col.tab, col.att) using ids;
        elsif col.cat = 'S' or col.typ in ('jsonb', 'json', '_text', 'tsvector') then
            return query execute format('select %L::text, ''id'', count(*) from %I where %I::text ~ $1 having count(*) > 0',
                col.tab || '.' || col.att, col.tab, col.att) using id_tokens;
            if tokens is not null then
                return query execute format('select %L::text, ''number'', count(*) from %I where %I::text ~* $1 having count(*) > 0',
                    col.tab || '.' || col.att, col.tab, col.att) using tokens;
            end if;
        end if;
    end loop;
end $$;

-- Removes from each table the rows that a foreign key of it ties to these, first those that are tied to them.
create function remove_rows(in_table text, condition text, ids uuid[], counted jsonb) returns jsonb
language plpgsql set search_path = public, pg_temp as $$
declare
    tied record;
    gone bigint;
begin
    for tied in
        select k.conrelid::regclass::text as tab, f.attname as att, o.attname as ref
        from pg_constraint k
        join pg_attribute f on f.attrelid = k.conrelid and f.attnum = k.conkey[1]
        join pg_attribute o on o.attrelid = k.confrelid and o.attnum = k.confkey[1]
        where k.contype = 'f' and k.confrelid = in_table::regclass and k.conrelid <> k.confrelid and cardinality(k.conkey) = 1
    loop
        counted := remove_rows(tied.tab, format('%I in (select %I from %I where %s)', tied.att, tied.ref, in_table, condition), ids, counted);
    end loop;
    execute format('delete from %I where %s', in_table, condition) using ids;
    get diagnostics gone = row_count;
    if gone > 0 then
        counted := counted || jsonb_build_object(in_table, coalesce((counted ->> in_table)::bigint, 0) + gone);
    end if;
    return counted;
end $$;

-- Destroys what is recorded of the people of a proposal, those too who were merged into them, and looks through the whole database for what is
-- left of them; if any id is, nothing is destroyed. What stays of a person is a number that names nobody, so that what others' files say
-- of a relationship still stands and no number is given twice.
create function destroy_people(act uuid, in_post text, in_remark text) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    proposal destruction;
    people uuid[];
    records uuid[] := '{}';
    more uuid[];
    numbers text[];
    counted jsonb := '{}';
    blanks text;
    tab record;
    left_over text;
    elsewhere jsonb;
begin
    if not has_right('DECIDE_DESTRUCTION') or acting_account() is null or acting_at() is null then
        raise exception 'That is not theirs to decide' using errcode = '42501';
    end if;
    select * into proposal from destruction where id = act for update;
    if proposal.id is null or proposal.state <> 'PROPOSED' then
        raise exception 'That destruction is decided already' using errcode = 'GT001';
    elsif proposal.proposed_by = acting_account() then
        raise exception 'Whoever proposed a destruction does not decide it' using errcode = '42501';
    end if;
    -- Whoever was merged into one of them is them.
    insert into destruction_person (destruction, person, local_number, rule, kept_until)
    select act, m.id, m.local_number, d.rule, d.kept_until from destruction_person d join person_redirect r on r.kept = d.person
    join person m on m.id = r.merged where d.destruction = act;
    people := array(select d.person from destruction_person d where d.destruction = act);
    perform from person p where p.id = any (people) order by p.id for update;
    if exists (select from legal_hold h where h.lifted_at is null and (h.person is null or h.person = any (people))) then
        raise exception 'A legal hold stands' using errcode = 'GT002';
    elsif exists (select from allocation a where a.person = any (people) and a.ended is null and not a.withdrawn) then
        raise exception 'Somebody works with one of them again' using errcode = 'GT003';
    end if;

    perform set_config('golden_thread.destruction', act::text, true);
    -- A record that was taken to somebody else's file is theirs; what it said while it stood here goes.
    for tab in select record_tables() as name loop
        execute format('select array_agg(id) from %I where person = any ($1)', tab.name) into more using people;
        records := records || coalesce(more, '{}');
    end loop;
    select array_agg(distinct n) into numbers from (
        select unnest(array[v.nhs_number, v.upn, v.local_number]) from person_version v where v.id = any (people)) as said (n) where n <> '';

    -- The person's own row loses everything first, since each change leaves a version, which goes with the others.
    select string_agg(format('%I = %s', a.attname, case
        when not a.attnotnull then 'null'
        when t.typname = '_text' then '''{}'''
        when t.typcategory = 'S' then ''''''
        when t.typname = 'bool' then 'false'
        else a.attname end), ', ') into blanks
    from pg_attribute a join pg_type t on t.oid = a.atttypid
    where a.attrelid = 'person'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and a.attname not in ('id', 'person', 'state', 'version', 'why', 'withdrawn', 'known_from', 'known_by', 'known_by_post', 'local_number');
    execute format('update person set %s, withdrawn = true, why = ''Destroyed'', known_by_post = $2 where id = any ($1)', blanks)
        using people, in_post;

    for tab in select record_tables() as name loop
        counted := remove_rows(tab.name, 'person = any ($1)', people, counted);
        counted := remove_rows(tab.name || '_history', 'person = any ($1) or id = any ($1)', people || records, counted);
    end loop;
    counted := remove_rows('person_history', 'id = any ($1)', people, counted);
    -- What else is tied to a person, but for others' files that name them.
    for tab in
        select k.conrelid::regclass::text as name, f.attname as att
        from pg_constraint k join pg_attribute f on f.attrelid = k.conrelid and f.attnum = k.conkey[1]
        where k.contype = 'f' and k.confrelid = 'person'::regclass and k.conrelid::regclass::text not in ('relationship', 'destruction_person', 'legal_hold')
            and k.conrelid::regclass::text not in (select record_tables())
    loop
        counted := remove_rows(tab.name, format('%I = any ($1)', tab.att), people, counted);
    end loop;
    counted := remove_rows('event', 'record = any ($1) or about = any ($1)', records, counted);
    counted := remove_rows('record_move', 'record = any ($1)', records, counted);
    counted := remove_rows('entry_move', 'record = any ($1)', records, counted);
    counted := remove_rows('submission', 'record = any ($1)', people || records, counted);
    counted := remove_rows('draft', 'exists (select from unnest($1) as i where position(i::text in form) > 0)', people || records, counted);

    select string_agg(format('%s (%s)', w.place, w.rows), ', ') into left_over from what_is_left(people || records, '{}') w
    where w.place not in ('person.id', 'person.person', 'relationship.other', 'relationship_history.other');
    if left_over is not null then
        raise exception 'It is still told of in %', left_over using errcode = 'GT004';
    end if;
    select coalesce(jsonb_object_agg(w.place, w.rows), '{}') into elsewhere from what_is_left(people, numbers) w 
    where w.kind = 'number' and w.place <> 'person.local_number';
    update destruction set state = 'DONE', decided_at = acting_at(), decided_by = acting_account(), decided_post = in_post, remark = in_remark,
        found = jsonb_build_object('people', cardinality(people), 'removed', counted, 'written_elsewhere', elsewhere,
            'tables', (select count(*) from tables_looked_through()))
    where id = act;
    perform set_config('golden_thread.destruction', '', true);
    return counted;
end $$;

do $$
declare
    name text;
begin
    foreach name in array array['what_is_left(uuid[], text[])', 'remove_rows(text, text, uuid[], jsonb)', 'has_own_file(uuid)', 'retention_facts(date)',
            'destroy_people(uuid, text, text)'] loop
        execute format('revoke execute on function %s from public', name);
    end loop;
end $$;
grant execute on function retention_facts(date), destroy_people(uuid, text, text) to golden_thread_app;

-- Whoever sets a hold has a number and sees no file.
create function person_of_number(number text) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
    select stands_for(p.id) from person p where has_right('PLAN_DESTRUCTION') and p.local_number = number
$$;
create function number_of(wanted uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
    select p.local_number from person p where (has_right('PLAN_DESTRUCTION') or has_right('DECIDE_DESTRUCTION')) and p.id = wanted
$$;
