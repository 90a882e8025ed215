-- On what authority and with which adopters a child is placed for adoption, what else law asks of a foster placement, and supervision of the work.

create table adoption_consent (
    like record_columns including all,
    given date not null,
    kind text not null,
    given_by text not null default '',
    adopters text not null default '',
    advance boolean,
    ended date,
    check (ended >= given)
);
select keep_record('adoption_consent');

create table supervision (
    like record_columns including all,
    held date not null,
    kind text not null,
    supervisor text not null default '',
    attended text not null default '',
    own_words text not null default '',
    discussion text not null,
    actions text not null default ''
);
select keep_record('supervision');

do $$
declare
    kept text;
    shared text;
    added constant text := 'adopters, outside_terms, terms_changed, half_yearly_agreed';
    views_end text;
begin
    foreach kept in array array['placement', 'placement_history'] loop
        execute format('alter table %I add column adopters text not null default '''', add column outside_terms boolean,'
            ' add column terms_changed date, add column half_yearly_agreed date', kept);
    end loop;
    -- A view can be given columns at its end only, so the new ones come after those that it has.
    select string_agg(case attname when 'known_until' then 'null::timestamptz as known_until' else quote_ident(attname) end, ', ' order by attnum),
            string_agg(quote_ident(attname), ', ' order by attnum)
        into shared, views_end
    from pg_attribute where attrelid = 'placement_version'::regclass and attnum > 0 and not attisdropped;
    execute format('create or replace view placement_version with (security_invoker = true) as'
        ' select %1$s, %3$s from placement union all select %2$s, %3$s from placement_history', shared, views_end, added);
end $$;

-- A cost split now counts towards its placement, the end of a placement order is an event, and the new clocks are drawn of what is there.
insert into drawn_anew (kept) select 'cost-split' where exists (select from cost_split) on conflict do nothing;
insert into drawn_anew (kept) select 'legal-status' where exists (select from legal_status) on conflict do nothing;
insert into drawn_anew (kept) select 'placement' where exists (select from placement) on conflict do nothing;
