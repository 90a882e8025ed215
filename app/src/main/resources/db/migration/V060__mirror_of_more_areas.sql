-- The mirror of children in need and child protection beside that of children looked after, what the rules of the returns found in it, and how its
-- children are found. The reasons are in docs/decisions/0032-moving-in-area-by-area.md.

alter table mirror drop constraint mirror_area_check;
alter table mirror add constraint mirror_area_check check (area in ('LOOKED_AFTER', 'CHILDREN_IN_NEED'));
alter table mirror
    -- Another of each import, by which a step asks for the mirror that was seen.
    add column import uuid not null default gen_random_uuid(),
    -- What the files were, such as "children in need census".
    add column source text not null default 'SSDA903',
    -- The return by whose rules they were checked; empty where they are no return.
    add column checked_as text not null default '',
    add column rules_run integer not null default 0,
    add column rules_not_run integer not null default 0,
    -- Why the area may be cut over with what the rules found; empty until somebody says so.
    add column accepted_reason text not null default '',
    add column accepted_by text not null default '',
    add column accepted_at timestamptz;

alter table mirror_person
    add column given_name text not null default '',
    add column family_name text not null default '',
    add column expected date,
    add column died date,
    add column disabilities text[] not null default '{}',
    add column nhs_number text not null default '',
    -- Whether a person decided who it is, which a refreshed mirror keeps.
    add column decided boolean not null default false;
create index mirror_person_number on mirror_person (number);
create index mirror_person_upn on mirror_person (upn) where upn <> '';
create index mirror_person_nhs on mirror_person (nhs_number) where nhs_number <> '';
create index mirror_person_born on mirror_person (born);

alter table mirror_fact
    add column state text not null default '',
    -- What was decided on it, the first first: the move, its day, and whether the source says the day.
    add column moves jsonb not null default '[]',
    add column lasts boolean not null default true;
update mirror_fact set lasts = kind <> 'looked-after-review', state = case
    when kind = 'placement' then 'approved'
    when kind = 'legal-status' then case when answers ->> 'status' like 'V%' then 'agreed' else 'recorded' end
    else '' end;

-- A child in whom a rule of the return found something.
create table mirror_finding (
    area text not null references mirror (area) on delete cascade,
    rule text not null,
    serious boolean not null,
    message text not null,
    number text not null,
    primary key (area, rule, number)
);
alter table mirror_finding enable row level security;
alter table mirror_finding force row level security;
create policy mirror_finding_owner on mirror_finding to current_user using (true) with check (true);
create policy mirror_finding_keep on mirror_finding to golden_thread_app using (is_system()) with check (is_system());
create policy mirror_finding_read on mirror_finding for select to golden_thread_app using (has_right('MOVE_IN'));
grant select, insert, update, delete on mirror_finding to golden_thread_app;
select refuse_partners('mirror_finding');

-- A long step of moving in, so that one which the stop of the system cut short is told.
create table moving_step (
    id uuid primary key,
    place bigint generated always as identity,
    area text not null check (area in ('LOOKED_AFTER', 'CHILDREN_IN_NEED')),
    -- Such as "Cutting over".
    what text not null,
    asked_at timestamptz not null,
    asked_by text not null,
    -- Written in one transaction with what the step did; null while it goes on, and of one that was cut short.
    ended_at timestamptz,
    done boolean not null default false,
    -- What came of it, in words.
    outcome text not null default ''
);
create index moving_step_area on moving_step (area, place);
alter table moving_step enable row level security;
alter table moving_step force row level security;
create policy moving_step_owner on moving_step to current_user using (true) with check (true);
create policy moving_step_keep on moving_step to golden_thread_app using (is_system()) with check (is_system());
create policy moving_step_read on moving_step for select to golden_thread_app using (has_right('MOVE_IN'));
grant select, insert, update on moving_step to golden_thread_app;
select refuse_partners('moving_step');

-- As before, and by the NHS number too. Whoever was merged into another is that other, by whichever number.
drop function mirror_matches(text, text, date);
create function mirror_matches(wanted_number text, wanted_upn text, wanted_nhs text, wanted_born date) returns table (person uuid, whole boolean)
language sql stable security definer set search_path = public, pg_temp as $$
    select k.id, bool_or(coalesce(k.born = wanted_born, false)) from person p join person k on k.id = stands_for(p.id)
    where is_system() and not k.withdrawn
        and (p.local_number = wanted_number or (wanted_upn <> '' and p.upn = wanted_upn) or (wanted_nhs <> '' and p.nhs_number = wanted_nhs))
    group by k.id
$$;

-- As before, but that the record's next number is none that somebody brought along from the present system, or has there still.
create or replace function number_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        if coalesce(new.local_number, '') = '' then
            loop
                new.local_number := nextval('local_number')::text;
                exit when not exists (select from person p where p.local_number = new.local_number)
                    and not exists (select from mirror_person m where m.number = new.local_number);
            end loop;
        end if;
        new.created_by := acting_account();
    else
        new.local_number := old.local_number;
        new.created_by := old.created_by;
    end if;
    return new;
end $$;

-- Children of the mirrors who are nobody of the record yet. Nothing is known of who is allocated to them or from whom they are kept, so that they are told
-- only to those who find or see every child, and see social care; one who may be somebody of the record only to those who may see that person.
create function search_mirror(words text, row_limit integer) returns table (
    area text, number text, given_name text, family_name text, born date, as_at date)
language sql stable security definer set search_path = public, pg_temp as $$
    with parts as (
        select distinct part from regexp_split_to_table(lower(btrim(words)), '\s+') part where part <> ''
    ), asked as (
        select acting_account() is not null and has_right('SEARCH_PEOPLE') and has_right('SEE_SOCIAL_CARE')
            and (has_right('FIND_EVERY_CHILD') or (has_right('SEE_RECORDS') and has_right('SEE_EVERY_RECORD'))) as may
    )
    select m.area, m.number, m.given_name, m.family_name, m.born, of_area.as_at
    from asked cross join mirror_person m join mirror of_area on of_area.area = m.area
    where asked.may and of_area.cut_over_at is null and m.person is null and (m.perhaps is null or may_see(m.perhaps))
        and exists (select from parts)
        and not exists (
            select from parts where not (
                part = lower(m.number) or part = lower(m.upn) or part = m.nhs_number
                or part in (m.born::text, to_char(m.born, 'FMDD/FMMM/YYYY'), to_char(m.born, 'DD/MM/YYYY'))
                or (length(part) > 1 and (starts_with(lower(m.given_name), part) or starts_with(lower(m.family_name), part)))))
    order by m.number, m.area
    limit least(greatest(row_limit, 0), 50)
$$;
