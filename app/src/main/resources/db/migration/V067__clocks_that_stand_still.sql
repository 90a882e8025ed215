-- Limits of the council's own that stand still while something holds of the child, where the council so sets.
alter table local_clock add column paused_by text[] not null default '{}';
alter table local_clock add constraint local_clock_hours_run check (unit <> 'HOURS' or paused_by = '{}');

-- By how many days the last day moved on, and since when a clock stands still that has not run out.
alter table watched_clock add column moved_by integer not null default 0 check (moved_by >= 0);
alter table watched_clock add column paused_since date check (paused_since is null or met_on is null and void_on is null);
