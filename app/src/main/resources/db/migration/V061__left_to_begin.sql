-- What was decided to begin and nobody has begun, kept as it changes, so that a work list reads what is left and not all that ever was.
-- V042 asked of every contact that was ever accepted whether its referral stands: as slow as the borough is old.

-- Which state of a record lets which kind begin: the moves of pathways.csv that begin something. A test compares the two.
create table lets_begin (
    kept text not null,
    state text not null,
    next text not null,
    primary key (kept, state, next)
);
-- Trigger functions ask by the kind that begins.
create index lets_begin_next on lets_begin (next);

create table left_to_begin (
    id uuid not null,
    kept text not null,
    state text not null,
    next text not null,
    since timestamptz not null,
    primary key (id, next)
);
create index left_to_begin_since on left_to_begin (kept, next, state, since);

do $$
declare
    name text;
begin
    foreach name in array array['lets_begin', 'left_to_begin'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
        perform refuse_partners(name);
    end loop;
end $$;
create policy lets_begin_read on lets_begin for select to golden_thread_app using (acting_account() is not null);
grant select on lets_begin to golden_thread_app;

-- Sets right what one record leaves to begin. The record is locked first: of two who withdraw the last two records that follow it, at once,
-- the second to be kept sees what the first did.
create function see_left_to_begin(in_kept text, wanted uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
    its_state text;
    since timestamptz;
    next text;
begin
    execute format('select state, known_from from %I where id = $1 and not withdrawn for no key update', in_kept) into its_state, since using wanted;
    delete from left_to_begin l where l.id = wanted and l.kept = in_kept;
    for next in select b.next from lets_begin b where b.kept = in_kept and b.state = its_state loop
        execute format('insert into left_to_begin (id, kept, state, next, since) select $1, $2, $3, $4, $5'
            ' where not exists (select from %I n where n.follows = $1 and not n.withdrawn)', next)
            using wanted, in_kept, its_state, next, since;
    end loop;
end $$;

-- A record was made, moved, withdrawn, restored or destroyed: what it leaves to begin, and what that which it follows does.
create function keep_left_to_begin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    followed record;
begin
    if exists (select from lets_begin b where b.kept = tg_table_name) then
        perform see_left_to_begin(tg_table_name, coalesce(new.id, old.id));
    end if;
    for followed in
        select distinct b.kept, f.id
        from lets_begin b cross join unnest(array[new.follows, old.follows]) as f (id)
        where b.next = tg_table_name and f.id is not null
            and (tg_op <> 'UPDATE' or old.follows is distinct from new.follows or old.withdrawn <> new.withdrawn)
    loop
        perform see_left_to_begin(followed.kept, followed.id);
    end loop;
    return null;
end $$;

-- Sets right what all records of a kind leave to begin: where it is declared, and after rows were copied past the triggers.
create function see_all_left_to_begin(in_kept text, in_state text, in_next text) returns void language plpgsql as $$
begin
    execute format('insert into left_to_begin (id, kept, state, next, since) select r.id, $1, r.state, $3, r.known_from from %I r'
        ' where r.state = $2 and not r.withdrawn and not exists (select from %I n where n.follows = r.id and not n.withdrawn)'
        ' on conflict (id, next) do nothing', in_kept, in_next) using in_kept, in_state, in_next;
end $$;

-- Declares that a state lets a kind begin; a migration that adds such a move to pathways.csv calls it.
create function let_begin(in_kept text, in_state text, in_next text) returns void language plpgsql as $$
declare
    name text;
begin
    insert into lets_begin (kept, state, next) values (in_kept, in_state, in_next);
    foreach name in array array[in_kept, in_next] loop
        execute format('create or replace trigger keep_left_to_begin after insert or delete or update of state, withdrawn, follows on %I'
            ' for each row execute function keep_left_to_begin()', name);
    end loop;
    perform see_all_left_to_begin(in_kept, in_state, in_next);
end $$;

select let_begin('contact', 'accepted-as-referral', 'referral');
select let_begin('contact', 'early-help', 'early_help_assessment');
select let_begin('early_help_assessment', 'family-plan', 'family_plan');
select let_begin('early_help_assessment', 'accepted-as-referral', 'referral');
select let_begin('family_plan', 'stepped-up', 'referral');
select let_begin('referral', 'assessment', 'assessment');
select let_begin('strategy_discussion', 'section-47-begun', 'section_47');
select let_begin('section_47', 'conference', 'conference');
select let_begin('conference', 'plan', 'child_protection_plan');
select let_begin('child_in_need_plan', 'stepped-down', 'family_plan');
select let_begin('adoption_plan', 'decided', 'adoption_match');

-- What was decided longest ago first, and ids alone: whose they are is the policy's to say.
create or replace function waiting_to_begin(kept text, next text, wanted text[], most integer) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    if has_right('SEE_EVERY_RECORD') then
        return query select l.id from left_to_begin l
            where l.kept = waiting_to_begin.kept and l.next = waiting_to_begin.next and l.state = any (wanted)
            order by l.since limit most;
    end if;
end $$;

do $$
declare
    name text;
begin
    foreach name in array array['see_left_to_begin(text, uuid)', 'see_all_left_to_begin(text, text, text)', 'let_begin(text, text, text)',
            'keep_left_to_begin()'] loop
        execute format('revoke execute on function %s from public', name);
    end loop;
end $$;
