-- Half of what a search took for who sees their own and their team's people alone was planning: what looks for hits was planned anew at each turn
-- of each search, and one turn looks among everybody alone, whom they do not see. Its plan does not depend on what is searched for: everybody
-- is read by the index of terms, own people by person.
alter function search_hits(search_part[], integer, tsquery, boolean, boolean, boolean, uuid[], tsquery, tsquery, text, integer)
    set plan_cache_mode = force_generic_plan;
alter function search_own_people(boolean) set plan_cache_mode = force_generic_plan;

do $$
declare
    definition constant text := pg_get_functiondef('search_people(text, integer, integer)'::regprocedure);
    turns constant text := '    for turn in 1 .. 4 loop' || chr(10);
begin
    if position(turns in definition) = 0 then
        raise exception 'search_people has no turns to pass over';
    end if;
    execute replace(definition, turns, turns || '        -- Their own people were asked for both tiers in the first turn.' || chr(10)
        || '        continue when turn = 2 and not everybody;' || chr(10));
end $$;
