-- From a strategy discussion to the end of a plan: one table for each kind of record.

create table strategy_discussion (
    like record_columns including all,
    requested date not null,
    held date,
    held_at time,
    social_care text not null default '',
    police text not null default '',
    health text not null default '',
    others text not null default '',
    shared text not null default '',
    hypothesis text not null default '',
    rationale text not null default '',
    check (held is null or held >= requested)
);
select keep_record('strategy_discussion');

create table agreed_action (
    like record_columns including all,
    what text not null,
    owner text not null,
    due date not null,
    done date,
    note text not null default ''
);
select keep_record('agreed_action');

create table section_47 (
    like record_columns including all,
    began date not null,
    strategy_discussion date not null,
    seen date,
    seen_alone text not null default '',
    why_not_seen text not null default '',
    own_words text not null default '',
    analysis text not null default '',
    finding text not null default '',
    check (seen is null or seen >= began)
);
select keep_record('section_47');

create table conference (
    like record_columns including all,
    held date not null,
    chair text not null default '',
    attended text not null default '',
    agencies integer,
    own_words text not null default '',
    parents_views text not null default '',
    discussion text not null default ''
);
select keep_record('conference');

create table child_protection_plan (
    like record_columns including all,
    began date not null,
    first_category text not null,
    latest_category text not null default '',
    outcomes text not null default '',
    contingency text not null default ''
);
select keep_record('child_protection_plan');

create table core_group (
    like record_columns including all,
    held date not null,
    attended text not null default '',
    own_words text not null default '',
    progress text not null default ''
);
select keep_record('core_group');

create table review_conference (
    like record_columns including all,
    held date not null,
    chair text not null default '',
    attended text not null default '',
    own_words text not null default '',
    decision text not null,
    reasons text not null default ''
);
select keep_record('review_conference');

create table child_in_need_plan (
    like record_columns including all,
    began date not null,
    outcomes text not null default '',
    own_words text not null default ''
);
select keep_record('child_in_need_plan');

create table child_in_need_review (
    like record_columns including all,
    held date not null,
    attended text not null default '',
    own_words text not null default '',
    progress text not null default ''
);
select keep_record('child_in_need_review');

create table visit (
    like record_columns including all,
    visited date not null,
    visited_at time,
    place text not null default '',
    seen text not null,
    own_words text not null default '',
    note text not null default ''
);
select keep_record('visit');

create index strategy_discussion_waiting on strategy_discussion (known_from) where state = 'requested' and not withdrawn;
create index section_47_waiting on section_47 (known_from) where state in ('under-way', 'submitted', 'returned') and not withdrawn;
create index conference_waiting on conference (known_from) where state = 'held' and not withdrawn;
