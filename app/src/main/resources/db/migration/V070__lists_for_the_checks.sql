-- Lists of the council's that the checks of the returns use beside the record: the postcode directory and Ofsted's list of providers. What is in
-- them lies in the data folder, under reference, in files that the id names. They tell of no child.

create table council_list (
    id uuid primary key,
    place bigint generated always as identity unique,
    kind text not null check (kind in ('POSTCODES', 'PROVIDERS')),
    file_name text not null check (length(file_name) between 1 and 200),
    -- The day that the list is of, which whoever loads it says or its name tells.
    own_date date not null,
    entries integer not null check (entries > 0),
    left_out integer not null check (left_out >= 0),
    loaded_at timestamptz not null,
    loaded_by text not null,
    post text not null,
    taken_back_at timestamptz,
    taken_back_by text,
    check ((taken_back_at is null) = (taken_back_by is null))
);
comment on table council_list is 'Of each kind the latest is the one that is used, unless it was taken back.';

alter table council_list enable row level security;
alter table council_list force row level security;
create policy council_list_read on council_list for select
    using (is_system() or has_right('CORRECT_RETURNS') or has_right('CONFIGURE_PRACTICE'));
create policy council_list_add on council_list for insert
    with check (is_system() or ((has_right('CORRECT_RETURNS') or has_right('CONFIGURE_PRACTICE')) and loaded_by = acting_account()));
create policy council_list_take_back on council_list for update
    using (is_system() or has_right('CORRECT_RETURNS') or has_right('CONFIGURE_PRACTICE'))
    with check (is_system() or taken_back_by = acting_account());
select refuse_partners('council_list');
select refuse_readers('council_list');

grant select, insert on council_list to golden_thread_app;
-- A list is never changed; what is loaded next takes its place.
grant update (taken_back_at, taken_back_by) on council_list to golden_thread_app;

-- Last year's return is drawn as the record knew it when it closed, or as it was when children looked after were cut over, where that was later.
alter policy mirror_read on mirror using (is_system() or has_right('MOVE_IN') or has_right('SEE_SOCIAL_CARE'));
