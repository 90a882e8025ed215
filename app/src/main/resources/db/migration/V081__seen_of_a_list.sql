-- Who may be seen of those whom a list is about was asked once for each table of each query of the list: some twenty times on a team's wall of
-- three hundred children, nine tenths of what the wall cost. It is asked once now and kept for the rest of the list, under a mark that the
-- application can neither make nor guess (decision 0034).

create table seen_key (
    only_one boolean primary key default true check (only_one),
    inner_key bytea not null check (length(inner_key) = 64),
    outer_key bytea not null check (length(outer_key) = 64)
);
alter table seen_key enable row level security;
alter table seen_key force row level security;
create policy seen_key_owner on seen_key to current_user using (true) with check (true);
insert into seen_key (inner_key, outer_key)
select string_agg(uuid_send(gen_random_uuid()), '') filter (where number <= 4), string_agg(uuid_send(gen_random_uuid()), '') filter (where number > 4)
from generate_series(1, 8) as number;

alter function seen_at_once() rename to seen_of_those_said;

-- Holds for one transaction of one connection, for whoever acts with these rights at this moment.
create function seen_mark(seen text) returns text language sql stable security definer
set search_path = public, pg_temp as $$
    select encode(sha256(outer_key || sha256(inner_key || convert_to(json_build_array(pg_backend_pid(), extract(epoch from transaction_timestamp()),
        current_setting('golden_thread.account', true), current_setting('golden_thread.rights', true), current_setting('golden_thread.at', true),
        seen)::text, 'UTF8'))), 'hex')
    from seen_key
$$;

-- Says whom a list is about; null where it is about nobody in particular any more.
create function say_about(people uuid[]) returns void language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare
    seen text;
begin
    perform set_config('golden_thread.seen', '', true), set_config('golden_thread.about', coalesce(people::text, ''), true);
    if people is not null then
        seen := coalesce((select array_agg(each) from seen_of_those_said() as each), '{}')::text;
        perform set_config('golden_thread.seen', seen_mark(seen) || seen, true);
    end if;
end $$;

-- Those of them who may be seen: as kept, where the mark is right, and else asked again.
create function seen_at_once() returns setof uuid language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
    kept constant text := coalesce(current_setting('golden_thread.seen', true), '');
begin
    if kept <> '' and left(kept, 64) = seen_mark(substr(kept, 65)) then
        return query select unnest(substr(kept, 65)::uuid[]);
    else
        return query select seen_of_those_said();
    end if;
end $$;

do $$
declare
    found record;
begin
    -- The policies name the function that asked each time.
    for found in
        select c.relname, p.polname, pg_get_expr(p.polqual, p.polrelid) as polqual from pg_policy p join pg_class c on c.oid = p.polrelid
        where pg_get_expr(p.polqual, p.polrelid) like '%seen_of_those_said()%'
    loop
        execute format('alter policy %I on %I using (%s)', found.polname, found.relname,
            replace(replace(found.polqual, 'seen_of_those_said() AS seen_of_those_said', 'seen_at_once() AS seen_at_once'),
                'seen_of_those_said()', 'seen_at_once()'));
    end loop;
end $$;

revoke execute on function seen_of_those_said(), seen_mark(text), seen_at_once(), say_about(uuid[]) from public;
revoke execute on function seen_of_those_said() from golden_thread_app;
grant execute on function seen_at_once(), say_about(uuid[]) to golden_thread_app;
