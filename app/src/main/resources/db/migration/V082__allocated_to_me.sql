-- One question for one's own and one's team's people could use the index of neither, and read every open allocation of the council.
create or replace function allocated_to_me(of_team boolean) returns setof uuid language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
    if not has_right('SEE_RECORDS') then
        return;
    end if;
    if of_team then
        return query select distinct a.person from allocation a where a.ended is null and not a.withdrawn
            and a.team = any (array(select t.team from team_member t where t.account = acting_account()));
    else
        return query select distinct a.person from allocation a where a.ended is null and not a.withdrawn and a.account = acting_account();
    end if;
end $$;
