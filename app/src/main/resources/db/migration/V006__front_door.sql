-- From a contact to an authorised assessment: one table for each kind of record.

-- The council's own number of a person and who first recorded them are the database's to say.
create function number_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        new.local_number := coalesce(nullif(new.local_number, ''), nextval('local_number')::text);
        new.created_by := acting_account();
    else
        new.local_number := old.local_number;
        new.created_by := old.created_by;
    end if;
    return new;
end $$;
create trigger a_person_is_numbered before insert or update on person for each row execute function number_person();
alter table person alter column local_number set default '';
alter table person alter column created_by set default '';

create table contact (
    like record_columns including all,
    received date not null,
    received_at time,
    source text not null,
    agency text not null default '',
    contact_details text not null default '',
    concern text not null,
    child_safe_now text not null default '',
    consent text not null default '',
    priority text not null default '',
    rated date,
    rated_at time,
    threshold text not null default ''
);
select keep_record('contact');

create table agency_share (
    like record_columns including all,
    agency text not null,
    asked date,
    answered date,
    information text not null default ''
);
select keep_record('agency_share');

create table referral (
    like record_columns including all,
    received date not null,
    source text not null,
    primary_need text not null default '',
    concern text not null,
    check (received is not null)
);
select keep_record('referral');

create table assessment (
    like record_columns including all,
    began date not null,
    seen date,
    seen_alone text not null default '',
    why_not_seen text not null default '',
    own_words text not null default '',
    wishes text not null default '',
    parents_views text not null default '',
    strengths text not null default '',
    worries text not null default '',
    analysis text not null default '',
    factors text[] not null default '{}',
    outcome text not null default '',
    plan text not null default '',
    check (seen is null or seen >= began)
);
select keep_record('assessment');

create table case_note (
    like record_columns including all,
    happened date not null,
    happened_at time,
    kind text not null,
    with_whom text not null default '',
    child_seen boolean,
    note text not null
);
select keep_record('case_note');

-- What somebody picked out of the chronology as significant; the picking is the person's own act and is kept.
create table significance (
    id bigint generated always as identity primary key,
    person uuid not null references person (id),
    record uuid not null,
    event text not null,
    significant boolean not null,
    set_at timestamptz not null,
    set_by text not null
);
create index significance_person on significance (person, record, event, id desc);
alter table significance enable row level security;
alter table significance force row level security;
create policy significance_owner on significance to current_user using (true) with check (true);
create policy significance_read on significance for select to golden_thread_app using (may_see(person));
create policy significance_add on significance for insert to golden_thread_app
    with check (has_right('WRITE_RECORDS') and may_see(person) and set_by = acting_account() and set_at = acting_at());
grant select, insert on significance to golden_thread_app;

-- Whom to ask about a person whose file one may not see: whether they are known, whether restricted, and a post.
create function who_to_ask(wanted uuid) returns table (restricted boolean, ask text, team_name text, post text)
language sql stable security definer set search_path = public, pg_temp as $$
    select r.id is not null, coalesce(r.ask, ''),
        case when r.id is null then coalesce(t.name, '') else '' end,
        case when r.id is null then coalesce(c.post, '') else '' end
    from person p
    left join lateral (select * from restriction r where r.person = p.id and r.ended is null and not r.withdrawn limit 1) r on true
    left join lateral (select * from allocation a where a.person = p.id and a.ended is null and not a.withdrawn
        and a.duty = 'ALLOCATED_WORKER' limit 1) a on true
    left join team t on t.id = a.team
    left join account c on c.name = a.account
    where p.id = wanted and acting_account() is not null and has_right('SEE_RECORDS')
$$;

-- Whether somebody may join those who see a restricted file is asked without looking through the policies of both tables.
create function is_restricted(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from restriction r where r.person = wanted and r.ended is null and not r.withdrawn)
$$;

-- Those who see a restricted file are named before the file is restricted, or whoever restricts it would lose sight of it at once.
alter table restriction_member drop constraint restriction_member_restriction_fkey;
alter table restriction_member add constraint restriction_member_restriction_fkey
    foreign key (restriction) references restriction (id) deferrable initially deferred;

-- What waits to be decided is asked for all day, by state.
create index contact_waiting on contact (known_from) where state in ('awaiting-decision', 'mash-enquiry') and not withdrawn;
create index referral_waiting on referral (known_from) where state = 'open' and not withdrawn;
create index assessment_waiting on assessment (known_from) where state in ('under-way', 'submitted', 'returned') and not withdrawn;

-- The end of being a child in need after a referral, as the census asks for it.
create table closure (
    like record_columns including all,
    closed date not null,
    reason text not null,
    note text not null default ''
);
select keep_record('closure');

-- Whether an address must not be disclosed may be not known yet, which is not the same as that it may be.
alter table address alter column must_not_be_disclosed drop not null, alter column must_not_be_disclosed drop default;

-- Whoever sees a child sees the child's parents: so nobody may make somebody a parent whom they may not see already.
create policy relationship_of_somebody_seen on relationship as restrictive for insert to golden_thread_app
    with check (is_system() or may_see(other));
create policy relationship_to_somebody_seen on relationship as restrictive for update to golden_thread_app
    using (true) with check (is_system() or may_see(other));
