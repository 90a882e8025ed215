-- The audit log, chained: entries are sealed in batches, and each seal's digest covers its entries and the seal before. Whoever changes,
-- takes out or adds an entry later, the owner of the tables or a superuser too, breaks the chain where they did it.
--
-- Ids are given before entries are committed, so a later seal may hold lower ids than an earlier one. A seal therefore lists its entries
-- one by one (audit_sealed) and skips none: what was not committed yet is still unlisted when the next is made. Beside that each seal says up to
-- which id everything is settled: nobody was writing any more who could have held a lower id. An unlisted entry below that was added by hand.
--
-- How digests are made is in docs/decisions/0021-the-audit-log-is-chained.md; org.goldenthread.app.audit makes them again to verify.

create table audit_seal (
    number bigint primary key check (number > 0),
    first_id bigint not null,
    last_id bigint not null,
    entries bigint not null check (entries > 0),
    -- Every id up to this one is listed by a seal or was never committed.
    settled_id bigint not null,
    -- The last id that had been given out when the seal was begun, and the transactions that were writing entries just after: once they
    -- are over, everything up to it is settled.
    seen_id bigint not null,
    writing text not null,
    sealed_at timestamptz not null,
    -- Empty for the first.
    previous_digest bytea not null check (octet_length(previous_digest) = case number when 1 then 0 else 32 end),
    digest bytea not null check (octet_length(digest) = 32)
);

create table audit_sealed (
    -- No reference: that an entry is gone is for the verifier to find, and to tell.
    entry bigint primary key,
    seal bigint not null references audit_seal (number) deferrable initially deferred,
    digest bytea not null check (octet_length(digest) = 32)
);
create index audit_sealed_seal on audit_sealed (seal, entry);

create trigger audit_seal_is_only_added_to before update or delete or truncate on audit_seal
    for each statement execute function refuse_change();
create trigger audit_sealed_is_only_added_to before update or delete or truncate on audit_sealed
    for each statement execute function refuse_change();

-- A time without end could not be written as a number, and the sealer would stop at it.
alter table audit_log add check (isfinite(at));

-- A child's own log is read by subject. Subjects may be longer than an ordered index takes.
create index audit_log_subject on audit_log using hash (subject);

-- The application adds entries and says nothing of their ids.
revoke insert on audit_log from golden_thread_app;
grant insert (at, account, role, action, subject, detail, address) on audit_log to golden_thread_app;

-- How many bytes, and then the bytes: two rows of fields are never one row of bytes.
create function audit_field(given text) returns bytea language sql stable
    return int4send(octet_length(convert_to(given, 'UTF8'))) || convert_to(given, 'UTF8');

create function audit_moment(given timestamptz) returns text language sql immutable
    return (extract(epoch from given) * 1000000)::bigint::text;

create function audit_entry_digest(one audit_log) returns bytea language sql stable
    return sha256(audit_field('golden thread audit entry 1') || audit_field(one.id::text) || audit_field(audit_moment(one.at))
        || audit_field(one.account) || audit_field(one.role) || audit_field(one.action) || audit_field(one.subject)
        || audit_field(one.detail) || audit_field(one.address));

-- The digests of a seal's entries as one, in the order of their ids.
create function audit_list_digest(wanted bigint) returns bytea language sql stable
begin atomic
    select sha256(coalesce(string_agg(int8send(entry) || digest, '' order by entry), '')) from audit_sealed where seal = wanted;
end;

create function audit_seal_digest(one audit_seal, list bytea) returns bytea language sql stable
    return sha256(audit_field('golden thread audit seal 1') || audit_field(one.number::text) || audit_field(one.first_id::text)
        || audit_field(one.last_id::text) || audit_field(one.entries::text) || audit_field(one.settled_id::text)
        || audit_field(one.seen_id::text) || audit_field(one.writing) || audit_field(audit_moment(one.sealed_at))
        || audit_field(encode(one.previous_digest, 'hex')) || audit_field(encode(list, 'hex')));

-- Makes one seal of at most so many entries, and says how many there were; none where somebody else is sealing. It runs as the owner: the
-- application may have the log sealed, and cannot choose what a seal says.
create function seal_audit_log(most integer) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
    latest audit_seal;
    made audit_seal;
    floor_id bigint;
begin
    if not is_system() or acting_at() is null then
        raise exception 'The audit log is sealed by the system alone';
    end if;
    if current_setting('transaction_isolation') <> 'read committed' then
        -- What is seen must be newer than who is writing.
        raise exception 'The audit log is sealed in a transaction that reads what is committed';
    end if;
    if not pg_try_advisory_xact_lock(hashtextextended('seal_audit_log', 0)) then
        return 0;
    end if;
    select * into latest from audit_seal order by number desc limit 1;
    floor_id := coalesce(latest.settled_id, 0);

    -- The order matters: first which ids are out, then who is writing, then what can be seen. Whoever adds an entry holds this lock from before
    -- the id is given until the end of the transaction, so whoever was given an id by now and is not among the writers is over.
    select case when is_called then last_value else 0 end into made.seen_id from audit_log_id_seq;
    select coalesce(string_agg(virtualtransaction, ',' order by virtualtransaction), '') into made.writing from pg_locks
    where locktype = 'relation' and relation = 'audit_log'::regclass and mode = 'RowExclusiveLock' and granted
        and database = (select oid from pg_database where datname = current_database()) and pid is distinct from pg_backend_pid();
    if made.writing = '' then
        made.settled_id := greatest(floor_id, made.seen_id);
    elsif not string_to_array(latest.writing, ',') && string_to_array(made.writing, ',') then
        made.settled_id := greatest(floor_id, latest.seen_id);
    else
        made.settled_id := floor_id;
    end if;

    made.number := coalesce(latest.number, 0) + 1;
    insert into audit_sealed (entry, seal, digest)
    select l.id, made.number, audit_entry_digest(l) from audit_log l
    where l.id > floor_id and not exists (select from audit_sealed s where s.entry = l.id and s.entry > floor_id)
    order by l.id limit most;
    select count(*), min(entry), max(entry) into made.entries, made.first_id, made.last_id from audit_sealed where seal = made.number;
    if made.entries = 0 then
        return 0;
    end if;
    if made.entries = most then
        -- There may be more to seal, above this one's last.
        made.settled_id := greatest(floor_id, least(made.settled_id, made.last_id));
    end if;
    made.sealed_at := acting_at();
    made.previous_digest := coalesce(latest.digest, '');
    made.digest := audit_seal_digest(made, audit_list_digest(made.number));
    insert into audit_seal select made.*;
    return made.entries;
end $$;

do $$
declare
    name text;
begin
    foreach name in array array['audit_seal', 'audit_sealed'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I for select using (has_right(''SEE_AUDIT'') or is_system())', name || '_read', name);
        execute format('create policy %I on %I for select to current_user using (true)', name || '_owner_read', name);
        execute format('create policy %I on %I for insert to current_user with check (true)', name || '_owner_add', name);
    end loop;
    foreach name in array array['audit_field(text)', 'audit_moment(timestamptz)', 'audit_entry_digest(audit_log)', 'audit_list_digest(bigint)',
            'audit_seal_digest(audit_seal, bytea)', 'seal_audit_log(integer)'] loop
        execute format('revoke execute on function %s from public', name);
    end loop;
end $$;
create policy audit_log_owner_read on audit_log for select to current_user using (true);
-- To verify the chain from the command line, where nobody is signed in.
create policy audit_log_system_read on audit_log for select using (is_system());

grant select on audit_seal, audit_sealed to golden_thread_app;
grant execute on function seal_audit_log(integer) to golden_thread_app;
