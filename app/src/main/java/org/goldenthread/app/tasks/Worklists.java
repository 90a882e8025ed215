package org.goldenthread.app.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.database.AskedAtOnce;
import org.goldenthread.app.database.PlannedOnce;
import org.goldenthread.app.records.Deciding;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.web.Paging;
import org.goldenthread.core.clocks.ClockRules;
import org.goldenthread.core.clocks.ClockStanding;
import org.goldenthread.core.clocks.Watched;
import org.goldenthread.core.pathways.Move;
import org.goldenthread.core.pathways.Pathway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What waits for the person who is signed in, and for their teams, in a fixed number of queries. */
@Repository
class Worklists {

    /** Of one kind and one list; a role that has more waiting than this needs another decision than a longer list. */
    private static final int MOST = 1_000;

    private static final int PAGE_SIZE = 100;

    private final JdbcClient jdbc;
    private final Deciding deciding;
    private final RecordTypes types;
    private final Viewers viewers;
    private final InstantSource clock;
    private final AskedAtOnce askedAtOnce;
    private final PlannedOnce plannedOnce;

    Worklists(
            JdbcClient jdbc,
            Deciding deciding,
            RecordTypes types,
            Viewers viewers,
            InstantSource clock,
            AskedAtOnce askedAtOnce,
            PlannedOnce plannedOnce) {
        this.jdbc = jdbc;
        this.deciding = deciding;
        this.types = types;
        this.viewers = viewers;
        this.clock = clock;
        this.askedAtOnce = askedAtOnce;
        this.plannedOnce = plannedOnce;
    }

    private record Row(String kind, String what, UUID id, UUID person, OffsetDateTime since, String name) {}

    private record Standing(UUID person, Watched watched, ClockStanding standing) {}

    /** What a list is made of, in no order yet. */
    private record Found(List<List<Row>> byKind, List<Allocated> allocated, List<Standing> running) {}

    private record Allocated(UUID person, String name, String born, String worker, String team) {}

    /**
     * @param team whether it is the team's wall; otherwise it is one's own work
     * @param waitingPage which page of what waits, from 1
     * @param childrenPage which page of the children, from 1
     */
    @Transactional(readOnly = true)
    WorkPage page(boolean team, int waitingPage, int childrenPage) {
        Viewer viewer = viewers.getViewer();
        Found found = plannedOnce.ask(client -> found(client, viewer, team));
        List<List<Row>> byKind = found.byKind();
        List<Row> waiting = byKind.stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
        List<Allocated> allocated = found.allocated();
        List<Standing> running = found.running();
        Map<String, Standing> byRecord = new HashMap<>();
        Map<UUID, List<Standing>> byPerson = new HashMap<>();
        for (Standing each : running) {
            byRecord.merge(each.watched().about(), each, Worklists::morePressing);
            byPerson.computeIfAbsent(each.person(), unused -> new ArrayList<>()).add(each);
        }
        Set<UUID> ofChildren =
                new LinkedHashSet<>(allocated.stream().map(Allocated::person).toList());
        waiting.sort(
                Comparator.comparing((Row row) -> rank(byRecord.get(row.id().toString())))
                        .thenComparing(Row::since)
                        .thenComparing(Row::id));
        List<Ranked> children = allocated.stream()
                .map(child -> child(child, byPerson.getOrDefault(child.person(), List.of())))
                .sorted(Comparator.comparing(Ranked::rank))
                .toList();
        String address = team ? "/work/team" : "/work";
        Paging waitingPaging =
                new Paging(waitingPage, waiting.size(), PAGE_SIZE, address + "?children=" + childrenPage, "waiting");
        Paging childrenPaging =
                new Paging(childrenPage, children.size(), PAGE_SIZE, address + "?waiting=" + waitingPage, "children");
        return new WorkPage(
                team,
                waitingPaging.shown(waiting).stream()
                        .map(row -> new WorkPage.Waiting(
                                row.what(),
                                row.name(),
                                "/records/" + row.kind() + "/" + row.id(),
                                Words.moment(row.since().toInstant()),
                                due(byRecord.get(row.id().toString()))))
                        .toList(),
                waitingPaging,
                childrenPaging.shown(children).stream().map(Ranked::child).toList(),
                childrenPaging,
                counts(running.stream()
                        .filter(each -> ofChildren.contains(each.person()))
                        .toList()),
                byKind.stream().anyMatch(rows -> rows.size() >= MOST) || allocated.size() >= MOST,
                types.findType("contact")
                        .map(type -> deciding.mayBegin(viewer, type))
                        .orElse(false),
                viewer.may(Right.WRITE_RECORDS) && viewer.may(Right.SEE_SOCIAL_CARE),
                viewer.may(Right.REVIEW_BREAK_GLASS),
                viewer.may(Right.REVIEW_BREAK_GLASS) ? countOpenings() : 0);
    }

    private record Ranked(String rank, WorkPage.Child child) {}

    private Ranked child(Allocated child, List<Standing> clocks) {
        Standing pressing = clocks.stream().reduce(Worklists::morePressing).orElse(null);
        return new Ranked(
                rank(pressing) + child.name(),
                new WorkPage.Child(
                        child.name(),
                        child.born(),
                        "/people/" + child.person(),
                        child.worker(),
                        child.team(),
                        due(pressing),
                        clocks.size()));
    }

    /**
     * Of one's own people the database is told at once whom the list is about; of everybody, once it is known what waits.
     */
    private Found found(JdbcClient client, Viewer viewer, boolean team) {
        List<UUID> mine = people(client, team);
        if (viewer.may(Right.SEE_EVERY_RECORD)) {
            List<List<Row>> waiting = waiting(client, viewer, List.of());
            Set<UUID> people = new LinkedHashSet<>(mine);
            waiting.forEach(rows -> rows.forEach(row -> people.add(row.person())));
            return askedAtOnce.about(
                    people, () -> new Found(waiting, allocated(client, mine, team), running(client, people)));
        }
        // A manager's own work is what their team submits to them.
        List<UUID> decidedFor = team || !viewer.may(Right.ALLOCATE) ? mine : people(client, true);
        Set<UUID> people = new LinkedHashSet<>(mine);
        people.addAll(decidedFor);
        return askedAtOnce.about(
                people,
                () -> new Found(
                        decidedFor.isEmpty() ? List.of() : waiting(client, viewer, decidedFor),
                        allocated(client, mine, team),
                        running(client, people)));
    }

    /**
     * What one kind of record has waiting for a role: in which states, in what words, and which kind is to begin next, where one is.
     */
    private record Part(RecordType<?> type, Set<String> states, String next, UnaryOperator<String> what) {}

    /**
     * Records on which this person’s role decides, and what was decided to begin and nobody has begun, each kind in a list of its own. It is
     * one question, whatever the number of kinds: the database keeps the ids of what waits, and the policies of each kind say which of them
     * are seen.
     */
    private List<List<Row>> waiting(JdbcClient client, Viewer viewer, List<UUID> people) {
        List<Part> parts = parts(viewer);
        List<List<Row>> rows = new ArrayList<>();
        parts.forEach(part -> rows.add(new ArrayList<>()));
        if (parts.isEmpty()) {
            return rows;
        }
        boolean everybody = viewer.may(Right.SEE_EVERY_RECORD);
        String all = IntStream.range(0, parts.size())
                .mapToObj(number -> question(number, parts.get(number), everybody))
                .collect(Collectors.joining(" union all "));
        client.sql("with " + (everybody ? "" : "kept as materialized (select * from waiting_at_once()), ")
                        + "waiting as materialized (" + all + """
                        ) select w.part, w.id, w.person, w.state, w.known_from, p.given_name, p.family_name, p.known_as
                        from waiting w join person p on p.id = w.person
                        """)
                .param("people", people.toArray(UUID[]::new))
                .query(row -> {
                    Part part = parts.get(row.getInt("part"));
                    rows.get(row.getInt("part"))
                            .add(new Row(
                                    part.type().id(),
                                    part.what().apply(row.getString("state")),
                                    row.getObject("id", UUID.class),
                                    row.getObject("person", UUID.class),
                                    row.getObject("known_from", OffsetDateTime.class),
                                    name(row)));
                });
        return rows;
    }

    private List<Part> parts(Viewer viewer) {
        List<Part> parts = new ArrayList<>();
        for (RecordType<?> type : types.listTypes()) {
            Pathway pathway = deciding.pathway(type).orElse(null);
            if (pathway == null) {
                continue;
            }
            Set<String> states = states(viewer, pathway);
            if (!states.isEmpty()) {
                parts.add(new Part(type, states, "", state -> type.title() + ": " + Pathway.wordsWithin(state)));
            }
            for (Move move : pathway.listMoves()) {
                RecordType<?> next = move.begins().isEmpty() ? null : types.getType(move.begins());
                if (next != null && deciding.mayBegin(viewer, next)) {
                    parts.add(new Part(
                            type,
                            Set.of(move.to()),
                            next.table(),
                            state -> "Begin the " + next.title().toLowerCase(Locale.UK)));
                }
            }
        }
        return parts;
    }

    /** States and kinds are the project's own words, of pathways.csv. */
    private static String question(int number, Part part, boolean everybody) {
        String kept = "'" + part.type().table() + "'";
        String states = "('" + String.join("', '", part.states()) + "')";
        String record = "(select " + number + " part, r.id, r.person, r.state, r.known_from from ";
        String from;
        if (everybody) {
            String wanted = "'{" + String.join(",", part.states()) + "}', " + MOST;
            from = part.type().table() + " r where r.id in (select "
                    + (part.next().isEmpty()
                            ? "waiting_to_decide(" + kept + ", " + wanted
                            : "waiting_to_begin(" + kept + ", '" + part.next() + "', " + wanted)
                    + "))";
        } else {
            from = "kept k join " + part.type().table()
                    + " r on r.id = k.id and r.person = any (:people) where k.kept = " + kept + " and k.next = '"
                    + part.next() + "'";
        }
        return record + from + " and r.state in " + states + " and not r.withdrawn order by r.known_from limit " + MOST
                + ")";
    }

    private List<UUID> people(JdbcClient client, boolean team) {
        return client.sql("select person from allocated_to_me(:team) as a (person)")
                .param("team", team)
                .query((row, number) -> row.getObject("person", UUID.class))
                .list();
    }

    private static Set<String> states(Viewer viewer, Pathway pathway) {
        Set<String> states = new LinkedHashSet<>(pathway.states());
        states.removeIf(state -> !pathway.waits(state)
                || pathway.movesFrom(state).stream().noneMatch(move -> Deciding.decides(viewer, move)));
        return states;
    }

    private List<Allocated> allocated(JdbcClient client, List<UUID> people, boolean team) {
        if (people.isEmpty()) {
            return List.of();
        }
        // Teams and who is in them are asked once and not of each child.
        return client.sql("with held as materialized (select a.person, a.team, a.account, a.duty from allocation a"
                        + " where a.person = any (:people) and a.ended is null and not a.withdrawn and a.duty <> 'FURTHER_WORKER' and "
                        + (team
                                ? "a.team = any (array(select t.team from team_member t where t.account = acting_account()))"
                                : "a.account = acting_account()")
                        + """
                        ), named as materialized (
                            select t.id, t.name from (select distinct team from held) h join team t on t.id = h.team
                        ), posts as materialized (
                            select n.id team, c.account, c.post from named n cross join lateral team_posts(n.id) c)
                        select distinct on (p.id) p.id, p.given_name, p.family_name, p.known_as, p.born, p.expected,
                            (select n.name from named n where n.id = a.team) team,
                            coalesce((select w.post from posts w where w.team = a.team and w.account = a.account limit 1), '') worker
                        from held a join person p on p.id = a.person
                        where exists (select from named n where n.id = a.team)
                        order by p.id, a.duty limit """
                        + " " + MOST)
                .param("people", people.toArray(UUID[]::new))
                .query((row, number) -> new Allocated(
                        row.getObject("id", UUID.class),
                        name(row),
                        born(row),
                        row.getString("worker").isEmpty() ? "Nobody yet" : row.getString("worker"),
                        row.getString("team")))
                .list();
    }

    private List<Standing> running(JdbcClient client, Set<UUID> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Words.LONDON);
        return client
                .sql("""
                        select person, clock, about, sequence, started_on, due_on, due_at, paused_since from watched_clock
                        where person = any (:people) and known_until is null and met_on is null and void_on is null
                        """)
                .param("people", people.toArray(UUID[]::new))
                .query((row, number) -> {
                    OffsetDateTime dueAt = row.getObject("due_at", OffsetDateTime.class);
                    Watched watched = new Watched(
                            row.getString("clock"),
                            row.getString("about"),
                            row.getInt("sequence"),
                            row.getObject("started_on", LocalDate.class),
                            row.getObject("due_on", LocalDate.class),
                            dueAt == null ? null : LocalDateTime.ofInstant(dueAt.toInstant(), Words.LONDON),
                            null,
                            null,
                            null,
                            false,
                            null,
                            0,
                            row.getObject("paused_since", LocalDate.class));
                    return new Standing(row.getObject("person", UUID.class), watched, watched.standing(now));
                })
                .list()
                .stream()
                .filter(each -> !each.watched().isAhead(now.toLocalDate()))
                .toList();
    }

    private long countOpenings() {
        return jdbc.sql("select count(*) from break_glass where reviewed_at is null and account <> acting_account()")
                .query(Long.class)
                .single();
    }

    private static WorkPage.Counts counts(List<Standing> running) {
        Map<ClockStanding, Integer> counts = new LinkedHashMap<>();
        running.forEach(each -> counts.merge(each.standing(), 1, Integer::sum));
        return new WorkPage.Counts(
                counts.getOrDefault(ClockStanding.OVERDUE, 0),
                counts.getOrDefault(ClockStanding.DUE_SOON, 0),
                counts.getOrDefault(ClockStanding.DUE, 0),
                counts.getOrDefault(ClockStanding.PAUSED, 0));
    }

    private static Standing morePressing(Standing one, Standing other) {
        return rank(one).compareTo(rank(other)) <= 0 ? one : other;
    }

    /** Sorts the most pressing first: overdue before due soon before due, and the earlier day before the later. */
    private static String rank(@org.jspecify.annotations.Nullable Standing standing) {
        return standing == null
                ? "9"
                : standing.standing().ordinal() + " " + standing.watched().due() + " ";
    }

    private static WorkPage.Due due(@org.jspecify.annotations.Nullable Standing standing) {
        if (standing == null) {
            return WorkPage.Due.NONE;
        }
        Watched watched = standing.watched();
        return WorkPage.Due.of(
                ClockRules.standard().getRule(watched.clock()).name(),
                watched.pausedSince() != null
                        ? "since " + Words.day(watched.pausedSince())
                        : watched.dueAt() == null ? Words.day(watched.due()) : Words.moment(watched.dueAt()),
                standing.standing());
    }

    private static String name(ResultSet row) throws SQLException {
        String given = row.getString("known_as").isBlank() ? row.getString("given_name") : row.getString("known_as");
        String name = (given + " " + row.getString("family_name")).strip();
        return name.isEmpty() ? "Name not known" : name;
    }

    private static String born(ResultSet row) throws SQLException {
        LocalDate born = row.getObject("born", LocalDate.class);
        LocalDate expected = row.getObject("expected", LocalDate.class);
        return born != null ? Words.day(born) : expected != null ? "Expected " + Words.day(expected) : "";
    }
}
