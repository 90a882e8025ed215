-- What was sent to the NHS under CP-IS (DCB1609), sending by sending. Of the children it holds numbers alone: who they were stands in the audit log, each
-- under the child, and so a destruction finds nothing here.
create table cpis_sending (
    id bigint generated always as identity primary key,
    began timestamptz not null,
    ended timestamptz,
    -- Who had it sent: an account, or the application itself.
    asked_by text not null,
    is_whole boolean not null,
    is_done boolean not null default false,
    accepted int not null default 0,
    removed int not null default 0,
    unchanged int not null default 0,
    refused int not null default 0,
    -- Children who could not be sent for want of an NHS number that passes its check.
    lacking int not null default 0,
    -- Why it stopped, without naming a child; empty where it did not.
    problem text not null default ''
);
create index cpis_sending_began on cpis_sending (began desc);
alter table cpis_sending enable row level security;
alter table cpis_sending force row level security;
do $$
begin
    execute format('create policy cpis_sending_owner on cpis_sending to %I using (true) with check (true)', current_user);
end $$;
create policy cpis_sending_read on cpis_sending for select to golden_thread_app using (is_system() or has_right('SEE_CPIS'));
create policy cpis_sending_add on cpis_sending for insert to golden_thread_app with check (is_system() and ended is null);
create policy cpis_sending_end on cpis_sending for update to golden_thread_app using (is_system() and ended is null) with check (is_system());
create trigger is_never_removed before delete or truncate on cpis_sending for each statement execute function refuse_change();
grant select, insert, update on cpis_sending to golden_thread_app;

-- The identities that adopted children had before: nothing of them is sent any more, and so nothing can join them to the new. Told to the
-- application alone, and without whom they became.
create function identities_before_adoption() returns table (person uuid) language sql stable security definer set search_path = public, pg_temp as $$
    select s.old_person from sealed_identity s where is_system()
$$;
