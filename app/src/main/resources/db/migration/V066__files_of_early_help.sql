-- Whoever gives early help sees, adds and puts right the files that belong to what early help recorded itself, and no others: not those of the
-- person alone, nor those of a contact that was passed to early help or of a plan that stepped down to it, which social care attached.

-- Asked as whoever asks, so that what they may not see is not there.
create function is_recorded_by_early_help(record uuid, whom uuid) returns boolean language sql stable
    return exists (select from early_help_assessment r where r.id = record and r.person = whom)
        or exists (select from family_plan r where r.id = record and r.person = whom)
        or exists (select from family_plan_review r where r.id = record and r.person = whom)
        or exists (select from early_help_note r where r.id = record and r.person = whom);

do $$
declare
    name text;
    condition constant text := 'is_system() or has_right(''SEE_SOCIAL_CARE'') or is_recorded_by_early_help(follows, person)';
begin
    foreach name in array array['attachment', 'attachment_history'] loop
        execute format('alter policy %I on %I using (%s) with check (%s)', name || '_of_social_care', name, condition, condition);
    end loop;
end $$;

-- That a file was attached is told to whoever sees what is said of it.
alter policy event_of_social_care on event
    using (is_system() or has_right('SEE_SOCIAL_CARE') or is_of_early_help(record_type)
        or (record_type = 'attachment' and exists (select from attachment a where a.id = record)))
    with check (is_system() or has_right('SEE_SOCIAL_CARE') or is_of_early_help(record_type)
        or (record_type = 'attachment' and exists (select from attachment a where a.id = record)));
