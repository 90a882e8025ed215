-- Each Part 1 as it was issued, so that the next can be proved against all that the public already has.
create table issued_part_one (
    report bigint primary key references issued_report (id),
    content jsonb not null
);

alter table issued_part_one enable row level security;
alter table issued_part_one force row level security;

create policy issued_part_one_read on issued_part_one for select using (is_system() or may_see_part(1));
create policy issued_part_one_add on issued_part_one for insert with check (has_right('ISSUE_REPORT'));

grant select, insert on issued_part_one to golden_thread_app;
