-- Permanence: the plan that a review decided on, whether a child should be placed for adoption, the match with adopters, and how often
-- a child placed for adoption is visited. Placement orders are legal statuses, placements for adoption placements, and the adoption order
-- ends the period of care: those are recorded where they were before.

create table permanence_plan (
    like record_columns including all,
    decided date not null,
    route text not null,
    parallel text,
    own_words text not null default '',
    reasons text not null default ''
);
select keep_record('permanence_plan');

create table adoption_plan (
    like record_columns including all,
    recommended date,
    received date,
    own_words text not null default '',
    parents_views text not null default '',
    reasons text not null default '',
    parents_told date,
    parents_written date,
    reason_reversed text not null default '',
    check (received >= recommended)
);
select keep_record('adoption_plan');

create table adoption_match (
    like record_columns including all,
    adopters text not null check (length(btrim(adopters)) > 0),
    agency text not null default '',
    sexes text not null default '',
    legal_status text not null default '',
    foster_carers boolean,
    reasons text not null default '',
    own_words text not null default '',
    recommended date,
    received date,
    check (received >= recommended)
);
select keep_record('adoption_match');

create table adoption_visits (
    like record_columns including all,
    decided date not null,
    weeks integer check (weeks between 1 and 52),
    reasons text not null default ''
);
select keep_record('adoption_visits');

create index adoption_plan_waiting on adoption_plan (known_from) where state = 'proposed' and not withdrawn;
create index adoption_match_waiting on adoption_match (known_from) where state = 'proposed' and not withdrawn;
