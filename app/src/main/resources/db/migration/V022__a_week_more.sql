-- An allocation opens the file while it lasts and for a week after it: whoever ends it can still write down that it ended, and whoever
-- worked with the child finishes what was begun.
create function opens_file(ended date) returns boolean language sql stable
    return ended is null or ended >= (acting_at() at time zone 'Europe/London')::date - 7;
create index allocation_by_account on allocation (account) where not withdrawn;
create index allocation_by_team on allocation (team) where not withdrawn;

-- The functions of earlier migrations are changed where they must be and nowhere else; a place that is not found stops the migration.
create function change_function(name text, was text, is_now text) returns void language plpgsql as $$
declare
    definition text := pg_get_functiondef(name::regproc);
begin
    if position(was in definition) = 0 then
        raise exception 'The function % has no "%"', name, was;
    end if;
    execute replace(definition, was, is_now);
end $$;

-- may_see_file is written anew for this and for merged people in V030.
select change_function('search_own_people', 'a.ended is null', 'opens_file(a.ended)');
