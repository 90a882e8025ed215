-- CP-IS in the NHS's own form: a numbered file of records, answered later. The reasons are in docs/decisions/0038-cp-is-in-the-form-of-the-nhs.md.

alter table cpis_sending rename column accepted to told;
-- The file's own number, which no other file ever has; null where nothing had to be told, or it stopped before it was written.
alter table cpis_sending add column file_number bigint unique check (file_number > 0);
-- Who the file said that the council is and whom to ring: when it changes, everything is told again.
alter table cpis_sending add column said_of_council text not null default '';
-- SHA-256 of the file as it was handed over.
alter table cpis_sending add column digest text not null default '';

-- What a file said, plan by plan, and what the NHS answered. It goes when the record of the child is destroyed.
create table cpis_told (
    id bigint generated always as identity primary key,
    file_number bigint not null references cpis_sending (file_number),
    -- Which record of the file, from 1.
    place int not null check (place > 0),
    person uuid not null references person (id),
    -- The plan or period of care; of the part before birth with "-unborn" after it.
    entry text not null,
    kind text not null check (kind in ('CHILD_PROTECTION_PLAN', 'UNBORN_CHILD_PROTECTION_PLAN', 'LOOKED_AFTER')),
    -- Of the child, or of an unborn child's mother.
    nhs_number text not null,
    local_number text not null,
    given_name text not null,
    family_name text not null,
    born date not null,
    started date not null,
    ended date,
    deleted date,
    -- PENDING until the file was handed over whole, then SENT; UNCLEAR where an answer does not say what became of it.
    outcome text not null default 'PENDING' check (outcome in ('PENDING', 'SENT', 'ACCEPTED', 'REFUSED', 'UNCLEAR')),
    -- As the NHS gave it; empty where it gave none.
    code text not null default '',
    handed_at timestamptz,
    answered_at timestamptz
);
create index cpis_told_file on cpis_told (file_number, place);
create index cpis_told_number on cpis_told (nhs_number);
create index cpis_told_person on cpis_told (person);

-- What came back, file by file, without naming a child. One that comes twice counts once.
create table cpis_answer (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    digest text not null unique,
    kind text not null check (kind in ('ACKNOWLEDGEMENT', 'ACCESS', 'INACTIVE_NUMBER', 'NOT_DELIVERED', 'NOT_READ')),
    -- The number of the file that it answers, as it says; null where it names none.
    file_number bigint,
    code text not null default '',
    -- How many records, accesses or numbers it tells of.
    told int not null default 0,
    problem text not null default ''
);
create index cpis_answer_file on cpis_answer (file_number);

do $$
declare
    name text;
begin
    foreach name in array array['cpis_told', 'cpis_answer'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
        execute format('create policy %I on %I for insert to golden_thread_app with check (is_system())', name || '_add', name);
        execute format('create trigger is_never_removed before delete or truncate on %I for each statement execute function refuse_change()', name);
        execute format('grant select, insert on %I to golden_thread_app', name);
        perform refuse_partners(name);
        perform refuse_readers(name);
    end loop;
end $$;
-- What was told is read past the policies by the application alone; the page shows of it what each may see.
create policy cpis_told_read on cpis_told for select to golden_thread_app using (is_system());
-- Once answered it stands.
create policy cpis_told_answered on cpis_told for update to golden_thread_app using (is_system() and outcome in ('PENDING', 'SENT')) with check (is_system());
grant update (outcome, code, handed_at, answered_at) on cpis_told to golden_thread_app;
create policy cpis_answer_read on cpis_answer for select to golden_thread_app using (is_system() or has_right('SEE_CPIS'));

-- A setting of the NHS looked at what CP-IS has of a child. Made of the NHS's notification alone.
create table nhs_access (
    like record_columns including all,
    looked date not null,
    looked_at time,
    setting text not null,
    setting_code text not null default '',
    looked_by text not null default '',
    under_number_of text not null
);
select keep_record('nhs_access');

-- A number that the NHS does not know, or no longer uses, is looked into by whoever works with the child.
create table nhs_number_check (
    like record_columns including all,
    told date not null,
    reason text not null,
    number_of text not null,
    number_told text not null,
    new_number text not null default ''
);
select keep_record('nhs_number_check');
