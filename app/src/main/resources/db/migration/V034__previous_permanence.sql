-- Earlier permanence, asked where a period of care begins (SSDA903, table PrevPerm): what it was, where it was ordered, and when.
-- The date is text: of an order long ago only the month or the year may be known, and the return then takes ZZ for the rest.
do $$
declare
    kept text;
    shared text;
begin
    foreach kept in array array['period_of_care', 'period_of_care_history'] loop
        execute format('alter table %I add column previous_permanence text not null default '''','
            ' add column permanence_authority text not null default '''', add column permanence_ordered text not null default ''''', kept);
    end loop;
    -- A view can be given columns at its end only, so the new ones come after known_until.
    select string_agg(quote_ident(column_name), ', ' order by ordinal_position) into shared
    from information_schema.columns where table_schema = 'public' and table_name = 'period_of_care'
        and column_name not in ('previous_permanence', 'permanence_authority', 'permanence_ordered');
    execute format('create or replace view period_of_care_version with (security_invoker = true) as'
        ' select %1$s, null::timestamptz as known_until, previous_permanence, permanence_authority, permanence_ordered from period_of_care'
        ' union all select %1$s, known_until, previous_permanence, permanence_authority, permanence_ordered from period_of_care_history', shared);
end $$;
