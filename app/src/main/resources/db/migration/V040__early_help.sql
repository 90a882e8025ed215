-- Early help: one table for each kind of record, and who sees what. Those who give early help see a child whom they are allocated, what early
-- help recorded, and what led to it; the social care file stays with those who have the right SEE_SOCIAL_CARE.

create table early_help_assessment (
    like record_columns including all,
    began date not null,
    agreement text not null default '',
    organisation text not null default '',
    own_words text not null default '',
    parents_views text not null default '',
    strengths text not null default '',
    needs text not null default '',
    analysis text not null default ''
);
select keep_record('early_help_assessment');

create table family_plan (
    like record_columns including all,
    began date not null,
    lead_practitioner text not null default '',
    organisation text not null default '',
    outcomes text not null default '',
    own_words text not null default ''
);
select keep_record('family_plan');

create table family_plan_review (
    like record_columns including all,
    held date not null,
    attended text not null default '',
    own_words text not null default '',
    parents_views text not null default '',
    progress text not null default ''
);
select keep_record('family_plan_review');

create table early_help_note (
    like record_columns including all,
    happened date not null,
    happened_at time,
    kind text not null,
    with_whom text not null default '',
    note text not null
);
select keep_record('early_help_note', 'GIVE_EARLY_HELP');

create index early_help_assessment_waiting on early_help_assessment (known_from) where state = 'under-way' and not withdrawn;

-- Which kinds of record whoever is not of social care sees, and in which states where not in all: who the person is, who else works with them,
-- what may be shared, what early help recorded, and what was passed to early help. What is not here is of social care, a kind that is made tomorrow too.
create table seen_by_early_help (
    kept text primary key,
    states text[]
);
insert into seen_by_early_help (kept, states) values
    ('person', null), ('relationship', null), ('other_name', null), ('address', null), ('allocation', null), ('restriction', null),
    ('professional', null), ('sharing_consent', null),
    ('early_help_assessment', null), ('family_plan', null), ('family_plan_review', null), ('early_help_note', null),
    ('contact', '{early-help}'), ('child_in_need_plan', '{stepped-down}');
alter table seen_by_early_help enable row level security;
alter table seen_by_early_help force row level security;
create policy seen_by_early_help_owner on seen_by_early_help to current_user using (true) with check (true);
create policy seen_by_early_help_read on seen_by_early_help for select to golden_thread_app using (acting_account() is not null);
grant select on seen_by_early_help to golden_thread_app;

create function keep_to_social_care(kept text) returns void language plpgsql as $$
declare
    seen seen_by_early_help;
    condition text := 'is_system() or has_right(''SEE_SOCIAL_CARE'')';
    name text;
begin
    select * into seen from seen_by_early_help s where s.kept = keep_to_social_care.kept;
    if seen.kept is not null and seen.states is null then
        return;
    end if;
    if seen.states is not null then
        condition := condition || format(' or state = any (%L)', seen.states);
    end if;
    foreach name in array array[kept, kept || '_history'] loop
        execute format('create policy %I on %I as restrictive to golden_thread_app using (%s) with check (%s)',
            name || '_of_social_care', name, condition, 'is_system() or has_right(''SEE_SOCIAL_CARE'')');
    end loop;
end $$;

do $$
declare
    name text;
begin
    for name in
        select c.table_name from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'public' and c.column_name = 'withdrawn' and t.table_type = 'BASE TABLE'
            and c.table_name <> 'record_columns' and c.table_name not like '%\_history'
    loop
        perform keep_to_social_care(name);
    end loop;
end $$;

-- A kind of record that a later migration makes is of social care from its first moment.
alter function keep_record(text, text) rename to keep_record_for_everybody;
create function keep_record(kept text, add_right text default 'WRITE_RECORDS') returns void language plpgsql as $$
begin
    perform keep_record_for_everybody(kept, add_right);
    perform keep_to_social_care(kept);
end $$;

-- Events, moves and clocks go with the records that they are of. A clock is seen by whoever sees all that starts and stops it, or what an early
-- help worker saves would be counted without what they do not see.
create function is_of_early_help(record_type text) returns boolean language sql immutable
    return record_type in ('person', 'relationship', 'other-name', 'address', 'allocation', 'restriction',
        'professional', 'sharing-consent', 'early-help-assessment', 'family-plan', 'family-plan-review', 'early-help-note');
create policy event_of_social_care on event as restrictive to golden_thread_app
    using (is_system() or has_right('SEE_SOCIAL_CARE') or is_of_early_help(record_type))
    with check (is_system() or has_right('SEE_SOCIAL_CARE') or is_of_early_help(record_type));
create policy pathway_move_of_social_care on pathway_move as restrictive to golden_thread_app
    using (is_system() or has_right('SEE_SOCIAL_CARE') or is_of_early_help(pathway))
    with check (is_system() or has_right('SEE_SOCIAL_CARE') or is_of_early_help(pathway));
create policy watched_clock_of_social_care on watched_clock as restrictive to golden_thread_app
    using (is_system() or has_right('SEE_SOCIAL_CARE') or clock in ('early-help-assessment', 'family-plan-review'))
    with check (is_system() or has_right('SEE_SOCIAL_CARE') or clock in ('early-help-assessment', 'family-plan-review'));
create policy significance_of_social_care on significance as restrictive to golden_thread_app
    using (is_system() or has_right('SEE_SOCIAL_CARE') or exists (select from event e where e.record = significance.record))
    with check (is_system() or has_right('SEE_SOCIAL_CARE') or exists (select from event e where e.record = significance.record));
