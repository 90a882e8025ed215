-- Whom the council told of a placement; and the stays within an agreed series of short breaks.
create table placement_notification (
    like record_columns including all,
    told date not null,
    who text[] not null default '{}',
    left_out text not null default ''
);
select keep_record('placement_notification');

create table short_break (
    like record_columns including all,
    started date not null,
    ended date,
    place text not null default '',
    own_words text not null default '',
    note text not null default '',
    during daterange generated always as (daterange(started, ended, '[)')) stored,
    check (ended is null or ended >= started)
);
alter table short_break add constraint short_break_one_at_a_time
    exclude using gist (person with =, during with &&) where (not withdrawn);
select keep_record('short_break');

-- Placements have a new clock, what is done beforehand counts, and short breaks have clocks of their own.
insert into drawn_anew (kept)
select 'placement' where exists (select from placement)
union select 'period-of-care' where exists (select from period_of_care)
union select 'legal-status' where exists (select from legal_status where status in ('V3', 'V4'))
on conflict do nothing;
