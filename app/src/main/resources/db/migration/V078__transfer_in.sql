-- A child on another authority's child protection plan moves here.
create table transfer_in (
    like record_columns including all,
    notified date not null,
    authority text not null,
    worker text not null default '',
    stay text not null,
    moved date,
    plan_began date,
    category text not null default '',
    plan text not null default '',
    ended date,
    why_ended text not null default '',
    check (ended is null or ended >= notified)
);
select keep_record('transfer_in');
