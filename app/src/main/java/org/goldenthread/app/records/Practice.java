package org.goldenthread.app.records;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.core.clocks.ClockPause;
import org.goldenthread.core.clocks.ClockUnit;
import org.goldenthread.core.clocks.CouncilLimits;
import org.goldenthread.core.clocks.LocalClock;
import org.goldenthread.core.pathways.Pathway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the council sets itself: local clocks, and who decides. */
@Repository
class Practice {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private volatile @Nullable Read read;

    Practice(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is set, read anew after a while: another server may have set it. */
    private record Read(CouncilLimits limits, Map<String, Map<String, Set<String>>> deciders, Instant until) {}

    CouncilLimits limits() {
        return read().limits();
    }

    /** The pathway with the deciders that the council set. */
    Pathway pathway(Pathway standard) {
        Map<String, Set<String>> others = read().deciders().get(standard.id());
        return others == null ? standard : standard.decidedBy(others);
    }

    private Read read() {
        Read found = read;
        if (found == null || !clock.instant().isBefore(found.until())) {
            found = AsSystem.call(
                    () -> new Read(readLimits(), readDeciders(), clock.instant().plus(KEPT)));
            read = found;
        }
        return found;
    }

    private CouncilLimits readLimits() {
        return CouncilLimits.standard()
                .with(jdbc.sql("select distinct on (id) id, name, amount, unit, reason, paused_by from local_clock"
                                + " order by id, version desc")
                        .query((row, number) -> new LocalClock(
                                row.getString("id"),
                                row.getString("name"),
                                row.getInt("amount"),
                                ClockUnit.valueOf(row.getString("unit")),
                                row.getString("reason"),
                                Stream.of((String[]) row.getArray("paused_by").getArray())
                                        .map(ClockPause::of)
                                        .collect(Collectors.toSet())))
                        .list());
    }

    private Map<String, Map<String, Set<String>>> readDeciders() {
        Map<String, Map<String, Set<String>>> deciders = new HashMap<>();
        jdbc.sql(
                        "select distinct on (pathway, move) pathway, move, deciders from move_decider order by pathway, move, id desc")
                .query((row, number) -> deciders.computeIfAbsent(row.getString("pathway"), unused -> new HashMap<>())
                        .put(
                                row.getString("move"),
                                new LinkedHashSet<>(
                                        List.of(row.getString("deciders").split(" ")))))
                .list();
        return deciders;
    }

    /** Who last set each local clock, when and why, by its id. */
    Map<String, String> clocksSet() {
        return set("select distinct on (id) id, reason, set_at, set_by from local_clock order by id, version desc");
    }

    /** Who last set each move, when and why, by pathway and move. */
    Map<String, String> movesSet() {
        return set(
                "select distinct on (pathway, move) pathway || '.' || move id, reason, set_at, set_by from move_decider"
                        + " order by pathway, move, id desc");
    }

    private Map<String, String> set(String sql) {
        Map<String, String> set = new HashMap<>();
        jdbc.sql(sql)
                .query((row, number) -> set.put(
                        row.getString("id"),
                        row.getString("reason") + " (" + row.getString("set_by") + ", "
                                + Words.moment(row.getObject("set_at", OffsetDateTime.class)
                                        .toInstant()) + ")"))
                .list();
        return set;
    }

    void setDeciders(String pathway, String move, Set<String> deciders, String reason, String account) {
        jdbc.sql("""
                        insert into move_decider (pathway, move, deciders, reason, set_at, set_by)
                        values (?, ?, ?, ?, acting_at(), ?)
                        """)
                .params(pathway, move, String.join(" ", deciders), reason, account)
                .update();
        read = null;
    }

    void setLimit(LocalClock set, String account) {
        CouncilLimits.standard().with(List.of(set));
        jdbc.sql("""
                        insert into local_clock (id, name, amount, unit, reason, paused_by, set_at, set_by)
                        values (?, ?, ?, ?, ?, ?, acting_at(), ?)
                        """)
                .params(
                        set.id(),
                        set.name(),
                        set.limit(),
                        set.unit().name(),
                        set.why(),
                        set.pausedBy().stream().map(ClockPause::id).toArray(String[]::new),
                        account)
                .update();
        read = null;
    }
}
