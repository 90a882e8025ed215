-- Who else works with a child, and what the family agreed to have shared with whom.

create table professional (
    like record_columns including all,
    role text not null,
    name text not null default '',
    organisation text not null,
    telephone text not null default '',
    email text not null default '',
    started date,
    ended date,
    note text not null default '',
    check (ended is null or started is null or ended >= started)
);
select keep_record('professional');

create table sharing_consent (
    like record_columns including all,
    decision text not null,
    decided date not null,
    giver text not null,
    giver_name text not null default '',
    with_whom text not null,
    what text not null default '',
    purpose text not null default '',
    until date,
    withdrawn_on date,
    note text not null default '',
    check (until is null or until >= decided),
    check (withdrawn_on is null or withdrawn_on >= decided)
);
select keep_record('sharing_consent');

-- A new identity after adoption. Who the child was before is known to those named alone: this table is the only place that says that two
-- people are one, no other table, index or log names both, and the application itself is not let through.
create table sealed_identity (
    id uuid primary key,
    old_person uuid not null unique references person (id),
    new_person uuid not null unique references person (id),
    reason text not null check (length(btrim(reason)) > 0),
    sealed_at timestamptz not null,
    sealed_by text not null,
    post text not null,
    check (old_person <> new_person)
);

create table sealed_identity_member (
    identity uuid not null references sealed_identity (id),
    account text not null references account (name),
    added_at timestamptz not null,
    added_by text not null,
    primary key (identity, account)
);
create index sealed_identity_member_account on sealed_identity_member (account);

create function is_named_for(identity uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from sealed_identity_member m where m.identity = is_named_for.identity and m.account = acting_account())
$$;

do $$
declare
    name text;
begin
    foreach name in array array['sealed_identity', 'sealed_identity_member'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
        execute format('create trigger is_never_emptied before truncate on %I for each statement execute function refuse_change()', name);
    end loop;
end $$;
create trigger is_never_changed before update or delete on sealed_identity for each statement execute function refuse_change();
create policy sealed_identity_read on sealed_identity for select to golden_thread_app using (is_named_for(id));
create policy sealed_identity_member_read on sealed_identity_member for select to golden_thread_app using (is_named_for(identity));
create policy sealed_identity_member_add on sealed_identity_member for insert to golden_thread_app
    with check (is_named_for(identity) and added_by = acting_account() and added_at = acting_at());
-- Somebody is always left who may see it.
create policy sealed_identity_member_remove on sealed_identity_member for delete to golden_thread_app
    using (is_named_for(identity) and account <> acting_account());
grant select on sealed_identity, sealed_identity_member to golden_thread_app;
grant insert, delete on sealed_identity_member to golden_thread_app;

-- Seals: the old file is restricted already, and the new one is the sealer's own, just made and named by no other.
create function seal_identity(in_id uuid, in_old uuid, in_new uuid, in_reason text, in_post text, accounts text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not has_right('SEAL_IDENTITY') or not may_see(in_old) or not is_restricted(in_old)
            or not exists (select from person p where p.id = in_new and p.created_by = acting_account() and p.version = 1 and not p.withdrawn) then
        raise exception 'That identity is not theirs to seal' using errcode = '42501';
    end if;
    insert into sealed_identity (id, old_person, new_person, reason, sealed_at, sealed_by, post)
    values (in_id, in_old, in_new, in_reason, acting_at(), acting_account(), in_post);
    insert into sealed_identity_member (identity, account, added_at, added_by)
    select distinct in_id, a, acting_at(), acting_account() from unnest(accounts || acting_account()) as a;
end $$;

-- Who the two are, for whoever is named and may not see a file of the two.
create function sealed_names(wanted uuid) returns table (person uuid, name text) language sql stable security definer
set search_path = public, pg_temp as $$
    select p.id, concat_ws(', ', nullif(btrim(p.given_name || ' ' || p.family_name), ''), 'number ' || p.local_number)
    from sealed_identity s join person p on p.id in (s.old_person, s.new_person)
    where s.id = wanted and is_named_for(wanted)
$$;

-- Whether two people must never be one record; asked for a merge by whoever may see both.
create function is_sealed_apart(one uuid, other uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select may_see(one) and may_see(other) and exists (select from sealed_identity s
        where (s.old_person = one and s.new_person = other) or (s.old_person = other and s.new_person = one))
$$;
