-- Finding people. Row-level policies keep indexes of text from being used, so what is searched for is kept in tables that the
-- application may not read, and is reached through two functions that run as the owner and ask themselves who may see whom.
--
-- Nobody who is restricted stands in the index that is searched by parts of words: no ranking, count or time can tell of them.

-- Letters and figures alone: no accents, no capitals, no apostrophes; whatever else divides words is one space. Most names are plain already,
-- and a load of a million people asks this ten million times.
create function search_plain(given text) returns text language plpgsql stable as $$
begin
    if given ~ '^[A-Za-z0-9]*( [A-Za-z0-9]+)*$' then
        return lower(given);
    end if;
    return btrim(regexp_replace(regexp_replace(lower(unaccent(given)), '[''’‘ʼʻ`´]', '', 'g'), '[^[:alnum:]]+', ' ', 'g'));
end $$;

-- The words that a name is found by: Smith-Jones as smith, jones and smithjones; O'Neill as oneill, o and neill; where it is a family
-- name, Mc Donald as mcdonald too.
create function search_name_words(given text, is_family boolean) returns text[] language plpgsql stable as $$
declare
    plain text := search_plain(given);
    words text[];
    piece text;
begin
    if plain = '' then
        return '{}';
    end if;
    words := string_to_array(plain, ' ');
    if given ~ '[''’‘ʼʻ`´]' then
        words := words || string_to_array(search_plain(regexp_replace(given, '[''’‘ʼʻ`´]', ' ', 'g')), ' ');
    end if;
    if position('-' in given) > 0 then
        foreach piece in array regexp_split_to_array(given, '\s+') loop
            words := words || replace(search_plain(piece), ' ', '');
        end loop;
    end if;
    if is_family and cardinality(string_to_array(plain, ' ')) between 2 and 4 then
        words := words || replace(plain, ' ', '');
    end if;
    return array_remove(words, '');
end $$;

-- A whole name in one form, whatever the order of its words.
create function search_whole_name(given text) returns text language plpgsql stable as $$
declare
    whole text := '';
    last text := '';
    piece text;
begin
    foreach piece in array array_sort(string_to_array(search_plain(coalesce(given, '')), ' ')) loop
        if piece <> last then
            whole := whole || case when whole = '' then '' else ' ' end || piece;
            last := piece;
        end if;
    end loop;
    return whole;
end $$;

-- Null where there is no such day.
create function search_day(year integer, month integer, day integer) returns date language sql immutable set search_path = public, pg_temp as $$
    select case
        when year between 1900 and 2100 and month between 1 and 12
            and day between 1 and extract(day from make_date(year, month, 1) + interval '1 month' - interval '1 day')
        then make_date(year, month, day) end
$$;

create function search_day_swapped(day date) returns date language sql immutable set search_path = public, pg_temp as $$
    select nullif(search_day(extract(year from day)::integer, extract(day from day)::integer, extract(month from day)::integer), day)
$$;

create table person_search (
    person uuid primary key references person (id),
    restricted boolean not null,
    -- Who recorded somebody that nobody was ever allocated to.
    unallocated_creator text,
    given text[] not null,
    family text[] not null,
    known text[] not null,
    other text[] not null,
    -- All of these in a row, each with a space before it.
    names text not null,
    -- Given and family name together, each as search_whole_name writes it.
    whole_names text[] not null,
    sort_name text not null,
    born date,
    expected date,
    nhs_number text not null,
    upn text not null,
    local_number text not null,
    identifiers text[] not null,
    -- Small letters and no spaces.
    postcodes text[] not null,
    address text not null,
    -- The same of addresses that must not be disclosed: for who may see the person, and for nobody else.
    hidden_postcodes text[] not null,
    hidden_address text not null,
    -- What is searched. A letter before each says what it is: n a word of a name, l the first one, two and three letters of one, i an identifier, d, m and y
    -- the day, month and year of birth or expected, a a word of an address, p a postcode, s its sector, o its outward part; b, q, t and v are the
    -- same as a, p, s and o of an address that must not be disclosed.
    terms tsvector not null
);
create index person_search_terms on person_search using gin (terms) with (fastupdate = off) where not restricted;
create index person_search_born on person_search (born);
create index person_search_restricted_born on person_search (born) where restricted;
create index person_search_restricted_identifiers on person_search using gin (identifiers) with (fastupdate = off) where restricted;
create index person_search_creator on person_search (unallocated_creator) where unallocated_creator is not null;

-- Every word that is in a name (n) or an address (a) of somebody who is not restricted, the former with how it sounds; a word may stand here
-- twice, and stays when the last who had it is gone, until it is swept.
create table search_word (
    kind text not null check (kind in ('n', 'a')),
    word text not null,
    sounds text[] not null default '{}'
);
create index search_word_word on search_word (word text_pattern_ops);
create index search_word_sounds on search_word using gin (sounds) with (fastupdate = off) where kind = 'n';
create index search_word_parts on search_word using gin (word gin_trgm_ops) with (fastupdate = off) where kind = 'n';
create index search_word_beginning on search_word (left(word, 1), length(word)) where kind = 'n';

-- Forms of one given name.
create table given_name_form (
    name text not null,
    form text not null,
    primary key (name, form)
);

create index restriction_member_account on restriction_member (account);

create function refresh_person_search(people uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from person_search s using person p where s.person = any (people) and p.id = s.person and p.withdrawn;

    insert into person_search as kept (person, restricted, unallocated_creator, given, family, known, other, names, whole_names, sort_name,
        born, expected, nhs_number, upn, local_number, identifiers, postcodes, address, hidden_postcodes, hidden_address, terms)
    select f.id, f.restricted, f.unallocated_creator, f.given, f.family, f.known, f.other,
        ' ' || array_to_string(w.words, ' '),
        f.whole_names, search_plain(f.family_name) || ' ' || search_plain(f.given_name),
        f.born, f.expected, f.nhs, f.upn, f.local_number, w.identifiers, f.postcodes, f.address, f.hidden_postcodes, f.hidden_address,
        array_to_tsvector(array(
            select distinct term from (
                select 'n' || word as term from unnest(w.words) as word
                union all select 'l' || left(word, letters) from unnest(w.words) as word cross join generate_series(1, least(length(word), 3)) as letters
                union all select 'i' || number from unnest(w.identifiers) as number
                union all select unnest(array['d' || day::text, 'm' || to_char(day, 'YYYY-MM'), 'y' || to_char(day, 'YYYY')])
                    from unnest(array[f.born, f.expected]) as day where day is not null
                union all select 'dnone' where f.born is null and f.expected is null
                union all select 'a' || word from unnest(string_to_array(f.address, ' ')) as word where word <> ''
                union all select unnest(array['p' || code, 's' || left(code, -2), 'o' || left(code, -3)]) from unnest(f.postcodes) as code
                union all select 'b' || word from unnest(string_to_array(f.hidden_address, ' ')) as word where word <> ''
                union all select unnest(array['q' || code, 't' || left(code, -2), 'v' || left(code, -3)]) from unnest(f.hidden_postcodes) as code
            ) as every where length(term) > 1))
    from (
        select p.id, p.given_name, p.family_name, p.born, p.expected,
            lower(regexp_replace(p.nhs_number, '\s', '', 'g')) as nhs,
            lower(regexp_replace(p.upn, '\s', '', 'g')) as upn,
            search_plain(p.local_number) as local_number,
            exists (select from restriction r where r.person = p.id and r.ended is null and not r.withdrawn) as restricted,
            case when not exists (select from allocation a where a.person = p.id and not a.withdrawn) then p.created_by end
                as unallocated_creator,
            search_name_words(p.given_name, false) as given,
            search_name_words(p.family_name, true) as family,
            search_name_words(p.known_as, false) as known,
            o.words as other,
            array(
                select distinct n.name from unnest(array[
                    search_whole_name(p.given_name || ' ' || p.family_name),
                    search_whole_name(split_part(btrim(p.given_name), ' ', 1) || ' ' || p.family_name),
                    case when p.known_as <> '' then search_whole_name(p.known_as || ' ' || p.family_name) end] || o.whole_names) as n (name)
                where n.name is not null) as whole_names,
            d.postcodes, d.address, d.hidden_postcodes, d.hidden_address
        from person p
        cross join lateral (
            select coalesce(array_agg(distinct x.word) filter (where x.word is not null), '{}') as words,
                coalesce(array_agg(distinct x.whole) filter (where x.whole is not null), '{}') as whole_names
            from (
                select unnest(search_name_words(n.given_name, false) || search_name_words(n.family_name, true)) as word, null as whole
                from other_name n where n.person = p.id and not n.withdrawn
                union all
                -- Another given name goes with the family name, and the other way round.
                select null, search_whole_name(each || ' ' || coalesce(nullif(n.family_name, ''), p.family_name))
                from other_name n
                cross join lateral unnest(array[coalesce(nullif(n.given_name, ''), p.given_name),
                    split_part(btrim(coalesce(nullif(n.given_name, ''), p.given_name)), ' ', 1)]) as each
                where n.person = p.id and not n.withdrawn
            ) as x
        ) as o
        cross join lateral (
            select coalesce(array_agg(distinct y.code) filter (where y.code <> '' and not y.hidden), '{}') as postcodes,
                coalesce(string_agg(distinct y.words, ' ') filter (where not y.hidden), '') as address,
                coalesce(array_agg(distinct y.code) filter (where y.code <> '' and y.hidden), '{}') as hidden_postcodes,
                coalesce(string_agg(distinct y.words, ' ') filter (where y.hidden), '') as hidden_address
            from (
                select replace(search_plain(a.postcode), ' ', '') as code, search_plain(a.lines) as words,
                    -- One and the same address may be open in one row and closed in another: closed counts.
                    coalesce(a.must_not_be_disclosed, false) or exists (
                        select from address z where z.person = p.id and not z.withdrawn and z.must_not_be_disclosed
                            and z.postcode <> '' and search_plain(z.postcode) = search_plain(a.postcode)) as hidden
                from address a where a.person = p.id and not a.withdrawn
                offset 0
            ) as y
        ) as d
        where p.id = any (people) and not p.withdrawn
        -- Else each would be worked out again wherever it is named.
        offset 0
    ) as f
    cross join lateral (
        select array(select distinct word from unnest(f.given || f.family || f.known || f.other) as word) as words,
            array_remove(array[f.nhs, f.upn, f.local_number], '') as identifiers
        offset 0
    ) as w
    on conflict (person) do update set restricted = excluded.restricted, unallocated_creator = excluded.unallocated_creator,
        given = excluded.given, family = excluded.family, known = excluded.known, other = excluded.other, names = excluded.names,
        whole_names = excluded.whole_names, sort_name = excluded.sort_name, born = excluded.born, expected = excluded.expected,
        nhs_number = excluded.nhs_number, upn = excluded.upn, local_number = excluded.local_number, identifiers = excluded.identifiers,
        postcodes = excluded.postcodes, address = excluded.address, hidden_postcodes = excluded.hidden_postcodes,
        hidden_address = excluded.hidden_address, terms = excluded.terms
    where kept is distinct from excluded;

    insert into search_word (kind, word, sounds)
    select n.kind, n.word, case when n.kind = 'n' then coalesce(daitch_mokotoff(n.word), '{}') else '{}' end
    from (
        select 'n' as kind, unnest(s.given || s.family || s.known || s.other) as word
        from person_search s where s.person = any (people) and not s.restricted
        union
        select 'a', unnest(string_to_array(s.address || ' ' || s.hidden_address, ' '))
        from person_search s where s.person = any (people) and not s.restricted
    ) as n
    where length(n.word) between 2 and 60 and not exists (select from search_word w where w.word = n.word and w.kind = n.kind);
end $$;

-- One for each statement, so that a load of a million costs no million calls.
create function keep_person_search() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    people uuid[];
begin
    if tg_op = 'UPDATE' then
        people := array(select person from changed union select person from before);
    else
        people := array(select distinct person from changed);
    end if;
    if cardinality(people) > 0 then
        if tg_table_name <> 'person' then
            -- Two who change one person's name and address at once must each see what the other did.
            perform from person where id = any (people) order by id for no key update;
        end if;
        perform refresh_person_search(people);
    end if;
    return null;
end $$;

do $$
declare
    name text;
begin
    foreach name in array array['person', 'other_name', 'address', 'allocation', 'restriction'] loop
        execute format('create trigger search_sees_added after insert on %I referencing new table as changed'
            ' for each statement execute function keep_person_search()', name);
        execute format('create trigger search_sees_changed after update on %I referencing old table as before new table as changed'
            ' for each statement execute function keep_person_search()', name);
    end loop;
    foreach name in array array['person_search', 'search_word', 'given_name_form'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
        execute format('revoke all on %I from public', name);
    end loop;
end $$;

-- Words that nobody's name has any more: after an erasure not even the word is left.
create function sweep_search_words() returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
    swept integer;
begin
    if not is_system() then
        return 0;
    end if;
    lock table search_word in share row exclusive mode;
    with used as (
        select 'n' as kind, unnest(given || family || known || other) as word from person_search where not restricted
        union
        select 'a', unnest(string_to_array(address || ' ' || hidden_address, ' ')) from person_search where not restricted
    )
    delete from search_word w where not exists (select from used u where u.word = w.word and u.kind = w.kind);
    get diagnostics swept = row_count;
    return swept;
end $$;

-- One thing that was asked for: a word, a date, a postcode or a number; with what counts as it.
create type search_part as (
    place integer,
    -- NAME, INITIAL, DAY, MONTH, YEAR, POSTCODE or NUMBER.
    kind text,
    typed text,
    word text,
    on_day date,
    swapped date,
    forms text[],
    sounds text[],
    spellings text[],
    -- The thing itself; what begins with it, other forms and addresses; what sounds or is spelt like it.
    exact tsquery,
    near tsquery,
    wide tsquery,
    -- The same of addresses that must not be disclosed.
    hidden_exact tsquery,
    hidden_near tsquery,
    -- What begins with it, where it is looked for among a few people without an index.
    begins tsquery,
    -- Whether some address has the very word.
    in_address boolean
);

create function search_lexeme(kind text, word text, whole boolean default true) returns tsquery language sql immutable
set search_path = public, pg_temp as $$
    select ('''' || kind || word || '''' || case when whole then '' else ':*' end)::tsquery
$$;

-- Null where there are no words.
create function search_any(kind text, words text[]) returns tsquery language sql immutable set search_path = public, pg_temp as $$
    select string_agg('''' || kind || word || '''', ' | ')::tsquery from unnest(words) as word
$$;

-- Either, where a null asks for nothing.
create function search_either(one tsquery, other tsquery) returns tsquery language sql immutable as $$
    select coalesce(one || other, one, other)
$$;

create function search_forms(wanted text) returns text[] language sql stable set search_path = public, pg_temp as $$
    select array(select form from given_name_form where name = wanted order by form)
$$;

-- Words of names that sound like this one; of many those that look most like it too.
create function search_sounds(wanted text) returns text[] language sql stable
set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
    select array(
        select word from (
            select distinct w.word, dmetaphone(w.word) = dmetaphone(wanted) as same, similarity(w.word, wanted) as alike
            from search_word w
            where w.kind = 'n' and w.sounds && daitch_mokotoff(wanted) and w.word <> wanted
        ) as found
        where same or alike >= 0.25
        order by same desc, alike desc, word limit 30)
$$;

-- Words of names that may be this one mistyped: one letter put wrong, or two that changed places.
create function search_spellings(wanted text) returns text[] language sql stable
set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
    select array(
        select word from (
            select w.word, levenshtein_less_equal(w.word, wanted, 2) as steps
            from search_word w
            where w.kind = 'n' and left(w.word, 1) = left(wanted, 1) and length(w.word) in (length(wanted) - 1, length(wanted), length(wanted) + 1)
                and w.word <> wanted
            union
            select w.word, levenshtein_less_equal(w.word, wanted, 2)
            from search_word w where w.kind = 'n' and w.word % wanted and w.word <> wanted and length(w.word) < 60
        ) as found
        where steps = 1
            or (steps = 2 and (length(wanted) >= 7
                -- The same letters in another order.
                or array(select unnest(string_to_array(word, null)) order by 1) = array(select unnest(string_to_array(wanted, null)) order by 1)))
        order by steps, similarity(word, wanted) desc, word limit 30)
$$;

-- The words of names that begin so, where they are few: an index finds few whole words sooner than it gathers all that begin so. Null where they are
-- many.
create function search_beginnings(wanted text) returns text[] language sql stable
set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
    select case when count(*) <= 4 then coalesce(array_agg(word), '{}') end
    from (select distinct w.word from search_word w where w.word ^@ wanted and w.kind = 'n' and w.word <> wanted limit 5) as found
$$;

-- The word itself where it is in some address, and else those that begin with it: to look for every beginning in the index would gather half a
-- town first.
create function search_address_words(wanted text) returns text[] language sql stable
set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
    select case when length(wanted) < 4 or exists (select from search_word w where w.word = wanted and w.kind = 'a') then array[wanted]
        else array(select distinct w.word from search_word w where w.word ^@ wanted and w.kind = 'a' order by w.word limit 20) end
$$;

create function search_part_of_day(place integer, typed text, on_day date) returns search_part language sql stable
set search_path = public, pg_temp as $$
    select row(place, 'DAY', typed, '', on_day, search_day_swapped(on_day), '{}', '{}', '{}',
        search_lexeme('d', on_day::text), search_lexeme('d', on_day::text),
        search_either(search_lexeme('d', on_day::text), search_lexeme('d', search_day_swapped(on_day)::text)), null, null, null, false)::search_part
$$;

create function search_part_of_word(place integer, word text) returns search_part language plpgsql stable
set search_path = public, pg_temp as $$
declare
    part search_part;
    address_words text[];
    beginnings text[];
    day date;
begin
    part.place := place;
    part.typed := word;
    part.word := word;
    part.forms := '{}';
    part.sounds := '{}';
    part.spellings := '{}';
    part.in_address := false;
    part.hidden_near := search_lexeme('b', word);
    if word ~ '^[0-9]{8}$' then
        day := search_day(substr(word, 5)::integer, substr(word, 3, 2)::integer, left(word, 2)::integer);
        if day is not null then
            part := search_part_of_day(place, word, day);
            part.word := word;
            part.exact := part.exact || search_lexeme('i', word);
            part.near := part.near || search_lexeme('i', word);
            part.wide := part.wide || search_lexeme('i', word);
            return part;
        end if;
    end if;
    if word ~ '^(19|20)[0-9]{2}$' then
        part.kind := 'YEAR';
        part.exact := search_lexeme('y', word) || search_lexeme('i', word);
        part.near := part.exact || search_lexeme('a', word);
        part.wide := part.near;
    elsif word ~ '^[0-9]+$' then
        part.kind := 'NUMBER';
        part.exact := search_lexeme('i', word);
        part.near := part.exact || search_lexeme('a', word);
        part.wide := part.near;
    elsif word ~ '^[a-z]{1,2}[0-9][a-z0-9]?([0-9][a-z]{0,2})?$' then
        part.kind := 'POSTCODE';
        part.exact := search_lexeme('o', word) || search_lexeme('p', word) || search_lexeme('i', word);
        part.near := part.exact || search_lexeme('a', word);
        part.hidden_exact := search_lexeme('v', word) || search_lexeme('q', word);
        part.hidden_near := part.hidden_exact || search_lexeme('b', word);
        if word ~ '[0-9]{2}$' then
            -- EX11 may be EX1 1.
            part.near := part.near || search_lexeme('s', word);
            part.hidden_near := part.hidden_near || search_lexeme('t', word);
        elsif word ~ '[0-9]{2}[a-z]$' then
            part.near := part.near || search_lexeme('p', word, false);
            part.hidden_near := part.hidden_near || search_lexeme('q', word, false);
        end if;
        part.wide := part.near;
    elsif length(word) = 1 then
        part.kind := 'INITIAL';
        part.exact := search_lexeme('l', word);
        part.near := part.exact || search_lexeme('a', word);
        part.wide := part.near;
    else
        part.kind := 'NAME';
        part.forms := search_forms(word);
        part.exact := search_lexeme('n', word) || search_lexeme('i', word);
        address_words := search_address_words(word);
        beginnings := case when length(word) > 3 then search_beginnings(word) end;
        part.in_address := address_words = array[word] and exists (select from search_word w where w.word = part.word and w.kind = 'a');
        part.begins := case when length(word) > 3 then search_lexeme('n', word, false) else search_lexeme('l', word) end;
        part.near := search_either(
            search_either(part.exact, case when beginnings is null then part.begins else search_any('n', beginnings) end),
            search_either(search_any('n', part.forms), search_any('a', address_words)));
        part.wide := part.near;
        part.hidden_near := search_any('b', address_words);
    end if;
    return part;
end $$;

-- A name's part, with what sounds and is spelt like it: dearer to find out, so only where what is nearer was not enough.
create function search_widened(part search_part) returns search_part language plpgsql stable set search_path = public, pg_temp as $$
begin
    if part.kind = 'NAME' and part.word ~ '^[[:alpha:]]{3,40}$' then
        part.sounds := search_sounds(part.word);
        part.spellings := search_spellings(part.word);
        part.wide := search_either(part.near, search_any('n', part.sounds || part.spellings));
    end if;
    return part;
end $$;

-- What was typed, taken apart.
create function search_parts(words text, today date) returns search_part[] language plpgsql stable set search_path = public, pg_temp as $$
declare
    months constant text := '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
    short_months constant text[] := array['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
    forms constant text[] := array[
        -- The groups are day, month, year, in the order that the number after says.
        '(?<![0-9])([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])', 'ymd',
        '(?<![0-9])([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})(?![0-9])', 'dmy',
        '(?<![0-9])([0-9]{1,2}) ([0-9]{1,2}) ((?:19|20)[0-9]{2})(?![0-9])', 'dmy',
        '(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th)?(?: of)?[ -]*\y' || months || '\y[ ,-]*([0-9]{4}|[0-9]{2})(?![0-9])', 'dmy',
        '\y' || months || ' +([0-9]{1,2})(?:st|nd|rd|th)?[ ,]+([0-9]{4})(?![0-9])', 'mdy'];
    rest text := ' ' || regexp_replace(lower(left(words, 200)), '\s+', ' ', 'g') || ' ';
    parts search_part[] := '{}';
    part search_part;
    form integer;
    m text[];
    whole text;
    day date;
    year text;
    piece text;
    place integer := 0;
begin
    for m in select regexp_matches(rest, '((?<![0-9])([0-9]{3})[ -]?([0-9]{3})[ -]?([0-9]{4})(?![0-9]))', 'g') loop
        piece := m[2] || m[3] || m[4];
        place := place + 1;
        parts := parts || row(place, 'NUMBER', piece, piece, null, null, '{}', '{}', '{}', search_lexeme('i', piece), search_lexeme('i', piece),
            search_lexeme('i', piece), null, null, null, false)::search_part;
        rest := replace(rest, m[1], ' ');
    end loop;
    for form in 1 .. cardinality(forms) by 2 loop
        for m in select regexp_matches(rest, '(' || forms[form] || ')', 'g') loop
            whole := m[1];
            year := m[1 + position('y' in forms[form + 1])];
            piece := m[1 + position('m' in forms[form + 1])];
            day := search_day(
                case when length(year) = 4 then year::integer
                    when 2000 + year::integer <= extract(year from today)::integer then 2000 + year::integer
                    else 1900 + year::integer end,
                case when piece ~ '^[0-9]' then piece::integer else array_position(short_months, left(piece, 3)) end,
                m[1 + position('d' in forms[form + 1])]::integer);
            if day is not null then
                place := place + 1;
                parts := parts || search_part_of_day(place, btrim(whole), day);
                rest := replace(rest, whole, ' ');
            end if;
        end loop;
    end loop;
    for m in select regexp_matches(rest, '(\y' || months || '[ ,-]+((?:19|20)[0-9]{2})(?![0-9]))', 'g') loop
        place := place + 1;
        piece := m[3] || '-' || lpad(array_position(short_months, left(m[2], 3))::text, 2, '0');
        -- April and May are given names too.
        part := search_part_of_word(place, m[2]);
        part.kind := 'MONTH';
        part.typed := m[1];
        part.on_day := (piece || '-01')::date;
        part.exact := search_lexeme('m', piece) || (search_lexeme('n', m[2]) && search_lexeme('y', m[3]));
        part.near := part.exact;
        part.wide := part.exact;
        part.hidden_near := null;
        parts := parts || part;
        rest := replace(rest, m[1], ' ');
    end loop;
    rest := search_plain(rest);
    for m in select regexp_matches(rest, '(\y([a-z]{1,2}[0-9][a-z0-9]?) ?([0-9][a-z]{2})\y)', 'g') loop
        place := place + 1;
        part := search_part_of_word(place, m[2] || m[3]);
        part.typed := m[2] || ' ' || m[3];
        parts := parts || part;
        rest := replace(rest, m[1], ' ');
    end loop;
    -- A postcode as far as its sector, such as EX1 1; or else a house in EX1.
    for m in select regexp_matches(rest, '(\y([a-z]{1,2}[0-9][a-z0-9]?) ([0-9][a-z]?)\y)', 'g') loop
        place := place + 1;
        part := search_part_of_word(place, m[2] || m[3]);
        part.typed := m[2] || ' ' || m[3];
        part.exact := case when m[3] ~ '^[0-9]$' then search_lexeme('s', m[2] || m[3]) else search_lexeme('p', m[2] || m[3], false) end
            || (search_lexeme('o', m[2]) && search_lexeme('a', m[3]));
        part.near := part.exact;
        part.wide := part.exact;
        part.hidden_exact := case when m[3] ~ '^[0-9]$' then search_lexeme('t', m[2] || m[3]) else search_lexeme('q', m[2] || m[3], false) end;
        part.hidden_near := part.hidden_exact;
        parts := parts || part;
        rest := replace(rest, m[1], ' ');
    end loop;
    foreach piece in array string_to_array(rest, ' ') loop
        continue when piece = '' or length(piece) > 60 or exists (select from unnest(parts) p where p.word = piece);
        exit when cardinality(parts) >= 8;
        place := place + 1;
        parts := parts || search_part_of_word(place, piece);
    end loop;
    return parts;
end $$;

-- The people whom the one who acts may see through themselves, their teams, a restriction's list or a glass that they broke: what
-- may_see says, from the side of the one who asks. may_see has the last word on each.
create function search_own_people(restricted_alone boolean) returns uuid[] language sql stable security definer
set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
    with broken as (
        select b.person from break_glass b
        where has_right('BREAK_GLASS') and b.account = acting_account() and b.opened_at <= acting_at() and b.until > acting_at()
    ), files as (
        select a.person from allocation a
        where not restricted_alone and has_right('SEE_RECORDS') and a.account = acting_account() and a.ended is null and not a.withdrawn
        union
        select a.person from team_member t join allocation a on a.team = t.team
        where not restricted_alone and has_right('SEE_RECORDS') and t.account = acting_account() and a.ended is null and not a.withdrawn
        union
        select s.person from person_search s
        where not restricted_alone and has_right('SEE_RECORDS') and s.unallocated_creator = acting_account()
        union
        select r.person from restriction_member m join restriction r on r.id = m.restriction
        where has_right('SEE_RECORDS') and m.account = acting_account() and r.ended is null and not r.withdrawn
        union
        select b.person from broken b
    ), visible as (
        select f.person from files f
        where not exists (
                select from restriction r
                where r.person = f.person and r.ended is null and not r.withdrawn
                    and not exists (select from restriction_member m where m.restriction = r.id and m.account = acting_account()))
            or exists (select from broken b where b.person = f.person)
    )
    select coalesce(array_agg(person), '{}') from (
        select person from visible
        union
        select r.other from visible f join relationship r on r.person = f.person
        where has_right('SEE_RECORDS') and not r.withdrawn and r.kind not in ('SIBLING', 'HALF_SIBLING', 'STEP_SIBLING')
    ) as own
$$;

-- Somebody who may be the one that is looked for.
create type search_hit as (
    person uuid,
    restricted boolean,
    tier integer,
    score real,
    sort_name text,
    born date,
    matched text[]
);

-- The hits of one question, scored: each part counts by how well it is met, and an undisclosed address for those alone who may see it.
--
-- question: asked of everybody who is not restricted, where everybody is true.
-- common: so many meet the question that it is quicker to read until enough have been met than to gather them all from the index first.
-- own, own_question: people who are asked besides, and what; own_nearer: what of them is a hit of the tier before.
-- sees_all: whether hidden addresses count for everybody, or for own alone.
create function search_hits(parts search_part[], tier integer, question tsquery, everybody boolean, common boolean, sees_all boolean,
    own uuid[], own_question tsquery, own_nearer tsquery, whole_name text, hits_wanted integer) returns setof search_hit language sql stable
set search_path = public, pg_temp set enable_seqscan = off set jit = off set max_parallel_workers_per_gather = 0 as $$
    with candidate as (
        (select s.*, sees_all as mine, tier as met_in from person_search s
        where everybody and not common and not s.restricted and s.terms @@ question
        limit hits_wanted)
        union all
        -- The offset keeps the index of terms out of it.
        (select s.*, sees_all, tier from (select * from person_search where everybody and common and not restricted order by person offset 0) as s
        where s.terms @@ question
        limit hits_wanted)
        union all
        (select s.*, true, case when own_nearer is null or s.terms @@ own_nearer then tier else tier + 1 end from person_search s
        where s.person = any (own) and s.terms @@ own_question and (not s.restricted or may_see(s.person))
        order by not s.terms @@ own_nearer, s.person
        limit hits_wanted)
    )
    select distinct on (c.person) c.person, c.restricted, c.met_in, (w.score + case when whole_name = any (c.whole_names) then 0.5 else 0 end)::real, c.sort_name, c.born, w.matched
    from candidate c
    cross join lateral (
        select sum(left(m.met, 4)::real) / cardinality(parts) as score,
            array_agg(substr(m.met, 6) || ':' || p.typed order by p.place) filter (where m.met <> '0.00') as matched
        from unnest(parts) as p
        cross join lateral (select case
            when p.word = any (c.identifiers) then
                case p.word when c.nhs_number then '1.00:NHS_NUMBER:SAME' when c.upn then '1.00:UPN:SAME' else '1.00:LOCAL_NUMBER:SAME' end
            when p.kind = 'DAY' then case
                when c.born = p.on_day then '1.00:BORN:SAME'
                when c.expected = p.on_day then '0.95:EXPECTED:SAME'
                when c.born = p.swapped then '0.55:BORN:DAY_AND_MONTH_SWAPPED'
                when c.expected = p.swapped then '0.50:EXPECTED:DAY_AND_MONTH_SWAPPED'
                else '0.00' end
            when p.kind = 'MONTH' and date_trunc('month', coalesce(c.born, c.expected)) = p.on_day then '0.90:BORN:SAME_MONTH'
            when p.kind = 'YEAR' and extract(year from coalesce(c.born, c.expected))::text = p.word then '0.80:BORN:SAME_YEAR'
            when p.word = any (c.family) then '1.00:FAMILY_NAME:SAME'
            when p.word = any (c.given) then '0.99:GIVEN_NAME:SAME'
            when p.word = any (c.known) then '0.98:KNOWN_AS:SAME'
            when p.word = any (c.other) then '0.95:OTHER_NAME:SAME'
            when p.kind = 'POSTCODE' and (p.word = any (c.postcodes) or mine and p.word = any (c.hidden_postcodes)) then '0.95:POSTCODE:SAME'
            when p.kind = 'POSTCODE' and (exists (select from unnest(c.postcodes || case when mine then c.hidden_postcodes end) as code
                where left(code, -3) = p.word)) then '0.90:POSTCODE:BEGINS'
            when p.kind = 'POSTCODE' and (exists (select from unnest(c.postcodes || case when mine then c.hidden_postcodes end) as code
                where starts_with(code, p.word))) then '0.80:POSTCODE:BEGINS'
            when p.kind = 'NAME' and p.forms && c.given then '0.85:GIVEN_NAME:OTHER_FORM'
            when p.kind = 'NAME' and p.forms && c.known then '0.84:KNOWN_AS:OTHER_FORM'
            when p.kind in ('NAME', 'INITIAL') and position(' ' || p.word in c.names) > 0 then case
                when exists (select from unnest(c.family) as word where starts_with(word, p.word)) then '0.80:FAMILY_NAME:BEGINS'
                when exists (select from unnest(c.given) as word where starts_with(word, p.word)) then '0.79:GIVEN_NAME:BEGINS'
                when exists (select from unnest(c.known) as word where starts_with(word, p.word)) then '0.78:KNOWN_AS:BEGINS'
                else '0.75:OTHER_NAME:BEGINS' end
            when p.forms && c.other then '0.74:OTHER_NAME:OTHER_FORM'
            when p.sounds && c.family then '0.60:FAMILY_NAME:SOUNDS_LIKE'
            when p.sounds && c.given then '0.59:GIVEN_NAME:SOUNDS_LIKE'
            when p.sounds && (c.known || c.other) then '0.58:OTHER_NAME:SOUNDS_LIKE'
            when p.spellings && c.family then '0.50:FAMILY_NAME:SPELT_LIKE'
            when p.spellings && c.given then '0.49:GIVEN_NAME:SPELT_LIKE'
            when p.spellings && (c.known || c.other) then '0.48:OTHER_NAME:SPELT_LIKE'
            when p.word <> '' and (position(' ' || p.word || ' ' in ' ' || c.address || ' ') > 0
                or mine and position(' ' || p.word || ' ' in ' ' || c.hidden_address || ' ') > 0) then '0.45:ADDRESS:SAME'
            when length(p.word) >= 4 and (position(' ' || p.word in ' ' || c.address) > 0
                or mine and position(' ' || p.word in ' ' || c.hidden_address) > 0) then '0.40:ADDRESS:BEGINS'
            else '0.00' end as met) as m
    ) as w
    order by c.person, c.met_in, c.mine desc
$$;

-- Whether more than one in ten meet a question, by a sample of one in a thousand.
create function search_is_common(question tsquery) returns boolean language sql stable
set search_path = public, pg_temp set jit = off as $$
    select count(*) > 20 and count(*) filter (where s.terms @@ question) > count(*) / 10
    from person_search s tablesample system (0.1) repeatable (1) where not s.restricted
$$;

-- Whom to ask about somebody whom a restriction keeps from the one who acts.
create function search_ask(wanted uuid) returns text language sql stable set search_path = public, pg_temp as $$
    select string_agg(distinct r.ask, ', ') from restriction r where r.person = wanted and r.ended is null and not r.withdrawn
        and not exists (select from restriction_member m where m.restriction = r.id and m.account = acting_account())
$$;

-- The post of the allocated worker; the team's name where there is none.
create function search_worker(wanted uuid) returns text language sql stable set search_path = public, pg_temp as $$
    select coalesce(c.post, t.name) from allocation a join team t on t.id = a.team left join account c on c.name = a.account
    where a.person = wanted and a.ended is null and not a.withdrawn
    order by (a.duty = 'ALLOCATED_WORKER') desc, a.started desc limit 1
$$;

-- The restricted people who are beyond doubt the one that was typed: a whole identifier, or a whole name with the day of birth. Nothing else
-- that was typed counts for or against them, so that nothing can be tried out on them.
create function search_restricted(identifiers text[], whole_name text, born date) returns setof uuid language sql stable
set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
    select s.person from person_search s where s.restricted and s.identifiers && $1
    union
    select s.person from person_search s where s.restricted and s.born = $3 and $2 = any (s.whole_names) and $2 like '% %'
$$;

-- What of somebody is shown: to who may see them all that tells them from another, to who may not the name and dates alone.
create type search_shown as (
    given_name text, family_name text, known_as text, born date, expected date, sex text, local_number text, place text, worker text
);

create function search_shown(wanted uuid, seen boolean) returns search_shown language sql stable set search_path = public, pg_temp as $$
    select p.given_name, p.family_name,
        case when seen then p.known_as end, p.born, p.expected, case when seen then p.sex end, case when seen then p.local_number end,
        case when seen then (
            select concat_ws(', ', nullif(replace(a.lines, E'\n', ', '), ''), nullif(a.postcode, '')) from address a
            where a.person = wanted and not a.withdrawn and a.must_not_be_disclosed is not true
                and (a.ended is null or a.ended > acting_at()::date)
            order by (a.kind = 'PLACEMENT') desc, (a.kind = 'HOME') desc, a.started desc nulls last limit 1) end,
        search_worker(wanted)
    from person p where p.id = wanted
$$;

-- Finds people by what was typed, best first.
--
-- standing: SEEN for whom the one who acts may see; KNOWN for whom they may not, who has FIND_EVERY_CHILD, with name and dates alone;
-- RESTRICTED for whom a restriction keeps from them, with whom to ask alone. Those stand before the first row and are not counted in row_limit.
-- matched: field, how and what was typed, with colons between.
create function search_people(words text, row_limit integer, row_offset integer) returns table (
    person uuid, standing text, given_name text, family_name text, known_as text, born date, expected date, sex text, local_number text,
    place text, worker text, ask text, matched text[], score real)
language plpgsql stable security definer
set search_path = public, pg_temp set enable_seqscan = off set jit = off set max_parallel_workers_per_gather = 0 as $$
#variable_conflict use_column
declare
    most constant integer := 300;
    finds_every constant boolean := has_right('FIND_EVERY_CHILD');
    sees_all constant boolean := is_system() or (has_right('SEE_RECORDS') and has_right('SEE_EVERY_RECORD'));
    everybody constant boolean := finds_every or sees_all;
    wanted constant integer := least(greatest(row_offset, 0) + greatest(row_limit, 0), most);
    parts search_part[];
    part search_part;
    own uuid[];
    whole_name text;
    hits search_hit[] := '{}';
    hit search_hit;
    asked tsquery;
    question tsquery;
    own_question tsquery;
    own_nearer tsquery;
    common boolean;
    skipped integer := 0;
    given integer := 0;
    seen boolean;
    shown search_shown;
begin
    if acting_account() is null or not (has_right('SEARCH_PEOPLE') or is_system()) then
        return;
    end if;
    parts := search_parts(words, acting_at()::date);
    if cardinality(parts) = 0 then
        return;
    end if;
    whole_name := (select search_whole_name(string_agg(p.word, ' ')) from unnest(parts) as p where p.kind in ('NAME', 'INITIAL'));

    if finds_every and row_offset = 0 then
        for person in
            select r from search_restricted(
                array(select p.word from unnest(parts) as p where p.word <> ''), whole_name,
                -- Two dates typed are no date of birth.
                (select min(p.on_day) from unnest(parts) as p where p.kind = 'DAY' having count(*) = 1)) as r
            where not may_see(r)
        loop
            standing := 'RESTRICTED';
            ask := search_ask(person);
            person := case when has_right('BREAK_GLASS') then person end;
            return next;
        end loop;
        ask := null;
    end if;

    own := search_own_people(sees_all);
    for turn in 1 .. 4 loop
        -- With part of what was typed only where nothing meets the whole.
        exit when (select count(*) from unnest(hits) as h where h.tier < turn) >= wanted
            or (turn = 4 and (cardinality(hits) > 0 or cardinality(parts) < 3));
        if turn = 3 then
            parts := array(select search_widened(p) from unnest(parts) as p order by p.place);
            continue when not exists (select from unnest(parts) as p where p.wide is distinct from p.near);
        end if;
        question := null;
        own_question := null;
        own_nearer := null;
        if turn < 4 then
            foreach part in array parts loop
                asked := case turn when 1 then part.exact when 2 then part.near else part.wide end;
                if sees_all then
                    asked := search_either(asked, case turn when 1 then part.hidden_exact else part.hidden_near end);
                end if;
                question := coalesce(question && asked, asked);
                -- Their own people are asked once for both the first tiers.
                asked := search_either(search_either(case turn when 3 then part.wide else part.near end, part.hidden_near), part.begins);
                own_question := coalesce(own_question && asked, asked);
                asked := search_either(part.exact, part.hidden_exact);
                own_nearer := case when turn = 1 then coalesce(own_nearer && asked, asked) end;
            end loop;
        else
            select string_agg('(' || q.question::text || ')', ' | ')::tsquery, string_agg('(' || q.own_question::text || ')', ' | ')::tsquery
            into question, own_question
            from unnest(parts) as left_out
            cross join lateral (
                select string_agg('(' || case when sees_all then search_either(p.near, p.hidden_near) else p.near end::text || ')', ' & ') as question,
                    string_agg('(' || search_either(search_either(p.near, p.hidden_near), p.begins)::text || ')', ' & ') as own_question
                from unnest(parts) as p where p.place <> left_out.place
            ) as q;
        end if;
        common := everybody and turn > 1 and not exists (select from unnest(parts) as p where not p.in_address) and search_is_common(question);
        hits := hits || array(
            select h from search_hits(parts, turn, question, everybody, common, sees_all, case when turn <> 2 then own else '{}' end, own_question, own_nearer,
                whole_name, most) as h
            where not exists (select from unnest(hits) as had where had.person = h.person));
    end loop;

    for hit in select * from unnest(hits) as h order by h.tier, h.score desc, h.sort_name, h.born desc nulls last, h.person loop
        exit when given >= row_limit;
        if skipped < row_offset then
            -- Of everybody each is shown in one way or another; of their own people the last word is asked for those passed over too.
            if everybody or may_see(hit.person) then
                skipped := skipped + 1;
            end if;
            continue;
        end if;
        seen := may_see(hit.person);
        continue when not seen and (not finds_every
            or exists (select from restriction r where r.person = hit.person and r.ended is null and not r.withdrawn));
        given := given + 1;
        shown := search_shown(hit.person, seen);
        person := hit.person;
        standing := case when seen then 'SEEN' else 'KNOWN' end;
        given_name := shown.given_name;
        family_name := shown.family_name;
        known_as := shown.known_as;
        born := shown.born;
        expected := shown.expected;
        sex := shown.sex;
        local_number := shown.local_number;
        place := shown.place;
        worker := shown.worker;
        matched := hit.matched;
        score := hit.score;
        return next;
    end loop;
end $$;

-- The words of a name, each with what is like it; what people write for a name that is not known is none.
create function search_name_parts(given text, is_family boolean) returns search_part[] language sql stable set search_path = public, pg_temp as $$
    select array(
        -- A second given name is told apart by its own letters alone.
        select case when is_family or place = 1 then search_widened(search_part_of_word(place::integer, word)) else search_part_of_word(place::integer, word) end
        from unnest(search_name_words(given, is_family)) with ordinality as w (word, place)
        where length(word) > 1 and word not in ('baby', 'unknown', 'unborn', 'infant', 'child', 'not', 'known', 'nk', 'tbc', 'boy', 'girl')
        order by place limit 6)
$$;

create function search_names_like(parts search_part[]) returns tsquery language sql stable set search_path = public, pg_temp as $$
    select string_agg(search_either(search_lexeme('n', p.word), search_any('n', p.forms || p.sounds || p.spellings))::text, ' | ')::tsquery
    from unnest(parts) as p
$$;

create function search_days(first date, last date) returns tsquery language sql immutable set search_path = public, pg_temp as $$
    select search_any('d', array(select to_char(day, 'YYYY-MM-DD') from generate_series(first::timestamp, last::timestamp, interval '1 day') as day))
$$;

-- Everybody who may be the one that is about to be recorded, whoever may see them: one child must not become two records. Like search_people
-- it shows of whom the one who acts may not see name and dates, and of whom a restriction keeps from them whom to ask, and that alone where
-- what was given leaves no doubt.
--
-- strength: STRONG, LIKELY or POSSIBLE. reasons: names of the application's reasons.
create function possible_duplicates(wanted_given text, wanted_family text, wanted_born date, wanted_expected date, wanted_nhs text, wanted_upn text,
    wanted_postcode text) returns table (
    person uuid, standing text, given_name text, family_name text, known_as text, born date, expected date, sex text, local_number text,
    place text, worker text, ask text, reasons text[], strength text)
language plpgsql stable security definer
set search_path = public, pg_temp set enable_seqscan = off set jit = off set max_parallel_workers_per_gather = 0 as $$
#variable_conflict use_column
declare
    asked_nhs constant text := replace(search_plain(coalesce(wanted_nhs, '')), ' ', '');
    asked_upn constant text := replace(search_plain(coalesce(wanted_upn, '')), ' ', '');
    asked_code constant text := replace(search_plain(coalesce(wanted_postcode, '')), ' ', '');
    whole constant text := search_whole_name(coalesce(wanted_given, '') || ' ' || coalesce(wanted_family, ''));
    given_parts search_part[];
    family_parts search_part[];
    first_given search_part;
    given_words text[];
    family_words text[];
    family_forms text[];
    family_like text[];
    swapped_day constant date := search_day_swapped(wanted_born);
    given_question tsquery;
    family_question tsquery;
    family_exact tsquery;
    days_near tsquery;
    questions tsquery[] := '{}';
    people uuid[] := '{}';
    own uuid[];
    found record;
    shown search_shown;
begin
    if acting_account() is null or not (has_right('SEARCH_PEOPLE') or is_system()) then
        return;
    end if;
    for found in
        select r.id, s.nhs_number = asked_nhs and asked_nhs <> '' as same_nhs, s.upn = asked_upn and asked_upn <> '' as same_upn
        from search_restricted(array_remove(array[asked_nhs, asked_upn], ''), whole, wanted_born) as r (id) join person_search s on s.person = r.id
        where not may_see(r.id)
    loop
        person := case when has_right('BREAK_GLASS') then found.id end;
        standing := 'RESTRICTED';
        ask := search_ask(found.id);
        strength := 'STRONG';
        -- Nothing but what left no doubt, so that nothing else can be tried out.
        reasons := array_remove(array[case when found.same_nhs then 'SAME_NHS_NUMBER' end, case when found.same_upn then 'SAME_UPN' end], null);
        if cardinality(reasons) = 0 then
            reasons := array['SAME_NAME', 'SAME_DATE_OF_BIRTH'];
        end if;
        return next;
    end loop;
    ask := null;

    given_parts := search_name_parts(coalesce(wanted_given, ''), false);
    family_parts := search_name_parts(coalesce(wanted_family, ''), true);
    first_given := given_parts[1];
    given_words := array(select p.word from unnest(given_parts) as p);
    family_words := array(select p.word from unnest(family_parts) as p);
    family_forms := array(select unnest(p.forms) from unnest(family_parts) as p);
    family_like := array(select unnest(p.sounds || p.spellings) from unnest(family_parts) as p);
    given_question := search_names_like(given_parts);
    family_question := search_names_like(family_parts);
    family_exact := search_any('n', family_words);
    if wanted_born is not null then
        -- The same month, another month of the year, or another year, as a slip of the hand makes of it; or none.
        days_near := search_any('d', array(
                select day::text from (
                    select search_day(extract(year from wanted_born)::integer, month, extract(day from wanted_born)::integer) as day
                    from generate_series(1, 12) as month
                    union
                    select search_day(extract(year from wanted_born)::integer + apart, extract(month from wanted_born)::integer,
                        extract(day from wanted_born)::integer)
                    from unnest(array[1, -1, 10, -10]) as apart
                ) as slips where day is not null))
            || search_lexeme('m', to_char(wanted_born, 'YYYY-MM')) || search_lexeme('d', 'none');
    end if;
    questions := array_remove(array[
        search_any('i', array_remove(array[asked_nhs, asked_upn], '')),
        case when wanted_born is not null then
            (select q from search_part_of_day(1, '', wanted_born) as d, lateral (select d.wide && search_either(given_question, family_question) as q) as x) end,
        search_any('n', given_words) && family_exact && days_near,
        given_question && family_question && days_near,
        case when wanted_born is null then search_any('n', given_words) && family_exact end,
        case when wanted_born is null and asked_code <> '' then given_question && family_question && search_lexeme('p', asked_code) end,
        -- A child who is born may stand in the record as one who is expected, and the other way round.
        case when wanted_born is not null then search_days(wanted_born - 28, wanted_born + 70) && family_exact end,
        case when wanted_expected is not null then search_days(wanted_expected - 70, wanted_expected + 28) && family_exact end
    ], null);
    own := search_own_people(true);
    for i in 1 .. cardinality(questions) loop
        people := people || array(select s.person from person_search s where not s.restricted and s.terms @@ questions[i] limit 150)
            || array(select s.person from person_search s where s.person = any (own) and s.restricted and s.terms @@ questions[i] and may_see(s.person));
    end loop;

    for found in
        with candidate as (
            select c.*,
                c.nhs_number = asked_nhs and asked_nhs <> '' as same_nhs,
                c.upn = asked_upn and asked_upn <> '' as same_upn,
                coalesce(first_given.word = any (c.given || c.known || c.other) or c.given[1] = any (given_words), false) as given_same,
                coalesce(first_given.forms && (c.given || c.known || c.other), false) as given_form,
                coalesce(first_given.sounds && (c.given || c.known || c.other), false) as given_sounds,
                coalesce(first_given.spellings && (c.given || c.known || c.other), false) as given_spelt,
                family_words && (c.family || c.other) as family_same,
                family_like && (c.family || c.other) as family_like,
                coalesce(first_given.word = any (c.family) and (family_words || family_forms) && (c.given || c.known), false) as names_swapped,
                cardinality(given_words) = 0 or c.given <@ array['baby', 'unknown', 'unborn', 'infant', 'child', 'not', 'known', 'boy', 'girl'] as given_unknown,
                coalesce(c.born = wanted_born, false) as born_same,
                coalesce(c.born = swapped_day, false) as born_swapped,
                coalesce((extract(year from c.born) = extract(year from wanted_born) and (extract(month from c.born) = extract(month from wanted_born)
                            or extract(day from c.born) = extract(day from wanted_born)))
                    or (abs(extract(year from c.born) - extract(year from wanted_born)) in (1, 10)
                        and to_char(c.born, 'MMDD') = to_char(wanted_born, 'MMDD')), false) as born_near,
                (c.born is null and c.expected is null) or (wanted_born is null and wanted_expected is null) as born_unknown,
                coalesce(c.born is null and c.expected between wanted_born - 28 and wanted_born + 70, false)
                    or coalesce(wanted_born is null and (coalesce(c.born between wanted_expected - 70 and wanted_expected + 28, false)
                        or coalesce(c.born is null and abs(c.expected - wanted_expected) <= 28, false)), false) as expected_near,
                asked_code <> '' and (asked_code = any (c.postcodes) or (asked_code = any (c.hidden_postcodes) and may_see(c.person))) as postcode_same
            from person_search c where c.person = any (people)
        ), judged as (
            select c.*,
                given_same and family_same as names_same,
                (given_same or given_form or given_sounds or given_spelt) and (family_same or family_like) or names_swapped as names_alike,
                not (given_same or given_form or given_sounds or given_spelt) and not given_unknown as given_differs
            from candidate c
        ), weighed as (
            select j.*, case
                when same_nhs or same_upn then 1
                when born_same and names_same then 1
                when born_same and names_alike then 2
                when born_same and family_same and given_unknown then case when postcode_same then 2 else 3 end
                when born_same and family_same then 3
                when born_same and given_same then case when postcode_same then 2 else 3 end
                when born_swapped and names_same then 2
                when born_swapped and names_alike then 3
                when born_near and names_same then case when postcode_same then 2 else 3 end
                when born_near and names_alike and (postcode_same or given_same or family_same) then 3
                when expected_near and family_same and not given_differs then case when postcode_same then 2 else 3 end
                when born_unknown and names_same then case when postcode_same then 2 else 3 end
                when born_unknown and names_alike and postcode_same then 3
                end as place
            from judged j
        )
        select w.*, may_see(w.person) as seen from weighed w where w.place is not null
        order by w.place, w.postcode_same desc, w.names_same desc, w.sort_name, w.born desc nulls last, w.person limit 20
    loop
        shown := search_shown(found.person, found.seen);
        person := found.person;
        standing := case when found.seen then 'SEEN' else 'KNOWN' end;
        given_name := shown.given_name;
        family_name := shown.family_name;
        known_as := shown.known_as;
        born := shown.born;
        expected := shown.expected;
        sex := shown.sex;
        local_number := shown.local_number;
        place := shown.place;
        worker := shown.worker;
        strength := (array['STRONG', 'LIKELY', 'POSSIBLE'])[found.place];
        reasons := array_remove(array[
            case when found.same_nhs then 'SAME_NHS_NUMBER' end,
            case when found.same_upn then 'SAME_UPN' end,
            case when found.names_same then 'SAME_NAME' end,
            case when found.names_swapped and not found.names_same then 'NAMES_SWAPPED' end,
            case when not found.names_same and not found.names_swapped then
                case when found.given_same then 'SAME_GIVEN_NAME' when found.given_form then 'OTHER_FORM_OF_GIVEN_NAME'
                    when found.given_sounds or found.given_spelt then 'GIVEN_NAME_ALIKE' end end,
            case when not found.names_same and not found.names_swapped then
                case when found.family_same then 'SAME_FAMILY_NAME' when found.family_like then 'FAMILY_NAME_ALIKE' end end,
            case when found.born_same then 'SAME_DATE_OF_BIRTH' when found.born_swapped then 'DAY_AND_MONTH_SWAPPED'
                when found.born_near then 'DATE_OF_BIRTH_NEAR' when found.expected_near then 'EXPECTED_NEAR'
                when found.born_unknown and not (found.same_nhs or found.same_upn) then 'DATE_OF_BIRTH_NOT_KNOWN' end,
            case when found.postcode_same then 'SAME_POSTCODE' end,
            case when found.born_same and found.family_same and found.given_differs and not found.names_swapped then 'MAY_BE_A_TWIN' end], null);
        return next;
    end loop;
end $$;

-- Forms of given names: short forms, and spellings of one name that comes from another script or language. Each line is a name and its
-- forms; every word of a line is taken for a form of every other.
insert into given_name_form (name, form)
select distinct one.word, another.word
from string_to_table($names$
aaron aron ron ronnie
abdul abdel abdal abd
abdullah abdulla abdallah abdalla
abigail abby abbie abi gail abigale
adam adamek adem
adrian ade adrien adrianus
agnes aggie agnieszka aga nessie
ahmed ahmad ahmet achmed achmad
aidan aiden aodhan
aisha ayesha aysha aishah ayisha aicha aiesha
alan allan allen al alun
albert al bert bertie alby
aleksander alexander alex al alec alexandru aleksandr sasha sacha olek xander zander sandy alasdair alistair alastair alister alejandro
alexandra alex alexa lexi lexie sandra sasha sacha ola aleksandra sandie alexandria
alfred alf alfie fred freddie
alice ali alicia alys alis
ali aly alli
alison ali allie allison alyson
amanda mandy manda
amelia amy millie milly mia emelia amalia
amina aminah ameena
amir ameer emir
amy aimee amie ami
andrew andy drew andrei andrzej andre anders andreas andrejs andriy andrii
angela angie ange angelika
angus gus aonghas
ann anne anna annie ana anya ania hanna nan nancy anita annette anya
anthony tony anton antony ant antoni antonio
archibald archie baldie
arthur art artie artur
asif aasif
atif aatif
audrey audra
barbara barb babs barbie basia
barnaby barney barn
bartholomew bart barty bartosz bartek bartlomiej
beatrice bea beatrix trixie bee beattie
benjamin ben benny benji benjie beniamin
bernard bernie barney
bethany beth bethan
beverley bev beverly
bilal bilaal belal
bogdan bohdan
bradley brad bradleigh
brandon bran branden
brenda bren
brian bryan bri brayan
bridget bridie biddy brigid bride
bronwen bron bronwyn
caitlin kate katelyn kaitlin kaitlyn cait caitlyn katelin
callum calum cal kallum
cameron cam kamron camron
carol carole caroline carolyn carrie caz lyn karolina
cassandra cass cassie sandra
catherine cath cathy kate katie kathryn katherine kathy kat kitty cathryn catharine katharine katarzyna kasia katerina katarina ekaterina yekaterina katya kateryna catrin cat
cecilia cecily cissie celia
charles charlie chas chuck charley karol carl
charlotte charlie lottie lotte charley char lotty
chelsea chels chelsey
chloe clo khloe cloe
christina tina chris chrissie christine christie kristina kristine christiana krystyna cristina
christopher chris kit topher kris christoff krzysztof kristopher krzys topher
ciara kiera keira kiara ciera
clifford cliff
colin col
connor conor con konnor
constance connie
courtney court kourtney
craig craigie
curtis kurtis curt
cynthia cindy
dale dayle
daniel dan danny danil danylo daniil danek
danielle dani danni danniella daniella daniela
darren daz darran
david dave davey dai dawid davie davi dafydd
dawn dawne
deborah deb debbie debra debs
denise den
dennis den denny denis denys
derek del derrick
dermot diarmuid
diana di diane dianne
dimitri dmitri dmitry dmytro dima
dominic dom dominik nick dominick
donald don donnie
donna don
dorothy dot dottie dolly dorothea
douglas doug dougie
duncan dunc
dylan dyl dillon
edmund ed eddie ted ned
edward ed eddie ted teddy ned eddy eduard edvard edek
edwin ed eddie
eileen aileen eily
eleanor ellie nell ella nora elle elinor eleanora lenore nellie elena
elizabeth liz lizzie beth betty eliza libby lizzy elsie bess elisabeth elspeth bettie lisa elise elizabet elzbieta ela betsy liza
ellen nell nellie ellie helen
emily em emmy millie emilie emilia emma milly
emma em emmie ema
eric erik rick
ernest ernie
esther essie hester ester
ethan ethen
eugene gene evgeny yevgeny evgeni yevhen
evelyn eve evie evelina
evie eve eva ewa evelyn
faisal faysal feisal
faith fay faye
farah farrah
fatima fatimah fatma fathima fateema fatema fatoumata
felicity flick fliss lis
fiona fi fee ffion
florence flo florrie flossie
frances fran francesca frankie franny fanny francine
francis frank frankie fran franciszek francisco
frederick fred freddie freddy frederic rick fredrick
gabriel gabe gabi gabriele
gabriella gabby gaby ella gabriela gabi gabrielle
gareth gaz garth gary
gary gaz garry
gavin gav
gemma gem jemma
geoffrey geoff jeff jeffrey jeffery
george georgie jorge georgi georgios yuri yuriy jerzy jurek gheorghe
georgina georgie gina georgia georgiana
gerald gerry jerry gerard ged
gertrude gert gertie trudy
gillian gill jill gilly jillian
giovanni gianni
gordon gordy
grace gracie
grzegorz gregory greg gregor grigori gregg grzes
graham graeme grahame
gurpreet gurprit gurpreeth
gwendolen gwen gwendoline gwenda
hamza hamzah humza
hannah hanna hana hanah
harold harry hal
harriet hattie harry harriett hettie
harrison harry
harpreet harprit
hasan hassan hasaan hassaan
hayley hailey haley haylee hayleigh
heather heth
helen nell helena ellen elena olena jelena yelena lena
henry harry hal hank henryk henri
herbert bert herb bertie
holly hollie
hope hopie
howard howie
hugh hughie hugo huw
hussain hussein husain hossain hussien husayn hosein
ibrahim ebrahim ibraheem abraham abe bram ibrahima ibro
ignatius iggy ignacy
ilya ilia illia
imran emran imraan
iqra ikra
irene rene irena iryna irina ira
isaac zac zak ike izaak isac ishaq
isabel izzy bella isabelle isabella bel belle isobel issy ishbel izabela iza isabela
ismail ismaeel esmail ishmael ismael ismaeil
ivan iwan vanya
jack jackie john jacko
jacob jake jakub kuba yakub jacobo yaqub jakob yakov
jacqueline jackie jacqui jacquie jaqueline
jade jayde jaide
james jim jimmy jamie jem jimmie seamus hamish
jan john johan jean janek
jane janie jayne jenny janey
janet jan jannet
janice jan janis
jasmine jas jaz jasmin yasmin yasmine yasmeen jazz
jaspreet jas jasprit
jason jay jase
javed javaid jawed javid
jayden jaden jaiden jaydon
jean jeanne jeannie
jeffrey jeff jeffery
jennifer jen jenny jenni jenna jennie
jeremiah jerry jem
jeremy jerry jem jez
jerome jerry
jessica jess jessie jessy
joan joanie
joanne jo joanna joan joe joann johanna asia
jodie jody jodi
joel jo
john jack johnny jon johnnie jock jonny sean ian juan ioan
jonathan jon jonny john johnathan jonathon jonty
jordan jordy jord jorden
joseph joe joey jo josef jozef youssef yusuf yousef jose giuseppe yousuf yousaf josip
josephine jo josie fina
joshua josh joss
joyce joy
judith judy jude judi
julia julie jules juliet yulia juliette iuliia
julian jules jools
kaiden kayden kaden caiden cayden
kamal kamaal
karen kaz karin karyn
kayleigh kayley kaylee kay keeley kayley
keith keef
kelly kel kelley kellie
kenneth ken kenny
kerry kerrie keri kez
kevin kev kevan
khadija khadijah khadeeja khadidja kadija
khalid khaled kaleed
kieran ciaran kieron kieren keiran
kimberley kim kimberly kimmy
kirsty kirstie kirsten
konstantin kostya costin constantin constantine
kulwinder kully
kyle kile
lakshmi laxmi
laura laurie lauren lori
lauren laurie loren lauryn
lawrence larry lawrie laurence laurie lorenzo lars
leah lea leia lia
lee leigh lea
leanne lee leann lianne
leonard len lenny leo leon lennie
leo leon leonardo leonid lev
lesley les leslie lesly
leslie les lesley
lewis lew louis luis lou
liam william
lillian lil lily lilly lilian lillie
linda lin lynda lyn lindy
lindsay lyn lindsey linsey lynsey lindsy
louise lou louisa lulu luisa
lucas luke luca lukasz luka lukas
lucy lu lucie lucia lucinda luce
luke luca lucas lukasz luk
lydia lyddie lidia
madeleine maddie maddy madeline madelaine mads
maham mahum
mahmood mahmoud mehmood mahmud
malcolm mal malc
malgorzata margaret gosia
mandeep mandip
manpreet manprit
marcus marc mark markus marek marko marco
margaret maggie meg peg peggy madge margie marge daisy rita greta margot maisie mags margarita megan
maria mary marie mariya mia marija miriam
marian marion marianne mary
mark marc marcus marek marko
martha mattie marta
martin marty martyn marcin
mary molly polly mae may maria marie maura moira mairi maryam miriam
maryam mariam miriam maryum mariyam marium mary maria
mateusz matthew mateo matteo matei
matilda tilly tilda mattie maud tillie
matthew matt matty mat mathew matthias
maureen mo maura
maurice mo morris maurycy
maxwell max
maximilian max maksymilian maksim maxim maksym
megan meg meggie meghan meagan
melanie mel melany
melissa mel lissa missy
michael mike mick mickey micky mikey mitch michal mikhail mykhailo mihai miguel mikael michel misha mykhaylo
michelle shell chelle michele shelley
mildred millie
miles myles milo
millicent millie milly
miriam mim mirry maryam
mitchell mitch
mohammed muhammad mohamed mohammad muhammed mohamad mohd md mo mohamud mohamoud mahomed muhamed mehmet mohammod muhamad mohammud mahamed
moses moshe musa moosa mousa
mustafa mostafa mustapha mustafah
nadia nadya nadiya nadiia
naomi noemi nomi
natalie nat natalia nataly nathalie natasha nataliya natalya nataliia
natasha tasha nat tash natalia natacha
nathaniel nat nathan nate nathanael natan
nathan nate nat natan
neil neal niall nial neill
nicholas nick nicky nico mikolaj nicolas niko nikolai nicolae nikolas mykola
nicola nicky nikki nic nikola nicole
nicole nicky nikki nic
nigel nige
norma norm
norman norm
oksana oxana ksenia xenia
oleksandr alexander sasha oleksander aleksandr alex
oliver ollie olly oli oliwier olivier
olivia liv livvy ollie libby livia oliwia olive
omar umar omer umer
oscar oskar ossie
osman usman uthman othman usmaan
owen owain eoin
pamela pam
patricia pat patsy trish tricia patty trisha tish
patrick pat paddy patryk padraig rick patric
paul pawel pavel pablo pavlo pol paulie
paula pauline paulina
penelope pen penny
peter pete petr piotr petros pyotr petro pedro peadar
petra petronella
philip phil phillip filip pip
philippa pip pippa phil filippa pippy
phoebe phebe febe
pooja puja
prudence pru prue
przemyslaw przemek
rachel rach rachael rae rachelle raquel
radoslaw radek
rahim raheem
rahman rehman rahmaan
rajesh raj rajish
rajinder raj rajindar
ralph ralf raphe
ramadan ramzan
ranjit ranjeet
rashid rasheed rachid
raymond ray
rebecca becky becca beck bex rebekah reba
reginald reg reggie rex
rehana rihana rehanna
rhiannon rhi
rhys reece reese rees
richard rick ricky dick rich richie dicky ryszard ricardo
robert rob bob bobby robbie bert robin roberto rab
roberta bobbie robbie berta
robin rob robyn
roderick rod roddy rory
rodney rod
roger rodge
roland roly rolly
ronald ron ronnie
rory ruairi ruaridh
rosalind ros roz rosie rosalyn
rosamund ros roz rosie rosamond
rose rosie rosa rosemary roza
rosemary rose rosie romy
roxanne roxy
rowan rohan
rukhsana ruksana rokhsana
rupert ru
russell russ
ruth ruthie
ryan rian
ryszard rysiek
sabrina bri
said saeed sayed saeid saiid
safiya safia safiyyah sofia
saima saimah
sajid saajid
salim saleem salem
salma selma
samantha sam sammy sammie
samina sameena
samir sameer
samuel sam sammy samual
sana sanaa
sandra sandy sandie
sara sarah sadie sally sarai zara
sean shaun shawn shane john
sebastian seb bas bastian
shabnam shabnum
shahid shaheed
shannon shan
sharon shaz shari sharron
shazia shaziya
sheila shelagh sheelagh
shirley shirl
sidney sid sydney
simon si simeon szymon semyon symon
siobhan shevaun shivaun chevonne shavon
sofia sophia sophie zofia sofie sofiya zosia soph
solomon sol solly suleiman sulaiman suleman
stanislaw stan stanislav staszek
stanley stan
stefan stephen steven stepan stefano
stephanie steph stephie stefanie stevie stefania
stephen steve stevie steven ste stephan
stuart stu stewart
suleiman sulaiman suleman suleyman soleiman sulayman
sumaya sumayyah sumaiya sumayah somaya
susan sue susie suzie suzanne susanna sukey susannah zuzanna suzanna zuzia
swietlana svetlana sveta svitlana
sukhdeep sukhdip
sukhwinder sukhvinder sukhi
sylvia sylvie silvia sylwia
tabitha tabby
tahir taheer tahira
tamara tammy tam tamar
tamsin tam tamzin tammy
tariq tarik tareq tarek
tatiana tanya tania tatyana tetiana tatjana
taylor tay tayla
teresa terry tess tessa theresa tereza therese
terence terry tel terrance
thaddeus tad tadeusz
theodore theo ted teddy teodor fyodor fedor
theodora dora theo
thomas tom tommy tomasz tomas tomek thom tam
tiffany tiff
timothy tim timmy tymoteusz tymofiy
tobias toby
tomasz tomek
tracey trace tracy
trevor trev
umair omair
usama osama
valerie val
vanessa ness nessa
veronica ronnie vera roni weronika
victor vic viktor wiktor
victoria vicky vikki tori vic vicki viktoria wiktoria viki
vincent vin vince vinnie
viola vi violet violetta
virginia ginny
vladimir volodymyr vova wlodzimierz vlad vladislav
waheed wahid
walter wally walt
waseem wasim vasim
wasyl vasily vasyl basil
wayne wain
wendy wend
wilfred wilf will fred
wilhelmina mina billie minnie
william will bill billy willy liam wil guillermo willie
winifred win winnie freda
wojciech wojtek
xavier xavi javier
yasir yaser yasser
yaqoob yaqub yakub yacoub
yusuf yousuf yousaf yousef youssef yosef yusef yousif joseph yussuf
yvonne vonnie
zachary zac zach zak zack zachariah zakaria zacharias zechariah
zahra zara zaara zahara zehra
zainab zaynab zeinab zeynep zaineb
zakir zakeer
zaki zakie
zoe zoey zoi
$names$, E'\n') as line
cross join lateral string_to_table(line, ' ') as one (word)
cross join lateral string_to_table(line, ' ') as another (word)
where one.word <> another.word and one.word <> '';

select refresh_person_search(array(select id from person));

do $$
declare
    name text;
begin
    -- Functions that look behind the policies for another function are not for the application to call.
    foreach name in array array['refresh_person_search(uuid[])', 'keep_person_search()', 'search_own_people(boolean)'] loop
        execute format('revoke execute on function %s from public', name);
    end loop;
end $$;
