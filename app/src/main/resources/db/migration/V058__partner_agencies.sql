-- Partner agencies: what they sent, what they were asked, and what a named worker shared with them. The reasons are in
-- docs/decisions/0033-partner-agencies-see-what-is-theirs.md.
--
-- Whoever acts for an agency (the right ACT_FOR_AGENCY) is refused every table of the council by a policy that no other can widen. What they may
-- see stands in three tables of their own and behind functions that ask which agency they are of.

create table agency (
    id text primary key check (id ~ '^[a-z0-9-]{2,60}$'),
    name text not null check (length(btrim(name)) between 1 and 100),
    sector text not null check (sector in ('POLICE', 'HEALTH', 'EDUCATION', 'HOUSING', 'PROBATION', 'VOLUNTARY', 'OTHER')),
    added_at timestamptz not null,
    added_by text not null
);

alter table account add column agency text references agency (id);
alter table account add check (agency is null or role = 'PARTNER_WORKER');

create function is_partner() returns boolean language sql stable return has_right('ACT_FOR_AGENCY');

-- The one agency that whoever acts is of; null for everybody else, and for a partner's account that is tied to none.
create function acting_agency() returns text language sql stable security definer set search_path = public, pg_temp as $$
    select a.agency from account a where is_partner() and a.name = acting_account() and a.enabled and a.role = 'PARTNER_WORKER'
$$;

create function local_today() returns date language sql stable
    return (acting_at() at time zone 'Europe/London')::date;

-- An agency's share says how grave what they know is, and at what time they were asked and answered: its clock counts hours.
do $$
declare
    kept text;
    shared text;
begin
    foreach kept in array array['agency_share', 'agency_share_history'] loop
        execute format('alter table %I add column asked_at time, add column answered_at time, add column rating text not null default ''''', kept);
    end loop;
    -- A view can be given columns at its end only, so the new ones come after known_until.
    select string_agg(quote_ident(column_name), ', ' order by ordinal_position) into shared
    from information_schema.columns where table_schema = 'public' and table_name = 'agency_share'
        and column_name not in ('asked_at', 'answered_at', 'rating');
    execute format('create or replace view agency_share_version with (security_invoker = true) as'
        ' select %1$s, null::timestamptz as known_until, asked_at, answered_at, rating from agency_share'
        ' union all select %1$s, known_until, asked_at, answered_at, rating from agency_share_history', shared);
end $$;
-- Each agency's answer has a clock of its own.
insert into drawn_anew (kept) select 'agency-share' where exists (select from agency_share);

-- A record of one child, as it was when it was shared with one agency.
create table agency_sharing (
    like record_columns including all,
    agency text not null,
    kind text not null,
    shared_version integer not null check (shared_version > 0),
    purpose text not null,
    basis text not null,
    consent uuid,
    took_part text not null default '',
    started date not null,
    ended date,
    why_ended text not null default '',
    check (basis <> 'CONSENT' or consent is not null),
    check (ended is null or ended >= started)
);
select keep_record('agency_sharing');

-- The kinds of record that may be shared. None that holds an address, who else is in the family, or who is restricted.
create table may_be_shared (
    kept text primary key,
    meeting boolean not null
);
insert into may_be_shared (kept, meeting) values
    ('assessment', false), ('child_in_need_plan', false), ('child_in_need_review', false), ('child_protection_plan', false), ('family_plan', false),
    ('strategy_discussion', true), ('conference', true), ('review_conference', true), ('core_group', true);

-- Each look of a partner at what was shared: written by the function that shows it.
create table agency_look (
    id bigint generated always as identity primary key,
    sharing uuid not null references agency_sharing (id),
    at timestamptz not null,
    account text not null,
    post text not null
);
create index agency_look_sharing on agency_look (sharing, at);

create sequence agency_reference start 1001;

-- What an agency sent: their words, kept as they sent them. It is about nobody on record until the front door says about whom.
create table agency_referral (
    id uuid primary key,
    reference text not null unique default 'R' || nextval('agency_reference'),
    agency text not null references agency (id),
    sent_at timestamptz not null,
    sent_by text not null,
    sent_post text not null,
    given_name text not null,
    family_name text not null,
    born date,
    address text not null,
    attends text not null,
    family text not null,
    concern text not null,
    safe_now text not null,
    done text not null,
    consent text not null,
    why_not_asked text not null,
    reach text not null,
    contact uuid references contact (id)
);
create index agency_referral_agency on agency_referral (agency, sent_at);
create index agency_referral_waiting on agency_referral (sent_at) where contact is null;
create index agency_referral_contact on agency_referral (contact) where contact is not null;

-- What an agency is asked in a MASH enquiry, and its answer; the agency's share of the enquiry has the same id.
create table agency_request (
    id uuid primary key references agency_share (id),
    agency text not null references agency (id),
    about text not null,
    question text not null,
    purpose text not null,
    asked_at timestamptz not null,
    asked_by text not null,
    asked_post text not null,
    answered_at timestamptz,
    answered_by text,
    answered_post text,
    rating text,
    answer text,
    check ((answered_at is null) = (answer is null))
);
create index agency_request_agency on agency_request (agency, asked_at);

-- When a record that was shared or asked about was restricted afterwards, it is as if it were not there until somebody who may see it shares anew.
create function restricted_since(wanted uuid, moment timestamptz) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
    select exists (select from restriction r where r.person = stands_for(wanted) and r.ended is null and not r.withdrawn and r.known_from > moment)
$$;

-- The version that was shared, whole; nothing where the record was withdrawn, or its words hold an address of the child or the family of which nobody
-- has said that it may be disclosed.
create function shared_words(s agency_sharing) returns jsonb language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    words jsonb;
    plain text;
begin
    if not exists (select from may_be_shared m where m.kept = s.kind) then
        return null;
    end if;
    execute format('select to_jsonb(v) from %I v join %I n on n.id = v.id where v.id = $1 and v.version = $2 and not n.withdrawn and n.person = $3',
        s.kind || '_version', s.kind) into words using s.follows, s.shared_version, s.person;
    plain := lower(regexp_replace(words::text, '\s|\\n', '', 'g'));
    if exists (
        select from address a
        where not a.withdrawn and a.must_not_be_disclosed is distinct from false
            and (a.person = s.person or a.person in (select r.other from relationship r where r.person = s.person and not r.withdrawn)
                or a.person in (select r.person from relationship r where r.other = s.person and not r.withdrawn))
            and exists (select from unnest(array[a.postcode, split_part(split_part(a.lines, E'\n', 1), ',', 1)]) as secret
                where length(btrim(secret)) > 4 and position(lower(regexp_replace(secret, '\s', '', 'g')) in plain) > 0)) then
        return null;
    end if;
    return words;
end $$;

-- Whether a sharing holds: it has begun and not ended, the consent that it rests on holds, and the file was not restricted since.
create function sharing_holds(s agency_sharing) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select not s.withdrawn and s.started <= local_today() and (s.ended is null or local_today() < s.ended)
        and (s.basis <> 'CONSENT' or exists (
            select from sharing_consent c
            where c.id = s.consent and c.person = s.person and not c.withdrawn and c.decision in ('GIVEN', 'GIVEN_IN_PART')
                and c.decided <= local_today() and (c.until is null or local_today() <= c.until)
                and (c.withdrawn_on is null or local_today() < c.withdrawn_on)))
        and not restricted_since(s.person, coalesce((select min(h.known_from) from agency_sharing_history h where h.id = s.id), s.known_from))
        and shared_words(s) is not null
$$;

-- Whether each sharing of a child holds, for whoever may see the child's file.
create function sharings_that_hold(wanted uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select s.id from agency_sharing s
    where s.person = wanted and has_right('SEE_SOCIAL_CARE') and may_see(wanted) and sharing_holds(s)
$$;

-- Whether the words of a record may be shared at all, for whoever is about to share them.
create function may_share_words(in_person uuid, in_kind text, in_record uuid, in_version integer) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    s agency_sharing;
begin
    s.person := in_person;
    s.kind := in_kind;
    s.follows := in_record;
    s.shared_version := in_version;
    return has_right('SEE_SOCIAL_CARE') and may_see(in_person) and shared_words(s) is not null;
end $$;

-- What is shared with the agency of whoever asks.
create function shared_with_my_agency() returns table (id uuid, person uuid, child text, born date, kind text, purpose text, basis text, started date,
    ended date, post text)
language sql stable security definer set search_path = public, pg_temp as $$
    select s.id, s.person, btrim(p.given_name || ' ' || p.family_name), p.born, s.kind, s.purpose, s.basis, s.started, s.ended, s.known_by_post
    from agency_sharing s join person p on p.id = s.person
    where s.agency = acting_agency() and sharing_holds(s)
$$;

-- One of them, whole. The look is kept by the same act, so that there is none without its trace.
create function open_shared(wanted uuid, in_post text) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
    s agency_sharing;
begin
    select * into s from agency_sharing a where a.id = wanted and a.agency = acting_agency();
    if s.id is null or not sharing_holds(s) then
        return null;
    end if;
    insert into agency_look (sharing, at, account, post) values (s.id, acting_at(), acting_account(), in_post);
    return shared_words(s);
end $$;

-- What became of a referral: what a referrer is told, and nothing of the child (Working Together to Safeguard Children: the referrer is told of the
-- decision, within one working day).
create function outcome_of_my_referral(wanted uuid) returns table (state text, decided date) language sql stable security definer
set search_path = public, pg_temp as $$
    select c.state, (select max(m.on_day) from pathway_move m where m.record = c.id and m.to_state = c.state)
    from agency_referral r join contact c on c.id = r.contact and not c.withdrawn
    where r.id = wanted and r.agency = acting_agency()
        and c.state in ('accepted-as-referral', 'early-help', 'information-and-advice', 'no-further-action')
$$;

-- Whether a request to the agency of whoever asks still stands.
create function request_stands(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from agency_request q join agency_share s on s.id = q.id
        where q.id = wanted and q.agency = acting_agency() and not s.withdrawn and not restricted_since(s.person, q.asked_at))
$$;

-- Until when a request is to be answered.
create function due_of_my_request(wanted uuid) returns table (due_on date, due_at timestamptz) language sql stable security definer
set search_path = public, pg_temp as $$
    select w.due_on, w.due_at from watched_clock w
    where w.clock = 'agency-answer' and w.about = wanted and w.known_until is null and request_stands(wanted)
$$;

do $$
declare
    name text;
begin
    foreach name in array array['agency', 'may_be_shared', 'agency_look', 'agency_referral', 'agency_request'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
    end loop;
    foreach name in array array['shared_words(agency_sharing)', 'sharing_holds(agency_sharing)', 'restricted_since(uuid, timestamptz)'] loop
        execute format('revoke execute on function %s from public', name);
    end loop;
end $$;

create policy agency_read on agency for select to golden_thread_app
    using (is_system() or (acting_account() is not null and (not is_partner() or id = acting_agency())));
create policy agency_add on agency for insert to golden_thread_app with check (is_system() or has_right('MANAGE_ACCOUNTS'));
create policy may_be_shared_read on may_be_shared for select to golden_thread_app using (acting_account() is not null);
create policy agency_look_read on agency_look for select to golden_thread_app using (exists (select from agency_sharing s where s.id = sharing));

create policy agency_referral_read on agency_referral for select to golden_thread_app
    using (agency = acting_agency() or (contact is null and has_right('FIND_EVERY_CHILD'))
        or (contact is not null and exists (select from contact c where c.id = agency_referral.contact)));
create policy agency_referral_send on agency_referral for insert to golden_thread_app
    with check (agency = acting_agency() and sent_by = acting_account() and sent_at = acting_at() and contact is null);
create policy agency_referral_take on agency_referral for update to golden_thread_app
    using (has_right('FIND_EVERY_CHILD') and has_right('WRITE_RECORDS') and contact is null)
    with check (has_right('FIND_EVERY_CHILD') and has_right('WRITE_RECORDS') and exists (select from contact c where c.id = agency_referral.contact));

create policy agency_request_read on agency_request for select to golden_thread_app
    using (is_system() or (agency = acting_agency() and request_stands(id)) or (not is_partner() and exists (select from agency_share s where s.id = agency_request.id)));
create policy agency_request_ask on agency_request for insert to golden_thread_app
    with check (has_right('WRITE_RECORDS') and asked_by = acting_account() and asked_at = acting_at() and answered_at is null
        and exists (select from agency_share s where s.id = agency_request.id));
-- The answer and the agency's share are kept together by the system, signed by whoever answered, once the partner was seen to have the request.
create policy agency_request_answer on agency_request for update to golden_thread_app
    using (is_system() and answered_at is null)
    with check (is_system() and answered_by = acting_account() and answered_at = acting_at()
        and exists (select from account a where a.name = acting_account() and a.agency = agency_request.agency));

grant select, insert on agency, agency_referral, agency_request to golden_thread_app;
grant select on may_be_shared, agency_look to golden_thread_app;
grant update (contact) on agency_referral to golden_thread_app;
grant update (answered_at, answered_by, answered_post, rating, answer) on agency_request to golden_thread_app;
grant usage on sequence agency_reference to golden_thread_app;
grant update (agency) on account to golden_thread_app;

-- Every table is refused to partners but their drafts, what they sent already, and the three above.
-- It is asked once of a query and not once of a row.
create function refuse_partners(kept text) returns void language plpgsql as $$
begin
    execute format('create policy %I on %I as restrictive to golden_thread_app using ((select not is_partner())) with check (not is_partner())',
        kept || '_not_partners', kept);
end $$;
do $$
declare
    name text;
begin
    for name in
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
            and c.relname not in ('draft', 'submission', 'audit_log', 'agency', 'agency_referral', 'agency_request')
    loop
        perform refuse_partners(name);
    end loop;
end $$;

-- What a partner does is written to the log in their own name; they read none of it.
create policy audit_log_not_partners on audit_log as restrictive for select to golden_thread_app using (not is_partner());

-- A kind of record that a later migration makes is refused to partners from its first moment.
alter function keep_record(text, text) rename to keep_record_for_the_council;
create function keep_record(kept text, add_right text default 'WRITE_RECORDS') returns void language plpgsql as $$
begin
    perform keep_record_for_the_council(kept, add_right);
    perform refuse_partners(kept);
    perform refuse_partners(kept || '_history');
end $$;

-- Who types into the council's forms is no business of a partner, nor whether a file is restricted.
create or replace function others_drafting(wanted text) returns table (post text, saved_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
    select a.post, d.saved_at from draft d join account a on a.name = d.account
    where d.form = wanted and d.account <> acting_account() and acting_account() is not null and not is_partner()
        and d.saved_at > acting_at() - interval '30 minutes'
$$;
create or replace function is_restricted(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select not is_partner()
        and exists (select from restriction r where r.person = stands_for(wanted) and r.ended is null and not r.withdrawn)
$$;
