-- What Part 1 hides, as the council sets it; and with which of the saves each report was made.
create table disclosure_version (
    id bigint generated always as identity primary key,
    threshold integer not null check (threshold between 1 and 50),
    zeros text not null check (zeros in ('show', 'hide')),
    profile text not null check (profile in ('proved', 'strict')),
    -- Ids of measures, divided by commas.
    exempt text not null,
    always_hidden text not null,
    reason text not null check (length(btrim(reason)) > 0),
    saved_at timestamptz not null,
    saved_by text not null
);
comment on table disclosure_version is 'The rules of small numbers as the council has them; each save is kept.';

alter table disclosure_version enable row level security;
alter table disclosure_version force row level security;

create policy disclosure_version_read on disclosure_version for select using (acting_account() is not null);
create policy disclosure_version_add on disclosure_version for insert
    with check (has_right('CONFIGURE_INDEX') and saved_by = acting_account());

grant select, insert on disclosure_version to golden_thread_app;

alter table issued_report add column disclosure_version bigint references disclosure_version (id);
comment on column issued_report.disclosure_version is 'Null for the rules that come with the product.';
