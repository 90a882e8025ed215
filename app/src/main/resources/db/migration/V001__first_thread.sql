-- The first thread: who may sign in, what was looked at, what was loaded, and what was issued.
--
-- Every table is under forced row-level security. The application's role owns nothing; it is told for each connection whom
-- it acts for (golden_thread.account) and with which rights (golden_thread.rights). Told of nobody, it sees no row.

create function acting_account() returns text language sql stable
    return nullif(current_setting('golden_thread.account', true), '');

create function has_right(wanted text) returns boolean language sql stable
    return position(' ' || wanted || ' ' in coalesce(current_setting('golden_thread.rights', true), '')) > 0;

create function is_system() returns boolean language sql stable
    return has_right('SYSTEM');

create function may_see_part(part integer) returns boolean language sql stable
    return acting_account() is not null and (part = 1 or has_right('SEE_PART_2') or is_system());

create table setting (
    name text primary key,
    value text not null
);

create table account (
    name text primary key check (name = lower(name) and length(name) between 2 and 100),
    post text not null check (length(post) between 1 and 200),
    role text not null,
    password_hash text,
    -- The password is a secret to be used once, to choose a password with.
    one_time boolean not null default false,
    made_up boolean not null default false,
    enabled boolean not null default true,
    created_at timestamptz not null,
    -- Raised whenever role, password or standing change: sessions that were opened before are over.
    revision integer not null default 1
);
comment on column account.post is 'The post, such as Performance analyst; papers and the log name posts.';

create table audit_log (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    account text not null,
    role text not null,
    action text not null,
    subject text not null,
    detail text not null,
    address text not null
);
create index audit_log_at on audit_log (at desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is only ever added to', tg_table_name;
end $$;
create trigger audit_log_is_only_added_to before update or delete or truncate on audit_log
    for each statement execute function refuse_change();

create table snapshot (
    id text primary key,
    place bigint generated always as identity unique,
    directory text not null,
    authority_code text not null,
    authority text not null,
    made_up boolean not null,
    loaded_at timestamptz not null,
    loaded_by text not null
);
comment on column snapshot.place is 'The order in which snapshots were loaded; the greatest is the current one.';

create table index_version (
    id bigint generated always as identity primary key,
    title text not null,
    csv text not null,
    -- Columns, their order and headings, as the publication module reads them.
    layout text not null,
    note text not null,
    saved_at timestamptz not null,
    saved_by text not null
);
comment on table index_version is 'The index as the council numbers, names and orders it; each save is kept.';

create table commentary (
    id bigint generated always as identity primary key,
    as_at date not null,
    number text not null,
    part integer not null check (part in (1, 2)),
    body text not null,
    written_at timestamptz not null,
    written_by text not null,
    post text not null
);
comment on column commentary.part is 'The first part of the papers it may stand in; 2 where the indicator is suppressed.';
create index commentary_as_at on commentary (as_at, number, id desc);

create table rating_override (
    id bigint generated always as identity primary key,
    as_at date not null,
    number text not null,
    part integer not null check (part in (1, 2)),
    -- Null where the override is withdrawn and the rule stands again.
    rating text check (rating in ('GREEN', 'AMBER', 'RED')),
    reason text not null check (length(btrim(reason)) > 0),
    given_at timestamptz not null,
    given_by text not null,
    post text not null
);
create index rating_override_as_at on rating_override (as_at, number, id desc);

create table issued_report (
    id bigint generated always as identity primary key,
    as_at date not null,
    title text not null,
    snapshot text not null references snapshot (id),
    index_version bigint references index_version (id),
    issued_at timestamptz not null,
    issued_by text not null,
    post text not null
);

create table issued_document (
    report bigint not null references issued_report (id),
    part integer not null check (part in (1, 2)),
    format text not null,
    file_name text not null,
    media_type text not null,
    content bytea not null,
    primary key (report, part, format)
);

create table published_values (
    report bigint primary key references issued_report (id),
    -- As the measures module writes them; every value of Part 2 is in it, so it is for those who may see Part 2.
    content jsonb not null
);

create table draft (
    account text not null,
    form text not null,
    body jsonb not null,
    saved_at timestamptz not null,
    primary key (account, form)
);

do $$
declare
    name text;
begin
    foreach name in array array['setting', 'account', 'audit_log', 'snapshot', 'index_version', 'commentary',
            'rating_override', 'issued_report', 'issued_document', 'published_values', 'draft'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
    end loop;
end $$;

create policy setting_read on setting for select using (is_system() or acting_account() is not null);
create policy setting_write on setting for all using (is_system()) with check (is_system());

create policy account_read on account for select
    using (is_system() or has_right('MANAGE_ACCOUNTS') or name = acting_account());
create policy account_add on account for insert with check (is_system() or has_right('MANAGE_ACCOUNTS'));
create policy account_change on account for update
    using (is_system() or has_right('MANAGE_ACCOUNTS')) with check (is_system() or has_right('MANAGE_ACCOUNTS'));

create policy audit_log_read on audit_log for select using (has_right('SEE_AUDIT'));
create policy audit_log_add on audit_log for insert with check (is_system() or account = acting_account());

create policy snapshot_read on snapshot for select using (acting_account() is not null);
create policy snapshot_add on snapshot for insert with check (is_system() or has_right('LOAD_RETURNS'));

create policy index_version_read on index_version for select using (acting_account() is not null);
create policy index_version_add on index_version for insert with check (is_system() or has_right('CONFIGURE_INDEX'));

create policy commentary_read on commentary for select using (may_see_part(part));
create policy commentary_add on commentary for insert
    with check (has_right('WRITE_COMMENTARY') and may_see_part(part) and written_by = acting_account());

create policy rating_override_read on rating_override for select using (may_see_part(part));
create policy rating_override_add on rating_override for insert
    with check (has_right('OVERRIDE_RATING') and may_see_part(part) and given_by = acting_account());

create policy issued_report_read on issued_report for select using (acting_account() is not null);
create policy issued_report_add on issued_report for insert
    with check (has_right('ISSUE_REPORT') and issued_by = acting_account());

create policy issued_document_read on issued_document for select using (may_see_part(part));
create policy issued_document_add on issued_document for insert with check (has_right('ISSUE_REPORT'));

create policy published_values_read on published_values for select using (is_system() or has_right('SEE_PART_2'));
create policy published_values_add on published_values for insert with check (has_right('ISSUE_REPORT'));

create policy draft_own on draft for all using (account = acting_account()) with check (account = acting_account());

grant usage on schema public to golden_thread_app;
grant select on setting, account, audit_log, snapshot, index_version, commentary, rating_override, issued_report,
    issued_document, published_values, draft to golden_thread_app;
grant insert on setting, account, audit_log, snapshot, index_version, commentary, rating_override, issued_report,
    issued_document, published_values, draft to golden_thread_app;
grant update on setting, account, draft to golden_thread_app;
grant delete on draft to golden_thread_app;
