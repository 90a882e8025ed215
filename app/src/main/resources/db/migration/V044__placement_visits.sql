-- What regulation 28 asks of a placement, so that visits are watched as often as the law has it; and visits that were asked for.
do $$
declare
    kept text;
    shared text;
    added constant text := 'before_assessment, approved_for_a_time, assessed, others_responsible, to_eighteen';
begin
    foreach kept in array array['placement', 'placement_history'] loop
        execute format('alter table %I add column before_assessment boolean, add column approved_for_a_time boolean, add column assessed date,'
            ' add column others_responsible boolean, add column to_eighteen date', kept);
    end loop;
    -- A view can be given columns at its end only, so the new ones come after known_until.
    select string_agg(quote_ident(column_name), ', ' order by ordinal_position) into shared
    from information_schema.columns where table_schema = 'public' and table_name = 'placement'
        and column_name <> all (string_to_array(added, ', '));
    execute format('create or replace view placement_version with (security_invoker = true) as'
        ' select %1$s, null::timestamptz as known_until, %2$s from placement union all select %1$s, known_until, %2$s from placement_history',
        shared, added);
end $$;

create table visit_request (
    like record_columns including all,
    asked date not null,
    asked_by text not null,
    own_words text not null default '',
    reason text not null default ''
);
select keep_record('visit_request');

-- The limit that the last day follows from, where its clock's rule leaves more than one open.
alter table watched_clock add column limit_id text;

-- Kinds of record of which a release draws events and clocks otherwise than the one before. What is recorded already is drawn anew once, when the
-- server starts; a kind is struck off when all of it is done.
create table drawn_anew (
    kept text primary key
);
alter table drawn_anew enable row level security;
alter table drawn_anew force row level security;
create policy drawn_anew_owner on drawn_anew to current_user using (true) with check (true);
create policy drawn_anew_system on drawn_anew to golden_thread_app using (is_system()) with check (is_system());
grant select, insert, delete on drawn_anew to golden_thread_app;
insert into drawn_anew (kept) select 'placement' where exists (select from placement);
insert into drawn_anew (kept) select 'legal-status' where exists (select from legal_status);
