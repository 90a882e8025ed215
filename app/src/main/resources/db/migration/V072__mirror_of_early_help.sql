-- A mirror of the front door and early help. Those who give early help see what the present system has of it, of the children whom they see, and not
-- the contacts. The reasons are in docs/decisions/0032-moving-in-area-by-area.md.

alter table mirror drop constraint mirror_area_check;
alter table mirror add constraint mirror_area_check check (area in ('LOOKED_AFTER', 'CHILDREN_IN_NEED', 'EARLY_HELP'));
alter table moving_step drop constraint moving_step_area_check;
alter table moving_step add constraint moving_step_area_check check (area in ('LOOKED_AFTER', 'CHILDREN_IN_NEED', 'EARLY_HELP'));

create function sees_mirror(in_area text) returns boolean language sql stable
    return has_right('SEE_SOCIAL_CARE') or (in_area = 'EARLY_HELP' and has_right('GIVE_EARLY_HELP'));

alter policy mirror_read on mirror using (has_right('MOVE_IN') or sees_mirror(area));
alter policy mirror_person_read on mirror_person using (sees_mirror(area) and person is not null and may_see(person));
alter policy mirror_fact_read on mirror_fact using (
    (has_right('SEE_SOCIAL_CARE') or (sees_mirror(area) and is_of_early_help(kind))) and exists (
        select from mirror_person p where p.area = mirror_fact.area and p.number = mirror_fact.number and p.person is not null and may_see(p.person)));
alter policy mirror_involvement_read on mirror_involvement using (sees_mirror(area) and exists (
    select from mirror_person p where p.area = mirror_involvement.area and p.number = mirror_involvement.number
        and p.person is not null and may_see(p.person)));
alter policy mirror_worker_read on mirror_worker using (has_right('MOVE_IN') or sees_mirror(area));
alter policy mirror_worker_role_read on mirror_worker_role using (has_right('MOVE_IN') or sees_mirror(area));

-- What a contact or an early help assessment of the present system led to was begun there, and comes, where it comes, with an area of its own: a work
-- list that named every contact of six years as waiting for its referral would be of no use. What is decided on it here, in a later version, waits as ever.
create or replace function see_left_to_begin(in_kept text, wanted uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
    its_state text;
    since timestamptz;
    its_version integer;
    next text;
begin
    execute format('select state, known_from, version from %I where id = $1 and not withdrawn for no key update', in_kept)
        into its_state, since, its_version using wanted;
    delete from left_to_begin l where l.id = wanted and l.kept = in_kept;
    if its_version = 1 and exists (select from mirror_fact f where f.record = wanted and f.area = 'EARLY_HELP') then
        return;
    end if;
    for next in select b.next from lets_begin b where b.kept = in_kept and b.state = its_state loop
        execute format('insert into left_to_begin (id, kept, state, next, since) select $1, $2, $3, $4, $5'
            ' where not exists (select from %I n where n.follows = $1 and not n.withdrawn)', next)
            using wanted, in_kept, its_state, next, since;
    end loop;
end $$;
create index mirror_fact_record on mirror_fact (record) where record is not null;

-- A record is made before its mirror says of which fact it was made.
create function see_left_to_begin_of_mirror() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform see_left_to_begin(replace(new.kind, '-', '_'), new.record);
    return null;
end $$;
revoke execute on function see_left_to_begin_of_mirror() from public;
create trigger see_left_to_begin after update of record on mirror_fact for each row
    when (new.area = 'EARLY_HELP' and new.record is not null) execute function see_left_to_begin_of_mirror();
