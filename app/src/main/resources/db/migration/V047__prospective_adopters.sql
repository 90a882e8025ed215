-- Those who wish to adopt. What is recorded of them is seen and written by those alone whom a restriction of the kind adoption names: no
-- allocation, no right to see every record and no opened glass is enough.
create table prospective_adopter (
    like record_columns including all,
    household text not null check (length(btrim(household)) > 0),
    enquired date not null,
    registered date,
    stage_one_began date,
    stage_one_ended date,
    stage_two_began date,
    stage_two_ended date,
    applied date,
    received date,
    fostering_for_adoption boolean,
    left_on date,
    why_left text,
    note text not null default ''
);
select keep_record('prospective_adopter');
create index prospective_adopter_household on prospective_adopter (household) where not withdrawn;
create index prospective_adopter_waiting on prospective_adopter (known_from) where state = 'under-way' and not withdrawn;

create function is_named_for_adoption(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from restriction r join restriction_member m on m.restriction = r.id and m.account = acting_account()
        where r.person = wanted and r.kind = 'ADOPTION' and r.ended is null and not r.withdrawn)
$$;

do $$
declare
    name text;
begin
    foreach name in array array['prospective_adopter', 'prospective_adopter_history'] loop
        execute format('create policy %I on %I as restrictive to golden_thread_app'
            ' using (is_system() or is_named_for_adoption(person)) with check (is_system() or is_named_for_adoption(person))',
            name || '_named', name);
    end loop;
end $$;

-- Events, moves and clocks go with the records that they are of, after a restriction was lifted too.
create policy event_of_adopter on event as restrictive to golden_thread_app
    using (record_type <> 'prospective-adopter' or is_system() or is_named_for_adoption(person))
    with check (record_type <> 'prospective-adopter' or is_system() or is_named_for_adoption(person));
create policy pathway_move_of_adopter on pathway_move as restrictive to golden_thread_app
    using (pathway <> 'prospective-adopter' or is_system() or is_named_for_adoption(person))
    with check (pathway <> 'prospective-adopter' or is_system() or is_named_for_adoption(person));
create policy watched_clock_of_adopter on watched_clock as restrictive to golden_thread_app
    using (clock not like 'adopter-%' or is_system() or is_named_for_adoption(person))
    with check (clock not like 'adopter-%' or is_system() or is_named_for_adoption(person));
