-- The live record: who may see it, what every kind of record shares, what happened, and the clocks that are watched.
--
-- A kind of record is one table made "like record_columns" and one call of keep_record(): its history, its policies, its grants and
-- "as known at" follow from that. What happened is dated by day; when it was known is the time that the application tells each
-- connection (golden_thread.at), so that no fact is dated by the database's own clock and none by its writer.

create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;
create extension if not exists unaccent;
create extension if not exists btree_gist;

create function acting_at() returns timestamptz language sql stable
    return nullif(current_setting('golden_thread.at', true), '')::timestamptz;

create table record_columns (
    id uuid primary key,
    -- Whom it is about.
    person uuid not null,
    -- The record that it came of, such as the referral of an assessment.
    follows uuid,
    -- Recorded in one go for several people, such as siblings: the same in each.
    recorded_together uuid,
    -- Where it stands on its pathway; empty for what has none.
    state text not null default '',
    version integer not null,
    -- Why this version was made, where the one before was changed.
    why text not null default '',
    -- Entered in error: kept, and shown to nobody as a fact.
    withdrawn boolean not null default false,
    known_from timestamptz not null,
    known_by text not null,
    known_by_post text not null
);
comment on table record_columns is 'What every kind of record shares; it holds no rows.';

-- Each version is numbered, dated and signed here, so that the application can forge none of it; the version before goes to the
-- history twin. It runs as the owner, because nobody else may add to history.
create function keep_versions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    told timestamptz := acting_at();
begin
    if told is null or acting_account() is null then
        raise exception 'A version of % must say who makes it and when', tg_table_name;
    end if;
    new.known_by := acting_account();
    if tg_op = 'INSERT' then
        new.version := 1;
        new.known_from := told;
        return new;
    end if;
    if new.id <> old.id then
        raise exception 'A record keeps its id';
    end if;
    new.version := old.version + 1;
    -- A clock that was set back must not put the versions out of order.
    new.known_from := greatest(told, old.known_from + interval '1 microsecond');
    execute format('insert into %I select (jsonb_populate_record(null::%I, $1)).*', tg_table_name || '_history', tg_table_name || '_history')
        using to_jsonb(old) || jsonb_build_object('known_until', new.known_from);
    return new;
end $$;

create table team (
    id text primary key check (id ~ '^[a-z0-9-]{2,60}$'),
    name text not null check (length(btrim(name)) between 1 and 100),
    -- Empty for a team of the council.
    agency text not null default ''
);

create table team_member (
    team text not null references team (id),
    account text not null references account (name),
    manages boolean not null default false,
    primary key (account, team)
);
create index team_member_team on team_member (team);

create table person (
    like record_columns including all,
    given_name text not null default '',
    family_name text not null default '',
    known_as text not null default '',
    -- Null where it is not known; an unborn child has an expected date instead.
    born date,
    expected date,
    died date,
    sex text not null default '' check (sex in ('', 'F', 'M', 'U')),
    gender text not null default '',
    ethnicity text not null default '',
    disabilities text[] not null default '{}',
    first_language text not null default '',
    interpreter_needed boolean,
    nhs_number text not null default '',
    upn text not null default '',
    upn_unknown text not null default '',
    -- The council's own number of the person, as the returns write it.
    local_number text not null,
    created_by text not null,
    check (id = person),
    check (born is null or died is null or died >= born)
);
create unique index person_local_number on person (local_number);
create unique index person_nhs_number on person (nhs_number) where nhs_number <> '' and not withdrawn;
create unique index person_upn on person (upn) where upn <> '' and not withdrawn;
create sequence local_number start 500001;

create table relationship (
    like record_columns including all,
    other uuid not null references person (id),
    -- What the other is to the person, such as MOTHER.
    kind text not null,
    parental_responsibility boolean,
    started date,
    ended date,
    note text not null default '',
    check (other <> person),
    check (ended is null or started is null or ended >= started)
);
create index relationship_other on relationship (other) where not withdrawn;

create table other_name (
    like record_columns including all,
    given_name text not null default '',
    family_name text not null default '',
    -- BIRTH, FORMER, ALIAS or SPELLING.
    kind text not null,
    check (given_name <> '' or family_name <> '')
);

create table address (
    like record_columns including all,
    lines text not null,
    postcode text not null default '',
    -- HOME, PLACEMENT, CORRESPONDENCE or OTHER.
    kind text not null,
    started date,
    ended date,
    -- Kept off every print, letter and export.
    must_not_be_disclosed boolean not null default false,
    check (ended is null or started is null or ended >= started)
);

create table allocation (
    like record_columns including all,
    team text not null references team (id),
    account text references account (name),
    -- ALLOCATED_WORKER, FURTHER_WORKER, REVIEWING_OFFICER or PERSONAL_ADVISER.
    duty text not null,
    started date not null,
    ended date,
    during daterange generated always as (daterange(started, ended, '[)')) stored,
    check (ended is null or ended >= started)
);
-- One allocated worker at a time, whoever writes it.
alter table allocation add constraint allocation_one_at_a_time
    exclude using gist (person with =, duty with =, during with &&) where (duty <> 'FURTHER_WORKER' and not withdrawn);
create index allocation_account on allocation (account) where ended is null and not withdrawn;
create index allocation_team on allocation (team) where ended is null and not withdrawn;
create index allocation_open on allocation (person) where ended is null and not withdrawn;

create table restriction (
    like record_columns including all,
    -- STAFF_FAMILY, ADOPTION, MARAC, ALLEGATION or OTHER.
    kind text not null,
    reason text not null check (length(btrim(reason)) > 0),
    -- Whom to ask, as a post: shown to everybody who is stopped.
    ask text not null check (length(btrim(ask)) > 0),
    started date not null,
    ended date
);
create index restriction_open on restriction (person) where ended is null and not withdrawn;

create table restriction_member (
    restriction uuid not null references restriction (id),
    account text not null references account (name),
    added_at timestamptz not null,
    added_by text not null,
    primary key (restriction, account)
);

create table break_glass (
    id uuid primary key,
    person uuid not null references person (id),
    account text not null references account (name),
    post text not null,
    reason text not null check (length(btrim(reason)) >= 10),
    opened_at timestamptz not null,
    until timestamptz not null,
    reviewed_at timestamptz,
    reviewed_by text,
    -- UPHELD or QUERIED.
    outcome text,
    remark text not null default '',
    check (until > opened_at and until <= opened_at + interval '24 hours')
);
create index break_glass_open on break_glass (account, person, until);

-- Whether the person who acts may see what is recorded of somebody. It looks behind the policies, as their owner, and asks of the one
-- who acts; it tells nothing but yes or no.
create function may_see_file(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select acting_account() is not null and (
        is_system()
        or (has_right('SEE_RECORDS')
            and not exists (
                select from restriction r
                where r.person = wanted and r.ended is null and not r.withdrawn
                    and not exists (select from restriction_member m where m.restriction = r.id and m.account = acting_account()))
            and (has_right('SEE_EVERY_RECORD')
                or exists (
                    select from allocation a
                    where a.person = wanted and a.ended is null and not a.withdrawn
                        and (a.account = acting_account()
                            or a.team in (select t.team from team_member t where t.account = acting_account())))
                or exists (
                    select from restriction r join restriction_member m on m.restriction = r.id and m.account = acting_account()
                    where r.person = wanted and r.ended is null and not r.withdrawn)
                or exists (
                    select from person p
                    where p.id = wanted and p.created_by = acting_account()
                        and not exists (select from allocation a where a.person = wanted and not a.withdrawn))))
        or (has_right('BREAK_GLASS') and exists (
            select from break_glass b
            where b.person = wanted and b.account = acting_account() and b.opened_at <= acting_at() and b.until > acting_at())))
$$;

-- A parent or carer is seen by whoever sees a child of theirs, unless they are restricted themselves.
create function may_see(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select may_see_file(wanted)
        or (has_right('SEE_RECORDS')
            and not exists (select from restriction r where r.person = wanted and r.ended is null and not r.withdrawn)
            and exists (
                select from relationship r
                where r.other = wanted and not r.withdrawn and r.kind not in ('SIBLING', 'HALF_SIBLING', 'STEP_SIBLING')
                    and may_see_file(r.person)))
$$;

-- Makes a table that is like record_columns into a kind of record.
create function keep_record(kept text, add_right text default 'WRITE_RECORDS') returns void language plpgsql as $$
declare
    history text := kept || '_history';
    shared text;
begin
    execute format('create table %I (like %I)', history, kept);
    execute format('alter table %I add column known_until timestamptz not null', history);
    execute format('create index on %I (id, version)', history);
    execute format('create index on %I (person)', history);
    if kept <> 'person' then
        execute format('alter table %I add foreign key (person) references person (id)', kept);
        execute format('create index on %I (person)', kept);
    end if;
    execute format('create index on %I (follows) where follows is not null', kept);
    execute format('create trigger keep_versions before insert or update on %I for each row execute function keep_versions()', kept);
    execute format('create trigger is_never_removed before delete or truncate on %I for each statement execute function refuse_change()', kept);

    execute format('alter table %I enable row level security', kept);
    execute format('alter table %I force row level security', kept);
    execute format('alter table %I enable row level security', history);
    execute format('alter table %I force row level security', history);
    execute format('create policy %I on %I for select to golden_thread_app using (may_see(person))', kept || '_read', kept);
    execute format('create policy %I on %I for select to golden_thread_app using (may_see(person))', history || '_read', history);
    execute format('create policy %I on %I for insert to golden_thread_app with check (is_system() or (has_right(%L) and %s))',
        kept || '_add', kept, add_right, case when kept = 'person' then 'true' else 'may_see(person)' end);
    execute format('create policy %I on %I for update to golden_thread_app using (is_system() or (has_right(%L) and may_see(person)))'
        ' with check (is_system() or (has_right(%L) and may_see(person)))', kept || '_change', kept, add_right, add_right);
    -- The owner's own functions look behind the policies; the application cannot become the owner.
    execute format('create policy %I on %I to %I using (true) with check (true)', kept || '_owner', kept, current_user);
    execute format('create policy %I on %I to %I using (true) with check (true)', history || '_owner', history, current_user);
    execute format('grant select, insert, update on %I to golden_thread_app', kept);
    execute format('grant select on %I to golden_thread_app', history);

    select string_agg(quote_ident(column_name), ', ' order by ordinal_position) into shared
    from information_schema.columns where table_schema = 'public' and table_name = kept;
    execute format('create view %I with (security_invoker = true) as select %s, null::timestamptz as known_until from %I'
        ' union all select %s, known_until from %I', kept || '_version', shared, kept, shared, history);
    execute format('grant select on %I to golden_thread_app', kept || '_version');
end $$;

select keep_record('person');
select keep_record('relationship');
select keep_record('other_name');
select keep_record('address');
select keep_record('allocation', 'ALLOCATE');
select keep_record('restriction', 'RESTRICT');

-- What happened, drawn from the records and their moves in the transaction that saves them; never typed.
create table event (
    id bigint generated always as identity primary key,
    person uuid not null references person (id),
    record uuid not null,
    record_type text not null,
    -- What kind of thing happened, such as referral-received.
    name text not null,
    -- What it counts towards: the record whose clocks it starts or stops.
    about uuid not null,
    on_day date not null,
    at_time time,
    summary text not null,
    known_from timestamptz not null,
    known_until timestamptz
);
create index event_person on event (person, on_day) where known_until is null;
create index event_record on event (record) where known_until is null;
create index event_known on event (person, known_from);

-- Each watched clock as it was known to stand; a row is closed and another opened when a fact changes it.
create table watched_clock (
    id bigint generated always as identity primary key,
    person uuid not null references person (id),
    clock text not null,
    about uuid not null,
    sequence integer not null,
    started_on date not null,
    due_on date not null,
    -- For a clock that is counted in hours.
    due_at timestamptz,
    met_on date,
    void_on date,
    in_time boolean,
    knock_on boolean not null,
    known_from timestamptz not null,
    known_until timestamptz
);
create unique index watched_clock_now on watched_clock (person, clock, about, sequence) where known_until is null;
create index watched_clock_open on watched_clock (due_on, person) where known_until is null and met_on is null and void_on is null;
create index watched_clock_known on watched_clock (person, known_from);

-- A move along a pathway: who decided, on what day, and why.
create table pathway_move (
    id uuid primary key,
    person uuid not null references person (id),
    record uuid not null,
    pathway text not null,
    move text not null,
    from_state text not null,
    to_state text not null,
    on_day date not null,
    reason text not null,
    made_at timestamptz not null,
    made_by text not null,
    post text not null
);
create index pathway_move_record on pathway_move (record);
create index pathway_move_person on pathway_move (person);

-- What was sent twice counts once.
create table submission (
    account text not null,
    token uuid not null,
    record uuid not null,
    at timestamptz not null,
    primary key (account, token)
);

-- Who may decide a move, where the council has set it otherwise than the pathway's own table; the latest counts.
create table move_decider (
    id bigint generated always as identity primary key,
    pathway text not null,
    move text not null,
    -- Names of deciders, divided by spaces.
    deciders text not null,
    reason text not null check (length(btrim(reason)) > 0),
    set_at timestamptz not null,
    set_by text not null
);

-- A clock of the council's own, or its own limit in place of a local procedure's; the latest of each name counts.
create table local_clock (
    version bigint generated always as identity primary key,
    id text not null check (id ~ '^[a-z0-9-]{2,60}$'),
    name text not null,
    amount integer not null check (amount between 1 and 3650),
    unit text not null check (unit in ('HOURS', 'WORKING_DAYS', 'DAYS', 'WEEKS', 'MONTHS')),
    in_force boolean not null default true,
    reason text not null check (length(btrim(reason)) > 0),
    set_at timestamptz not null,
    set_by text not null
);

do $$
declare
    name text;
begin
    foreach name in array array['record_columns', 'team', 'team_member', 'restriction_member', 'break_glass', 'event', 'watched_clock',
            'pathway_move', 'submission', 'move_decider', 'local_clock'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
    end loop;
    foreach name in array array['event', 'watched_clock', 'pathway_move'] loop
        execute format('create policy %I on %I for select to golden_thread_app using (may_see(person))', name || '_read', name);
        execute format('create policy %I on %I for insert to golden_thread_app with check (is_system() or (has_right(''SEE_RECORDS'') and may_see(person)))',
            name || '_add', name);
    end loop;
    foreach name in array array['event', 'watched_clock'] loop
        execute format('create policy %I on %I for update to golden_thread_app using (may_see(person)) with check (may_see(person))', name || '_close', name);
    end loop;
end $$;

-- Names and posts of those who work here are no secret from those who work here.
create policy account_owner on account for select to current_user using (true);
create policy team_read on team for select to golden_thread_app using (acting_account() is not null);
create policy team_add on team for insert to golden_thread_app with check (is_system() or has_right('MANAGE_ACCOUNTS'));
create policy team_change on team for update to golden_thread_app using (is_system() or has_right('MANAGE_ACCOUNTS'));
create policy team_member_read on team_member for select to golden_thread_app using (acting_account() is not null);
create policy team_member_write on team_member to golden_thread_app
    using (is_system() or has_right('MANAGE_ACCOUNTS')) with check (is_system() or has_right('MANAGE_ACCOUNTS'));
create policy restriction_member_read on restriction_member for select to golden_thread_app
    using (is_system() or account = acting_account() or has_right('RESTRICT'));
create policy restriction_member_write on restriction_member to golden_thread_app
    using (is_system() or has_right('RESTRICT')) with check (is_system() or has_right('RESTRICT'));
create policy break_glass_read on break_glass for select to golden_thread_app
    using (is_system() or account = acting_account() or has_right('REVIEW_BREAK_GLASS') or has_right('SEE_AUDIT'));
create policy break_glass_add on break_glass for insert to golden_thread_app
    with check (has_right('BREAK_GLASS') and account = acting_account() and opened_at = acting_at());
-- Nobody reviews their own.
create policy break_glass_review on break_glass for update to golden_thread_app
    using (has_right('REVIEW_BREAK_GLASS') and account <> acting_account())
    with check (has_right('REVIEW_BREAK_GLASS') and reviewed_by = acting_account());
create policy submission_own on submission to golden_thread_app using (account = acting_account()) with check (account = acting_account());
create policy move_decider_read on move_decider for select to golden_thread_app using (acting_account() is not null);
create policy move_decider_add on move_decider for insert to golden_thread_app with check (has_right('CONFIGURE_PRACTICE') and set_by = acting_account());
create policy local_clock_read on local_clock for select to golden_thread_app using (acting_account() is not null);
create policy local_clock_add on local_clock for insert to golden_thread_app with check (has_right('CONFIGURE_PRACTICE') and set_by = acting_account());

grant select, insert on team, team_member, restriction_member, break_glass, event, watched_clock, pathway_move, submission, move_decider,
    local_clock to golden_thread_app;
grant update (name) on team to golden_thread_app;
grant update (manages) on team_member to golden_thread_app;
grant delete on team_member, restriction_member to golden_thread_app;
grant update (reviewed_at, reviewed_by, outcome, remark) on break_glass to golden_thread_app;
grant update (known_until) on event, watched_clock to golden_thread_app;
grant usage on sequence local_number to golden_thread_app;

-- Who else has typed into a form lately: their post and when, and nothing of what they typed.
create function others_drafting(wanted text) returns table (post text, saved_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
    select a.post, d.saved_at from draft d join account a on a.name = d.account
    where d.form = wanted and d.account <> acting_account() and acting_account() is not null
        and d.saved_at > acting_at() - interval '30 minutes'
$$;
create policy draft_owner on draft for select to current_user using (true);

-- The posts of those whom a person may be allocated to.
create function team_posts(wanted text) returns table (account text, post text, manages boolean)
language sql stable security definer set search_path = public, pg_temp as $$
    select m.account, a.post, m.manages from team_member m join account a on a.name = m.account
    where m.team = wanted and a.enabled and has_right('SEE_RECORDS') order by a.post
$$;
