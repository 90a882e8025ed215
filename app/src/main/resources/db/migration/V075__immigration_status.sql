-- On what footing somebody who is subject to immigration control is in the country, for a time.
create table immigration_status (
    like record_columns including all,
    started date not null,
    ended date,
    status text not null,
    note text not null default '',
    check (ended is null or ended >= started)
);
select keep_record('immigration_status');
