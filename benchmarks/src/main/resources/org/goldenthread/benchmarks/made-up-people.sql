-- Made-up people for the benchmark of searching; {people} says how many. The same numbers give the same people each time.

create function pg_temp.made_up(seed bigint, of integer) returns double precision language sql immutable as $$
    select (hashint8extended(seed, of) & 9007199254740991)::double precision / 9007199254740992
$$;

-- The rank of a name, as names are spread: the commonest family name is borne by one in ninety.
create function pg_temp.rank(luck double precision, names integer, evenness double precision) returns integer language sql immutable as $$
    select floor(exp(luck * ln((names + evenness) / evenness)) * evenness - evenness)::integer
$$;

create temp table family_name as
-- Well-known names are the commonest; in no order of letters, or most people would begin alike.
select row_number() over (order by place, md5(name)) - 1 as rank, name from (
    select 0 as place, initcap(name) as name from string_to_table('smith jones taylor brown williams wilson johnson davies robinson wright thompson evans walker white'
        ' roberts green hall wood jackson clarke patel khan hughes edwards hill cooper ali begum hussain ahmed kaur singh shah kowalski nowak o''neill o''brien'
        ' smyth thomson johnston clark davis mcdonald macdonald smith-jones taylor-brown de-souza murphy kelly byrne popescu ionescu petrova ivanova', ' ') as name
    union all
    select 1, initcap(substr('bcdfghjklmnprstvwz', 1 + (n * 7) % 18, 1) || (array['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'oo'])[1 + (n / 18) % 8]
        || (array['l', 'r', 'nd', 'st', 'mb', 'rt', 'ck', 'th', 'ng', 'v'])[1 + (n / 144) % 10]
        || (array['er', 'ow', 'ing', 'ell', 'ic', 'an', 'ova', 'ski', 'ton', 'ley', 'ford', 'son', 'by', 'ham', 'wood', 'field', 'well', 'worth', 'man', 'escu', 'idze', 'awa'])[1 + (n / 1440) % 22])
    from generate_series(0, 31679) as n
) as every;
create index on family_name (rank);

create temp table given_name as
select row_number() over (order by md5(name)) - 1 as rank, initcap(name) as name
from (select unnest(string_to_array('Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace Daisy Sienna Poppy Elsie Emily Ella'
    ' Evelyn Phoebe Evie Charlotte Harper Millie Matilda Maya Sophie Alice Emma Ruby Emilia Isabelle Aria Aurora Maryam Fatima Aisha Zainab Hannah Chloe'
    ' Noah Oliver George Arthur Muhammad Leo Harry Oscar Archie Henry Theodore Freddie Jack Charlie Theo Alfie Jacob Thomas Finley Arlo William Lucas Roman'
    ' Tommy Isaac Teddy Alexander Luca Edward James Joshua Albie Elijah Max Mohammed Reuben Mason Sebastian Rory Jude Ethan Reggie Daniel Samuel Adam Yusuf'
    ' Ibrahim Michael Joseph Benjamin Katarzyna Agnieszka Andrei Ioana Zoe Sean Siobhan Niamh Elizabeth Catherine Kathryn Samantha Robert Richard John Mark'
    ' Sarah Karen Susan Julie Tracey Michelle Claire Nicola Amanda David Andrew Stephen Paul Peter Simon Ian Alan Gary Kevin', ' ')) as name) as every
where name <> '';
create index on given_name (rank);

insert into team (id, name) select 'team-' || n, 'Team ' || n from generate_series(1, 100) as n;
insert into account (name, post, role, created_at) select 'worker-' || n, 'Social worker ' || n, 'MANAGER', now() from generate_series(1, 1000) as n;
insert into team_member (team, account) select 'team-' || (1 + n % 100), 'worker-' || n from generate_series(1, 1000) as n;

create temp table made_up_person as
select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id, n,
    g.name || case when pg_temp.made_up(n, 3) < 0.3 then ' ' || m.name else '' end as given_name,
    f.name as family_name,
    case when pg_temp.made_up(n, 6) < 0.6 then date '2001-01-01' + floor(pg_temp.made_up(n, 7) * 9200)::integer
        else date '1955-01-01' + floor(pg_temp.made_up(n, 7) * 16800)::integer end as born,
    case when pg_temp.made_up(n, 8) < 0.7 then (4000000000 + n * 11)::text else '' end as nhs_number,
    case when pg_temp.made_up(n, 9) < 0.4 then 'A' || lpad((n * 13)::text, 12, '0') else '' end as upn
from generate_series(1::bigint, {people}) as n
join given_name g on g.rank = pg_temp.rank(pg_temp.made_up(n, 1), (select count(*)::integer from given_name), 8)
join given_name m on m.rank = pg_temp.rank(pg_temp.made_up(n, 2), (select count(*)::integer from given_name), 8)
join family_name f on f.rank = pg_temp.rank(pg_temp.made_up(n, 4), (select count(*)::integer from family_name), 10);

-- What is searched is made once at the end, not again for each table.
alter table person disable trigger search_sees_added;
alter table other_name disable trigger search_sees_added;
alter table address disable trigger search_sees_added;
alter table allocation disable trigger search_sees_added;
alter table restriction disable trigger search_sees_added;

insert into person (id, person, version, known_from, known_by, known_by_post, given_name, family_name, born, sex, nhs_number, upn, local_number, created_by)
select id, id, 1, now(), '', '', given_name, family_name, born, 'U', nhs_number, upn, (1000000 + n)::text, 'importer' from made_up_person;

insert into restriction (id, person, version, known_from, known_by, known_by_post, kind, reason, ask, started)
select gen_random_uuid(), id, 1, now(), '', '', 'ADOPTION', 'Made up', 'Adoption team manager', date '2020-01-01' from made_up_person where n % 200 = 7;

-- One in fifty is open to a worker, and most of them have two relations.
insert into allocation (id, person, version, known_from, known_by, known_by_post, team, account, duty, started)
select gen_random_uuid(), id, 1, now(), '', '', 'team-' || (1 + (n / 50) % 100), 'worker-' || (1 + (n / 50) % 1000), 'ALLOCATED_WORKER', date '2024-01-01'
from made_up_person where n % 50 = 0;
insert into relationship (id, person, version, known_from, known_by, known_by_post, other, kind)
select gen_random_uuid(), a.id, 1, now(), '', '', b.id, 'MOTHER' from made_up_person a cross join generate_series(1, 2) as further join made_up_person b on b.n = a.n + further where a.n % 5 = 0;

insert into other_name (id, person, version, known_from, known_by, known_by_post, given_name, family_name, kind)
select gen_random_uuid(), p.id, 1, now(), '', '', '', f.name, 'FORMER' from made_up_person p
join family_name f on f.rank = pg_temp.rank(pg_temp.made_up(p.n, 10), (select count(*)::integer from family_name), 10) where p.n % 10 = 3;

insert into address (id, person, version, known_from, known_by, known_by_post, lines, postcode, kind, started, must_not_be_disclosed)
select gen_random_uuid(), p.id, 1, now(), '', '',
    1 + floor(pg_temp.made_up(p.n, 11 + move) * 150)::integer || ' ' || f.name || ' ' || (array['Road', 'Street', 'Close', 'Avenue', 'Lane', 'Drive'])[1 + p.n % 6] || E'\nExampleton',
    'EX' || 1 + floor(pg_temp.made_up(p.n, 21 + move) * 40)::integer || ' ' || floor(pg_temp.made_up(p.n, 31 + move) * 9)::integer
        || substr('ABDEFGHJLN', 1 + floor(pg_temp.made_up(p.n, 41 + move) * 10)::integer, 1) || substr('PQRSTUWXYZ', 1 + floor(pg_temp.made_up(p.n, 51 + move) * 10)::integer, 1),
    'HOME', date '2020-01-01', p.n % 97 = 5
from generate_series(0, 1) as move
join made_up_person p on move = 0 or p.n % 3 = 0
join family_name f on f.rank = floor(pg_temp.made_up(p.n, 61 + move) * 3000)::integer;

alter table person enable trigger search_sees_added;
alter table other_name enable trigger search_sees_added;
alter table address enable trigger search_sees_added;
alter table allocation enable trigger search_sees_added;
alter table restriction enable trigger search_sees_added;
select refresh_person_search(array(select id from made_up_person));
