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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.database.AskedAtOnce;
import org.goldenthread.app.database.PlannedOnce;
import org.goldenthread.app.records.Deciding;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.web.Paging;
import org.goldenthread.core.clocks.ClockRules;
import org.goldenthread.core.clocks.ClockStanding;
import org.goldenthread.core.clocks.Watched;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What waits for the person who is signed in, and for their teams, in a fixed number of queries. */
@Repository
class Worklists {

    /** Of one kind and one list; a role that has more waiting than this needs another decision than a longer list. */
    static final int MOST = 1_000;

    private static final int PAGE_SIZE = 100;

    private final JdbcClient jdbc;
    private final Deciding deciding;
    private final RecordTypes types;
    private final WaitingRecords waitingRecords;
    private final Viewers viewers;
    private final InstantSource clock;
    private final AskedAtOnce askedAtOnce;
    private final PlannedOnce plannedOnce;

    Worklists(
            JdbcClient jdbc,
            Deciding deciding,
            RecordTypes types,
            WaitingRecords waitingRecords,
            Viewers viewers,
            InstantSource clock,
            AskedAtOnce askedAtOnce,
            PlannedOnce plannedOnce) {
        this.jdbc = jdbc;
        this.deciding = deciding;
        this.types = types;
        this.waitingRecords = waitingRecords;
        this.viewers = viewers;
        this.clock = clock;
        this.askedAtOnce = askedAtOnce;
        this.plannedOnce = plannedOnce;
    }

    private record Standing(UUID person, Watched watched, ClockStanding standing) {}

    /** What a list is made of, in no order yet. */
    private record Found(
            List<List<WaitingRecords.Row>> byKind,
            List<Allocated> allocated,
            List<Standing> running,
            Map<UUID, Named> people) {}

    private record Allocated(UUID person, String worker, String team) {}

    private record Named(String name, String born) {}

    /**
     * @param team whether it is the team's wall; otherwise it is one's own work
     * @param waitingPage which page of what waits, from 1
     * @param childrenPage which page of the children, from 1
     */
    @Transactional(readOnly = true)
    WorkPage page(boolean team, int waitingPage, int childrenPage) {
        Viewer viewer = viewers.getViewer();
        Found found = plannedOnce.ask(client -> found(client, viewer, team));
        List<List<WaitingRecords.Row>> byKind = found.byKind();
        Map<UUID, Named> people = found.people();
        List<WaitingRecords.Row> waiting = byKind.stream()
                .flatMap(List::stream)
                .filter(row -> people.containsKey(row.person()))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Allocated> allocated = found.allocated().stream()
                .filter(child -> people.containsKey(child.person()))
                .toList();
        List<Standing> running = found.running();
        Map<String, Standing> byRecord = new HashMap<>();
        Map<UUID, List<Standing>> byPerson = new HashMap<>();
        for (Standing each : running) {
            byRecord.merge(each.watched().about(), each, Worklists::morePressing);
            byPerson.computeIfAbsent(each.person(), unused -> new ArrayList<>()).add(each);
        }
        Set<UUID> ofChildren =
                new LinkedHashSet<>(allocated.stream().map(Allocated::person).toList());
        waiting.sort(Comparator.comparing(
                        (WaitingRecords.Row row) -> rank(byRecord.get(row.id().toString())))
                .thenComparing(WaitingRecords.Row::since)
                .thenComparing(WaitingRecords.Row::id));
        List<Ranked> children = allocated.stream()
                .map(child -> child(
                        child,
                        Objects.requireNonNull(people.get(child.person())),
                        byPerson.getOrDefault(child.person(), List.of())))
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
                                Objects.requireNonNull(people.get(row.person())).name(),
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

    private Ranked child(Allocated child, Named named, List<Standing> clocks) {
        Standing pressing = clocks.stream().reduce(Worklists::morePressing).orElse(null);
        return new Ranked(
                rank(pressing) + named.name(),
                new WorkPage.Child(
                        named.name(),
                        named.born(),
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
            List<List<WaitingRecords.Row>> waiting = waitingRecords.list(client, viewer, person -> true);
            Set<UUID> people = new LinkedHashSet<>(mine);
            waiting.forEach(rows -> rows.forEach(row -> people.add(row.person())));
            return askedAtOnce.about(people, () -> found(client, waiting, mine, team, people));
        }
        // A manager's own work is what their team submits to them.
        List<UUID> decidedFor = team || !viewer.may(Right.ALLOCATE) ? mine : people(client, true);
        Set<UUID> decided = new HashSet<>(decidedFor);
        Set<UUID> people = new LinkedHashSet<>(mine);
        people.addAll(decidedFor);
        return askedAtOnce.about(
                people,
                () -> found(
                        client,
                        decided.isEmpty() ? List.of() : waitingRecords.list(client, viewer, decided::contains),
                        mine,
                        team,
                        people));
    }

    private Found found(
            JdbcClient client,
            List<List<WaitingRecords.Row>> waiting,
            List<UUID> mine,
            boolean team,
            Set<UUID> people) {
        return new Found(waiting, allocated(client, mine, team), running(client, people), names(client, people));
    }

    private List<UUID> people(JdbcClient client, boolean team) {
        return client.sql("select person from allocated_to_me(:team) as a (person)")
                .param("team", team)
                .query((row, number) -> row.getObject("person", UUID.class))
                .list();
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
                        select distinct on (a.person) a.person, n.name team,
                            coalesce((select w.post from posts w where w.team = a.team and w.account = a.account limit 1), '') worker
                        from held a join named n on n.id = a.team
                        order by a.person, a.duty limit """
                        + " " + MOST)
                .param("people", people.toArray(UUID[]::new))
                .query((row, number) -> new Allocated(
                        row.getObject("person", UUID.class),
                        row.getString("worker").isEmpty() ? "Nobody yet" : row.getString("worker"),
                        row.getString("team")))
                .list();
    }

    /** Those of them who are seen, by their names. */
    private static Map<UUID, Named> names(JdbcClient client, Set<UUID> people) {
        Map<UUID, Named> names = new HashMap<>();
        if (people.isEmpty()) {
            return names;
        }
        client.sql("select id, given_name, family_name, known_as, born, expected from person where id = any (:people)")
                .param("people", people.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), new Named(name(row), born(row)));
                });
        return names;
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
