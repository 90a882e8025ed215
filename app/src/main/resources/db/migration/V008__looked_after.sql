-- Children looked after and care leavers: one table for each kind of record. What cannot overlap is kept from it by the database.

create table care_proceedings (
    like record_columns including all,
    letter date,
    issued date,
    concluded date,
    outcome text not null default '',
    note text not null default '',
    check (concluded is null or issued is null or concluded >= issued)
);
select keep_record('care_proceedings');

create table period_of_care (
    like record_columns including all,
    began date not null,
    ended date,
    reason_ended text not null default '',
    own_words text not null default '',
    circumstances text not null default '',
    during daterange generated always as (daterange(began, ended, '[)')) stored,
    check (ended is null or ended >= began)
);
alter table period_of_care add constraint period_of_care_one_at_a_time
    exclude using gist (person with =, during with &&) where (not withdrawn);
select keep_record('period_of_care');

create table legal_status (
    like record_columns including all,
    started date not null,
    ended date,
    status text not null,
    note text not null default '',
    during daterange generated always as (daterange(started, ended, '[)')) stored,
    check (ended is null or ended >= started)
);
alter table legal_status add constraint legal_status_one_at_a_time
    exclude using gist (person with =, during with &&) where (not withdrawn);
select keep_record('legal_status');

create table placement (
    like record_columns including all,
    started date,
    ended date,
    kind text not null,
    provider text not null default '',
    carer text not null default '',
    ofsted_number text not null default '',
    postcode text not null default '',
    distant boolean,
    reason_changed text not null default '',
    why_here text not null default '',
    own_words text not null default '',
    during daterange generated always as (daterange(started, ended, '[)')) stored,
    check (ended is null or (started is not null and ended >= started))
);
alter table placement add constraint placement_one_at_a_time
    exclude using gist (person with =, during with &&) where (not withdrawn and started is not null);
select keep_record('placement');

create table care_plan (
    like record_columns including all,
    made date not null,
    permanence text not null default '',
    needs text not null default '',
    own_words text not null default ''
);
select keep_record('care_plan');

create table placement_plan (
    like record_columns including all,
    made date not null,
    day_to_day text not null default '',
    own_words text not null default ''
);
select keep_record('placement_plan');

create table looked_after_review (
    like record_columns including all,
    held date not null,
    participation text not null default '',
    chair text not null default '',
    own_words text not null default '',
    decisions text not null default ''
);
select keep_record('looked_after_review');

create table health_assessment (
    like record_columns including all,
    made date not null,
    kind text not null,
    note text not null default ''
);
select keep_record('health_assessment');

create table education_plan (
    like record_columns including all,
    made date not null,
    own_words text not null default '',
    targets text not null default ''
);
select keep_record('education_plan');

create table strengths_and_difficulties (
    like record_columns including all,
    completed date not null,
    score integer check (score between 0 and 40),
    reason_none text not null default ''
);
select keep_record('strengths_and_difficulties');

create table missing_episode (
    like record_columns including all,
    began date not null,
    began_at time,
    kind text not null,
    returned date,
    returned_at time,
    interview_offered date,
    interview_held date,
    own_words text not null default '',
    note text not null default '',
    check (returned is null or returned >= began)
);
select keep_record('missing_episode');

-- What the yearly return asks of each child looked after for a year and no other record tells.
create table care_year (
    like record_columns including all,
    told date not null,
    convicted boolean,
    substance_misuse boolean,
    intervention_received boolean,
    intervention_offered boolean
);
select keep_record('care_year');

create table pathway_plan (
    like record_columns including all,
    made date not null,
    own_words text not null default '',
    plan text not null default ''
);
select keep_record('pathway_plan');

create table pathway_plan_review (
    like record_columns including all,
    held date not null,
    own_words text not null default '',
    progress text not null default ''
);
select keep_record('pathway_plan_review');

create table care_leaver_contact (
    like record_columns including all,
    contacted date not null,
    in_touch text not null,
    activity text not null default '',
    accommodation text not null default '',
    staying_put boolean,
    own_words text not null default '',
    note text not null default ''
);
select keep_record('care_leaver_contact');
create index placement_waiting on placement (known_from) where state = 'proposed' and not withdrawn;
create index legal_status_waiting on legal_status (known_from) where state = 'recorded' and not withdrawn;
