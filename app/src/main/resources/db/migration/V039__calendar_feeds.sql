-- A worker's feed of due dates for a calendar outside: an address that is secret and can be taken back, of which the digest alone is kept.
create table calendar_feed (
    account text primary key references account (name),
    digest bytea not null unique check (octet_length(digest) = 32),
    made_at timestamptz not null,
    -- Whether it says the child's local number, or only that something is due.
    says_number boolean not null
);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy calendar_feed_owner on calendar_feed to current_user using (true) with check (true);
create policy calendar_feed_own on calendar_feed to golden_thread_app
    using (is_system() or account = acting_account()) with check (account = acting_account() and has_right('SEE_RECORDS'));
grant select, insert, update, delete on calendar_feed to golden_thread_app;
