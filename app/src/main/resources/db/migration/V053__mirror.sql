-- What a council's present system holds, as a dated mirror that is not the record, until a service area is cut over.
-- The reasons are in docs/decisions/0030-a-mirror-until-cut-over.md.

create table mirror (
    area text primary key check (area in ('LOOKED_AFTER')),
    as_at date not null,
    imported_at timestamptz not null,
    imported_by text not null,
    imported_post text not null,
    rows_given integer not null,
    -- Null while the area is not cut over.
    cut_over_at timestamptz,
    cut_over_by text,
    cut_over_on date,
    check ((cut_over_at is null) = (cut_over_by is null) and (cut_over_at is null) = (cut_over_on is null))
);

create table mirror_person (
    area text not null references mirror (area) on delete cascade,
    -- The council's own id of the child.
    number text not null,
    born date,
    sex text not null,
    ethnicity text not null,
    upn text not null,
    upn_unknown text not null,
    -- Who it is in the record; null where nobody is known, or where somebody must decide.
    person uuid references person (id),
    -- Who it may be, while nobody has decided.
    perhaps uuid references person (id),
    -- Whether a person said that it is nobody of the record, whoever else has the number or the UPN.
    nobody boolean not null default false,
    -- Whether the person was made by the cut-over.
    made boolean not null default false,
    primary key (area, number)
);
create index mirror_person_person on mirror_person (person);

create table mirror_fact (
    area text not null,
    id integer not null,
    number text not null,
    kind text not null,
    follows integer,
    answers jsonb not null,
    began date not null,
    ended date,
    file text not null,
    line integer not null,
    -- The record that the cut-over made of it.
    record uuid,
    primary key (area, id),
    foreign key (area, number) references mirror_person (area, number) on delete cascade
);
create index mirror_fact_number on mirror_fact (area, number);

create table mirror_refusal (
    area text not null references mirror (area) on delete cascade,
    file text not null,
    line integer not null,
    why text not null
);
create index mirror_refusal_area on mirror_refusal (area);

do $$
declare
    name text;
begin
    foreach name in array array['mirror', 'mirror_person', 'mirror_fact', 'mirror_refusal'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
        -- Only the application writes it, in an import or a cut-over that somebody with the right has asked for.
        execute format('create policy %I on %I to golden_thread_app using (is_system()) with check (is_system())', name || '_keep', name);
        execute format('grant select, insert, update, delete on %I to golden_thread_app', name);
    end loop;
end $$;
create policy mirror_read on mirror for select to golden_thread_app using (has_right('MOVE_IN') or has_right('SEE_SOCIAL_CARE'));
create policy mirror_refusal_read on mirror_refusal for select to golden_thread_app using (has_right('MOVE_IN'));
-- Whoever may see the child's social care file sees what the mirror has of the child, and nobody else.
create policy mirror_person_read on mirror_person for select to golden_thread_app
    using (has_right('SEE_SOCIAL_CARE') and person is not null and may_see(person));
create policy mirror_fact_read on mirror_fact for select to golden_thread_app
    using (has_right('SEE_SOCIAL_CARE') and exists (
        select from mirror_person p where p.area = mirror_fact.area and p.number = mirror_fact.number and p.person is not null and may_see(p.person)));

-- Whom a child of the mirror may be in the record, asked of everybody: one who has the number or the UPN, and whether the day of birth is the same too.
-- The day of birth of somebody not born or not known yet agrees with none, so that a person decides.
create function mirror_matches(wanted_number text, wanted_upn text, wanted_born date) returns table (person uuid, whole boolean)
language sql stable security definer set search_path = public, pg_temp as $$
    select p.id, coalesce(p.born = wanted_born, false) from person p
    where is_system() and not p.withdrawn
        and not exists (select from person_redirect r where r.merged = p.id)
        and (p.local_number = wanted_number or (wanted_upn <> '' and p.upn = wanted_upn))
$$;
