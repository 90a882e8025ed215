-- Returns being corrected: the files as they were given, every change since, and the explanations of queries. A return as it now is
-- follows from its files and its changes, so that nothing that somebody typed can be lost or go unseen.

create table return_work (
    id uuid primary key,
    return_name text not null check (return_name in ('ssda903', 'cin')),
    -- The year in which the collection ends.
    year integer not null check (year between 2017 and 2100),
    -- The returning authority's code of nine characters; empty where it was not said.
    authority text not null,
    children integer not null,
    problems_at_first integer not null,
    opened_at timestamptz not null,
    opened_by text not null,
    post text not null
);

create table return_file (
    work uuid not null references return_work (id) on delete cascade,
    place integer not null,
    kind text not null check (kind in ('THIS_YEAR', 'LAST_YEAR', 'PROVIDERS')),
    name text not null,
    content bytea not null,
    primary key (work, place)
);

create table return_change (
    work uuid not null references return_work (id) on delete cascade,
    -- The order of the sets of changes. Two that were made at the same time from the same state cannot both have a number.
    number integer not null,
    changes jsonb not null,
    -- What was done, in words.
    what text not null,
    child text not null,
    -- The set that this one takes back.
    undoes integer,
    made_at timestamptz not null,
    made_by text not null,
    post text not null,
    primary key (work, number),
    unique (work, undoes)
);
comment on column return_change.child is 'The child whose rows were changed; empty where they are of several.';

create table return_explanation (
    id bigint generated always as identity primary key,
    authority text not null,
    return_name text not null,
    rule text not null,
    child text not null,
    -- The event that it is about, in words that are the same in next year's return.
    subject text not null,
    year integer not null,
    -- Empty where the explanation is withdrawn.
    words text not null,
    given_at timestamptz not null,
    given_by text not null,
    post text not null
);
create index return_explanation_of on return_explanation (authority, return_name, id);
comment on table return_explanation is 'Only ever added to: of one query the latest words hold.';

do $$
declare
    name text;
begin
    foreach name in array array['return_work', 'return_file', 'return_change', 'return_explanation'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I for select using (has_right(''CORRECT_RETURNS''))', name || '_read', name);
    end loop;
end $$;

create policy return_work_add on return_work for insert
    with check (has_right('CORRECT_RETURNS') and opened_by = acting_account());
create policy return_work_remove on return_work for delete using (has_right('CORRECT_RETURNS'));
create policy return_file_add on return_file for insert with check (has_right('CORRECT_RETURNS'));
create policy return_change_add on return_change for insert
    with check (has_right('CORRECT_RETURNS') and made_by = acting_account());
create policy return_explanation_add on return_explanation for insert
    with check (has_right('CORRECT_RETURNS') and given_by = acting_account());

grant select, insert on return_work, return_file, return_change, return_explanation to golden_thread_app;
-- A return that is done with is removed whole, its files and changes with it; nothing of one is ever changed.
grant delete on return_work to golden_thread_app;
