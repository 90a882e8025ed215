package org.goldenthread.app.records;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.database.AskedAtOnce;
import org.goldenthread.core.clocks.ClockRules;
import org.goldenthread.core.pathways.Move;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes events and clocks what the records say, within the transaction that changes a record. */
@Component
class Settling {

    private final JdbcClient jdbc;
    private final MoveStore moves;
    private final EventStore events;
    private final ClockStore clocks;
    private final Practice practice;
    private final TransactionTemplate transactions;
    private final AskedAtOnce askedAtOnce;

    Settling(
            JdbcClient jdbc,
            MoveStore moves,
            EventStore events,
            ClockStore clocks,
            Practice practice,
            TransactionTemplate transactions,
            AskedAtOnce askedAtOnce) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.events = events;
        this.clocks = clocks;
        this.practice = practice;
        this.transactions = transactions;
        this.askedAtOnce = askedAtOnce;
    }

    /** One writer at a time for each person, so that the clocks are drawn from all events and not from some. */
    void lock(UUID person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param(person.toString())
                .query(String.class)
                .single();
    }

    /** Makes events and clocks what the record now says. */
    void settle(Kept<?> kept) {
        settleEvents(kept);
        settleClocks(kept.person());
    }

    /** Makes events what the record now says; the clocks of its person are to be drawn after it, in the same transaction. */
    void settleEvents(Kept<?> kept) {
        List<EventStore.Said> said = new ArrayList<>();
        if (!kept.withdrawn()) {
            for (Happening each : kept.content().happenings()) {
                UUID about = each.ofFollowed() && kept.follows() != null ? kept.follows() : kept.id();
                said.add(new EventStore.Said(each.event(), about, each.on(), each.at(), each.summary()));
            }
            kept.type()
                    .pathway()
                    .ifPresent(pathway -> moves.list(kept.id())
                            .forEach(made -> pathway.findMove(made.move())
                                    .filter(move -> !move.event().isEmpty())
                                    .ifPresent(move -> said.add(said(kept, made, move)))));
        }
        events.set(kept.person(), kept.id(), kept.type().id(), said);
    }

    private static EventStore.Said said(Kept<?> kept, MoveMade made, Move move) {
        ZonedDateTime at = made.madeAt().atZone(Words.LONDON);
        // The time is that of the recording, and so known only where it was recorded on the day.
        LocalTime time = at.toLocalDate().equals(made.on())
                ? at.toLocalTime().withSecond(0).withNano(0)
                : null;
        String what =
                kept.type().title() + ": " + move.happened() + (made.reason().isEmpty() ? "" : ". " + made.reason());
        return new EventStore.Said(move.event(), kept.id(), made.on(), time, what);
    }

    /**
     * Draws the clocks anew where a limit was set: of everybody for whom one of these clocks runs, whoever may see them.
     *
     * @return how many people
     */
    int settleClocks(Set<String> rules) {
        return AsSystem.call(() -> {
            List<UUID> people = jdbc.sql("""
                            select distinct person from watched_clock
                            where clock in (:rules) and known_until is null and met_on is null and void_on is null
                            """)
                    .param("rules", rules)
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .list();
            for (UUID person : people) {
                transactions.executeWithoutResult(unused -> {
                    lock(person);
                    settleClocks(person);
                });
            }
            return people.size();
        });
    }

    /** Whether the person may be seen is asked once, and not of each of the hundreds of events and clocks that a child has after some years. */
    void settleClocks(UUID person) {
        askedAtOnce.about(
                List.of(person),
                () -> clocks.set(
                        person,
                        ClockRules.standard()
                                .watch(
                                        events.occurrences(person),
                                        clocks.findBirth(person).orElse(null),
                                        practice.limits())));
    }
}
