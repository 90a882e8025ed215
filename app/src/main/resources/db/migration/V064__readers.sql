-- A token of the API that may only read: whoever acts by it writes nothing, whatever the code forgets to ask.
--
-- The application tells such a connection the worker's rights to read alone. That is not enough where a row is anybody's own to write, such as a
-- draft, or follows from what may be seen, such as an event or a clock. So it tells READ_ONLY besides, and each table that the application may
-- write asks for it. The audit log does not: that a reader looked is written down.

create function only_reads() returns boolean language sql stable return has_right('READ_ONLY');

-- What is removed can be checked before alone, so that a reader finds nothing to remove; what is added or changed is refused.
create function refuse_readers(kept text) returns void language plpgsql as $$
begin
    execute format('create policy no_reader_adds on %I as restrictive for insert to golden_thread_app with check (not only_reads())', kept);
    execute format('create policy no_reader_changes on %I as restrictive for update to golden_thread_app using (true) with check (not only_reads())', kept);
    execute format('create policy no_reader_removes on %I as restrictive for delete to golden_thread_app using (not only_reads())', kept);
end $$;

do $$
declare
    name text;
begin
    for name in
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity and c.relname <> 'audit_log'
            and (has_any_column_privilege('golden_thread_app', c.oid, 'insert, update') or has_table_privilege('golden_thread_app', c.oid, 'delete'))
    loop
        perform refuse_readers(name);
    end loop;
end $$;

-- A kind of record that a later migration makes is refused to readers from its first moment.
create or replace function keep_record(kept text, add_right text default 'WRITE_RECORDS') returns void language plpgsql as $$
begin
    perform keep_record_for_the_council(kept, add_right);
    perform refuse_partners(kept);
    perform refuse_partners(kept || '_history');
    perform refuse_readers(kept);
end $$;
