-- What whoever visits must know: who or what is dangerous there, and how to get in. Early help visits too, and sees it.
insert into seen_by_early_help (kept, states) values ('safety_flag', null);

create table safety_flag (
    like record_columns including all,
    kind text not null,
    what_to_do text not null,
    known_from_whom text not null default '',
    started date not null,
    ended date,
    check (ended is null or ended >= started)
);
select keep_record('safety_flag');

create or replace function is_of_early_help(record_type text) returns boolean language sql immutable
    return record_type in ('person', 'relationship', 'other-name', 'address', 'allocation', 'restriction', 'safety-flag',
        'professional', 'sharing-consent', 'early-help-assessment', 'family-plan', 'family-plan-review', 'early-help-note');
