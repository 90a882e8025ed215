-- Whether something that was decided to begin has not begun, for whoever has the record before them: it is asked of the few of one's own people, where
-- the look for what follows went through the policies of a second kind of record each time.
create function is_left_to_begin(wanted uuid, wanted_next text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select not is_partner() and exists (select from left_to_begin l where l.id = wanted and l.next = wanted_next)
$$;
