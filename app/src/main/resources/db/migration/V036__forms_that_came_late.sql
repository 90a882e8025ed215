-- A form that arrives after its session has ended is kept as a draft of whoever the session was of: by the system, since nobody is signed in.
create policy draft_owner_keep on draft to current_user using (true) with check (true);

create function keep_draft_of(whose text, which text, typed jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not is_system() or acting_at() is null then
        raise exception 'A draft of somebody else is kept by the system alone';
    end if;
    insert into draft (account, form, body, saved_at) values (whose, which, typed, acting_at())
    on conflict (account, form) do update set body = excluded.body, saved_at = excluded.saved_at;
end $$;
revoke execute on function keep_draft_of(text, text, jsonb) from public;
grant execute on function keep_draft_of(text, text, jsonb) to golden_thread_app;
