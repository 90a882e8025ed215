-- Files that belong to a record or to a person. What is said of a file is a kind of record like any other, with its versions, and can be
-- withdrawn, moved and restored as they can; the file itself stands beside it, is never changed, and is seen by whoever sees the record.

create table attachment (
    like record_columns including all,
    kind text not null,
    title text not null,
    dated date not null,
    note text not null default ''
);
select keep_record('attachment');

create table attachment_file (
    attachment uuid not null references attachment (id),
    -- A newer file of the same document has the next number; the earlier stays.
    number integer not null check (number > 0),
    file_name text not null check (length(file_name) between 1 and 200),
    -- As its content says, whatever its name said.
    media_type text not null,
    content bytea not null check (octet_length(content) > 0),
    digest bytea not null check (digest = sha256(content)),
    added_at timestamptz not null,
    added_by text not null,
    added_by_post text not null,
    primary key (attachment, number)
);
-- Nearly all of these are compressed already.
alter table attachment_file alter column content set storage external;

-- A file that came with a form in which something else had to be put right: its sender's own, so that it need not be sent again.
create table held_file (
    id uuid primary key,
    account text not null,
    file_name text not null,
    media_type text not null,
    content bytea not null,
    held_at timestamptz not null
);
alter table held_file alter column content set storage external;
create index held_file_account on held_file (account);

do $$
declare
    name text;
begin
    foreach name in array array['attachment_file', 'held_file'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
    end loop;
end $$;
create trigger is_never_changed before update or delete or truncate on attachment_file for each statement execute function refuse_change();

-- The attachment's own policies decide, since this question is asked as whoever asks. A file that was withdrawn, because it is of another
-- child perhaps, is given to nobody until it is restored.
create policy attachment_file_read on attachment_file for select to golden_thread_app
    using (exists (select from attachment a where a.id = attachment and not a.withdrawn));
create policy attachment_file_add on attachment_file for insert to golden_thread_app
    with check (has_right('WRITE_RECORDS') and added_by = acting_account() and added_at = acting_at()
        and exists (select from attachment a where a.id = attachment and not a.withdrawn));
create policy held_file_own on held_file to golden_thread_app using (account = acting_account()) with check (account = acting_account());
grant select, insert on attachment_file to golden_thread_app;
grant select, insert, delete on held_file to golden_thread_app;

-- Of what kind a record is, by its table; null where there is none of that id that whoever asks may see.
create function kind_of_record(wanted uuid) returns text language plpgsql stable set search_path = public, pg_temp as $$
declare
    kept text;
    found boolean;
begin
    for kept in select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where t.tgname = 'keep_versions' and c.relname not in ('person', 'attachment') order by c.relname
    loop
        execute format('select exists (select from %I where id = $1)', kept) into found using wanted;
        if found then
            return kept;
        end if;
    end loop;
    return null;
end $$;
