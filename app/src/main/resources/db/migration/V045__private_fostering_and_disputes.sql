-- Private fostering, what a reviewing officer disputes, and how a placement's cost is shared: one table for each kind of record.
create table private_fostering (
    like record_columns including all,
    notified date not null,
    arrived date,
    arrival_notified date,
    carer text not null default '',
    relationship text not null default '',
    address text not null default '',
    meant_until date,
    disabled boolean,
    own_words text not null default '',
    parents_views text not null default '',
    assessment text not null default '',
    ended date,
    reason_ended text,
    check (ended is null or ended >= coalesce(arrived, notified))
);
select keep_record('private_fostering');

create table dispute_resolution (
    like record_columns including all,
    raised date not null,
    concern text not null,
    wanted text not null default '',
    own_words text not null default '',
    told_of_advocacy boolean,
    outcome text not null default ''
);
select keep_record('dispute_resolution');

create table cost_split (
    like record_columns including all,
    proposed date not null,
    social_care integer check (social_care between 0 and 100),
    education integer check (education between 0 and 100),
    health integer check (health between 0 and 100),
    rationale text not null default '',
    review_by date,
    check (social_care + education + health = 100)
);
select keep_record('cost_split');

create index private_fostering_waiting on private_fostering (known_from) where state in ('notified', 'prohibited') and not withdrawn;
create index dispute_resolution_waiting on dispute_resolution (known_from)
    where state in ('informal', 'stage-one', 'stage-two', 'stage-three') and not withdrawn;
create index cost_split_waiting on cost_split (known_from) where state = 'proposed' and not withdrawn;
