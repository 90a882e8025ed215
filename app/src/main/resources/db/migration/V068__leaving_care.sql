-- Leaving care: what a young person needs is assessed, the pathway plan comes of it, and lasts until support ends.
create table leaving_care_assessment (
    like record_columns including all,
    began date not null,
    own_words text not null default '',
    taken_part text not null default '',
    health text not null default '',
    education text not null default '',
    relationships text not null default '',
    money text not null default '',
    skills text not null default '',
    accommodation text not null default '',
    analysis text not null default ''
);
select keep_record('leaving_care_assessment');
create index leaving_care_assessment_waiting on leaving_care_assessment (known_from)
    where state in ('under-way', 'submitted', 'returned') and not withdrawn;

do $$
declare
    kept text;
    shared text;
    views_end text;
begin
    foreach kept in array array['pathway_plan', 'pathway_plan_history'] loop
        execute format('alter table %I add column reason_ended text', kept);
    end loop;
    -- A view can be given columns at its end only.
    select string_agg(case attname when 'known_until' then 'null::timestamptz as known_until' else quote_ident(attname) end, ', ' order by attnum),
            string_agg(quote_ident(attname), ', ' order by attnum)
        into shared, views_end
    from pg_attribute where attrelid = 'pathway_plan_version'::regclass and attnum > 0 and not attisdropped;
    execute format('create or replace view pathway_plan_version with (security_invoker = true) as'
        ' select %1$s, reason_ended from pathway_plan union all select %2$s, reason_ended from pathway_plan_history', shared, views_end);
end $$;

-- A plan that was recorded before plans had states lasts. That is no change of what anybody wrote, so no version is made of it.
alter table pathway_plan disable trigger keep_versions;
update pathway_plan set state = 'in-force' where state = '';
alter table pathway_plan enable trigger keep_versions;
update pathway_plan_history set state = 'in-force' where state = '';

select let_begin('leaving_care_assessment', 'completed', 'pathway_plan');

-- The new clocks are drawn of what is there; that short breaks are no time in care for them is an event now.
insert into drawn_anew (kept) select 'legal-status' where exists (select from legal_status where status in ('V3', 'V4')) on conflict do nothing;
insert into drawn_anew (kept) select 'period-of-care' where exists (select from period_of_care) on conflict do nothing;
insert into drawn_anew (kept) select 'pathway-plan' where exists (select from pathway_plan) on conflict do nothing;
