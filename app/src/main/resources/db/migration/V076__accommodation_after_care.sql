-- Somewhere to live that the council provides after care, and whether the personal adviser saw somebody there.
create table care_leaver_accommodation (
    like record_columns including all,
    started date not null,
    kind text not null default '',
    registered text not null,
    provider text not null default '',
    why_suitable text not null default '',
    own_words text not null default '',
    ended date,
    check (ended is null or ended >= started)
);
select keep_record('care_leaver_accommodation');

-- Gives a kind of record that is there already one more column: in its table, its history and the view of its versions.
create function add_answer(kept text, answer text, kind text) returns void language plpgsql as $$
declare
    shared text;
    views_end text;
begin
    execute format('alter table %I add column %I %s', kept, answer, kind);
    execute format('alter table %I add column %I %s', kept || '_history', answer, kind);
    -- A view can be given columns at its end only.
    select string_agg(case attname when 'known_until' then 'null::timestamptz as known_until' else quote_ident(attname) end, ', ' order by attnum),
            string_agg(quote_ident(attname), ', ' order by attnum)
        into shared, views_end
    from pg_attribute where attrelid = (kept || '_version')::regclass and attnum > 0 and not attisdropped;
    execute format('create or replace view %I with (security_invoker = true) as'
        ' select %s, %I from %I union all select %s, %I from %I',
        kept || '_version', shared, answer, kept, views_end, answer, kept || '_history');
end $$;

select add_answer('care_leaver_contact', 'seen_at_accommodation', 'boolean');

-- Who came back has a new clock.
insert into drawn_anew (kept) select 'pathway-plan' where exists (select from pathway_plan) on conflict do nothing;
