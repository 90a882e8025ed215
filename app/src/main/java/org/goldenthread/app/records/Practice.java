package org.goldenthread.app.records;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenthread.core.clocks.ClockUnit;
import org.goldenthread.core.clocks.CouncilLimits;
import org.goldenthread.core.clocks.LocalClock;
import org.goldenthread.core.pathways.Pathway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the council sets itself: local clocks, and who decides. */
@Repository
class Practice {

    private final JdbcClient jdbc;

    Practice(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CouncilLimits limits() {
        List<LocalClock> own = new ArrayList<>(jdbc.sql("""
                        select distinct on (id) id, name, amount, unit, reason from local_clock order by id, version desc
                        """)
                .query((row, number) -> new LocalClock(
                        row.getString("id"),
                        row.getString("name"),
                        row.getInt("amount"),
                        ClockUnit.valueOf(row.getString("unit")),
                        row.getString("reason")))
                .list());
        return CouncilLimits.standard().with(own);
    }

    /** The pathway with the deciders that the council set. */
    Pathway pathway(Pathway standard) {
        Map<String, Set<String>> others = new HashMap<>();
        jdbc.sql("select distinct on (move) move, deciders from move_decider where pathway = ? order by move, id desc")
                .param(standard.id())
                .query((row, number) -> others.put(
                        row.getString("move"),
                        new LinkedHashSet<>(List.of(row.getString("deciders").split(" ")))))
                .list();
        return others.isEmpty() ? standard : standard.decidedBy(others);
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
    }

    void setLimit(LocalClock clock, String account) {
        CouncilLimits.standard().with(List.of(clock));
        jdbc.sql("""
                        insert into local_clock (id, name, amount, unit, reason, set_at, set_by)
                        values (?, ?, ?, ?, ?, acting_at(), ?)
                        """)
                .params(clock.id(), clock.name(), clock.limit(), clock.unit().name(), clock.why(), account)
                .update();
    }
}
