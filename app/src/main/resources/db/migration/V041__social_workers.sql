-- Social workers as the return of children looked after asks for them: the Social Work England number of an account, and why the worker changed.
alter table account add column social_work_number text not null default '' check (social_work_number ~ '^(SW[0-9]{1,9})?$');

do $$
declare
    kept text;
    shared text;
begin
    foreach kept in array array['allocation', 'allocation_history'] loop
        execute format('alter table %I add column reason_changed text not null default ''''', kept);
    end loop;
    -- A view can be given columns at its end only, so the new one comes after known_until.
    select string_agg(quote_ident(column_name), ', ' order by ordinal_position) into shared
    from information_schema.columns where table_schema = 'public' and table_name = 'allocation' and column_name <> 'reason_changed';
    execute format('create or replace view allocation_version with (security_invoker = true) as'
        ' select %1$s, null::timestamptz as known_until, reason_changed from allocation'
        ' union all select %1$s, known_until, reason_changed from allocation_history', shared);
end $$;
