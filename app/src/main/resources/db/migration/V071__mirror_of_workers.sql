-- Who works with the children of a mirror, by which account and team each is known here, and the allocations that a cut-over made of that.
-- The reasons are in docs/decisions/0037-who-works-with-a-child-comes-along.md.

create table mirror_worker (
    area text not null references mirror (area) on delete cascade,
    -- As the present system's rows name the worker.
    id text not null,
    name text not null,
    staff_number text not null,
    registration text not null,
    post text not null,
    department text not null,
    -- Empty until somebody decides: WORKER for an account and its team, TEAM for a team alone, NOBODY.
    decision text not null default '' check (decision in ('', 'WORKER', 'TEAM', 'NOBODY')),
    team text references team (id),
    account text references account (name),
    decided_by text not null default '',
    primary key (area, id),
    check ((team is not null) = (decision in ('WORKER', 'TEAM')) and (account is not null) = (decision = 'WORKER'))
);

-- What the present system calls a duty, and which one it is here: empty where that is not known, NONE where nothing is to be made of it.
create table mirror_worker_role (
    area text not null references mirror (area) on delete cascade,
    role text not null,
    duty text not null,
    decided boolean not null default false,
    primary key (area, role)
);

create table mirror_involvement (
    area text not null,
    id integer not null,
    number text not null,
    worker text not null,
    role text not null,
    -- In words, as the present system calls it.
    team text not null,
    started date not null,
    ended date,
    reason_changed text not null,
    file text not null,
    line integer not null,
    -- The allocation that a cut-over made of it, or made before of the same in another area.
    record uuid,
    primary key (area, id),
    foreign key (area, number) references mirror_person (area, number) on delete cascade,
    foreign key (area, worker) references mirror_worker (area, id) on delete cascade,
    foreign key (area, role) references mirror_worker_role (area, role) on delete cascade,
    check (ended is null or ended >= started)
);
create index mirror_involvement_number on mirror_involvement (area, number);
create index mirror_involvement_worker on mirror_involvement (area, worker);
create index mirror_involvement_role on mirror_involvement (area, role);
create index mirror_involvement_record on mirror_involvement (record) where record is not null;

-- Whom no cut-over allocates, because the file is to be restricted first.
alter table mirror_person add column kept_back boolean not null default false;
create index mirror_person_kept_back on mirror_person (number) where kept_back;

do $$
declare
    name text;
begin
    foreach name in array array['mirror_worker', 'mirror_worker_role', 'mirror_involvement'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
        -- Only the application writes it, in a step that somebody with the right has asked for.
        execute format('create policy %I on %I to golden_thread_app using (is_system()) with check (is_system())', name || '_keep', name);
        execute format('grant select, insert, update, delete on %I to golden_thread_app', name);
        perform refuse_partners(name);
        perform refuse_readers(name);
    end loop;
end $$;
-- Whoever may see the child's social care file sees who works with the child in the present system; names of colleagues are no secret from them.
create policy mirror_involvement_read on mirror_involvement for select to golden_thread_app
    using (has_right('SEE_SOCIAL_CARE') and exists (
        select from mirror_person p where p.area = mirror_involvement.area and p.number = mirror_involvement.number
            and p.person is not null and may_see(p.person)));
create policy mirror_worker_read on mirror_worker for select to golden_thread_app using (has_right('MOVE_IN') or has_right('SEE_SOCIAL_CARE'));
create policy mirror_worker_role_read on mirror_worker_role for select to golden_thread_app using (has_right('MOVE_IN') or has_right('SEE_SOCIAL_CARE'));
