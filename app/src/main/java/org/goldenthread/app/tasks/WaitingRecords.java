package org.goldenthread.app.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.records.Deciding;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.core.pathways.Move;
import org.goldenthread.core.pathways.Pathway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records that wait for somebody: to be decided on, or for what was decided to begin (decision 0044). */
@Component
class WaitingRecords {

    private final Deciding deciding;
    private final RecordTypes types;

    WaitingRecords(Deciding deciding, RecordTypes types) {
        this.deciding = deciding;
        this.types = types;
    }

    /**
     * @param kind of record
     * @param what is to be done
     * @param since when it has stood as it does
     */
    record Row(String kind, String what, UUID id, UUID person, OffsetDateTime since) {}

    /** What waits for a role of one kind of record: in which states, in what words, and which kind is to begin next, where one is. */
    private record Part(RecordType<?> type, Set<String> states, String next, UnaryOperator<String> what) {}

    /** What the database keeps of a record that waits. */
    private record Kept(UUID id, String kept, String state, String next) {}

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

    /**
     * Records on which this person’s role decides, and what was decided to begin and nobody has begun, each kind in a list of its own. The
     * database keeps their ids as they change; which of them are seen is each kind’s policy to say, and the kinds that have nothing waiting
     * are not asked.
     *
     * @param asked of whom
     */
    List<List<Row>> list(JdbcClient client, Viewer viewer, Predicate<UUID> asked) {
        List<Part> parts = parts(viewer);
        List<Kept> kept = viewer.may(Right.SEE_EVERY_RECORD) ? keptOfEverybody(client, parts) : keptAtOnce(client);
        Map<String, Set<UUID>> byKind = new TreeMap<>();
        Map<Part, Set<UUID>> byPart = new HashMap<>();
        Map<String, Part> wanted = new HashMap<>();
        parts.forEach(part ->
                part.states().forEach(state -> wanted.put(key(part.type().table(), part.next(), state), part)));
        for (Kept each : kept) {
            Part part = wanted.get(key(each.kept(), each.next(), each.state()));
            if (part != null) {
                byKind.computeIfAbsent(each.kept(), unused -> new LinkedHashSet<>())
                        .add(each.id());
                byPart.computeIfAbsent(part, unused -> new HashSet<>()).add(each.id());
            }
        }
        Map<String, List<Waiting>> records = new HashMap<>();
        byKind.forEach((kind, ids) -> records.put(kind, records(client, kind, ids)));
        return parts.stream()
                .map(part -> {
                    Set<UUID> its = byPart.getOrDefault(part, Set.of());
                    return records.getOrDefault(part.type().table(), List.of()).stream()
                            .filter(each -> its.contains(each.id())
                                    && part.states().contains(each.state())
                                    && asked.test(each.person()))
                            .limit(Worklists.MOST)
                            .map(each -> new Row(
                                    part.type().id(),
                                    part.what().apply(each.state()),
                                    each.id(),
                                    each.person(),
                                    each.since()))
                            .toList();
                })
                .toList();
    }

    private static String key(String kept, String next, String state) {
        return kept + " " + next + " " + state;
    }

    private static List<Kept> keptAtOnce(JdbcClient client) {
        return client.sql("select id, kept, state, next from waiting_at_once()")
                .query(WaitingRecords::kept)
                .list();
    }

    private static List<Kept> keptOfEverybody(JdbcClient client, List<Part> parts) {
        List<String[]> asked = parts.stream()
                .flatMap(part -> part.states().stream()
                        .map(state -> new String[] {part.type().table(), state, part.next()}))
                .toList();
        return client.sql("select id, kept, state, next from waiting_of_everybody(:kinds, :states, :nexts, :most)")
                .param("kinds", asked.stream().map(each -> each[0]).toArray(String[]::new))
                .param("states", asked.stream().map(each -> each[1]).toArray(String[]::new))
                .param("nexts", asked.stream().map(each -> each[2]).toArray(String[]::new))
                .param("most", Worklists.MOST)
                .query(WaitingRecords::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class), row.getString("kept"), row.getString("state"), row.getString("next"));
    }

    /** A record that waits, as whoever asks may see it. */
    private record Waiting(UUID id, UUID person, String state, OffsetDateTime since) {}

    private static List<Waiting> records(JdbcClient client, String table, Set<UUID> ids) {
        return client.sql("select id, person, state, known_from from " + table
                        + " where id = any (:ids) and not withdrawn order by known_from")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getString("state"),
                        row.getObject("known_from", OffsetDateTime.class)))
                .list();
    }

    private static Set<String> states(Viewer viewer, Pathway pathway) {
        Set<String> states = new LinkedHashSet<>(pathway.states());
        states.removeIf(state -> !pathway.waits(state)
                || pathway.movesFrom(state).stream().noneMatch(move -> Deciding.decides(viewer, move)));
        return states;
    }
}
