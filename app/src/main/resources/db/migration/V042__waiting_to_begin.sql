-- What was decided to begin and nobody has begun, of everybody, the latest decided first. A policy asks may_see of each row before anything else is asked
-- of it, and so of every contact that there ever was; this asks first what is left to begin, and tells ids alone: whose they are is the policy's to say.
create function waiting_to_begin(kept text, next text, wanted text[], most integer) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    if not has_right('SEE_EVERY_RECORD') or not exists (select from pg_policies p where p.tablename = kept and p.policyname = kept || '_read')
            or not exists (select from pg_policies p where p.tablename = next and p.policyname = next || '_read') then
        return;
    end if;
    return query execute format('select r.id from %I r where r.state = any ($1) and not r.withdrawn'
        ' and not exists (select from %I n where n.follows = r.id and not n.withdrawn) order by r.known_from desc limit $2', kept, next)
        using wanted, most;
end $$;
