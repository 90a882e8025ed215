package org.goldenthread.app.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.core.clocks.Watched;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The watched clocks, as they are known to stand and as they were. */
@Repository
class ClockStore {

    private static final String COLUMNS =
            "id, clock, about, sequence, started_on, due_on, due_at, met_on, void_on, in_time, knock_on, limit_id,"
                    + " moved_by, paused_since";

    private final JdbcClient jdbc;

    ClockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Stored(long id, Watched watched) {}

    /** Makes the clocks of one person those that follow from the events now. */
    void set(UUID person, List<Watched> watched) {
        List<Watched> wanted = new ArrayList<>(watched);
        for (Stored each : stored(person, null)) {
            if (!wanted.remove(each.watched())) {
                jdbc.sql(
                                "update watched_clock set known_until = greatest(acting_at(), known_from + interval '1 microsecond')"
                                        + " where id = ?")
                        .param(each.id())
                        .update();
            }
        }
        for (Watched each : wanted) {
            jdbc.sql("""
                            insert into watched_clock (person, clock, about, sequence, started_on, due_on, due_at, met_on, void_on,
                                in_time, knock_on, limit_id, moved_by, paused_since, known_from)
                            values (:person, :clock, :about, :sequence, :started, :due, :dueAt, :met, :void, :inTime, :knockOn,
                                :limit, :movedBy, :pausedSince, acting_at())
                            """)
                    .param("person", person)
                    .param("clock", each.clock())
                    .param("about", UUID.fromString(each.about()))
                    .param("sequence", each.sequence())
                    .param("started", each.started())
                    .param("due", each.due())
                    .param("dueAt", moment(each.dueAt()))
                    .param("met", each.met())
                    .param("void", each.fellAway())
                    .param("inTime", each.inTime())
                    .param("knockOn", each.knockOn())
                    .param("limit", each.limit())
                    .param("movedBy", each.movedBy())
                    .param("pausedSince", each.pausedSince())
                    .update();
        }
    }

    /** The date of birth, since some limits depend on age. */
    Optional<LocalDate> findBirth(UUID person) {
        return jdbc.sql("select born from person where id = ? and born is not null")
                .param(person)
                .query(LocalDate.class)
                .optional();
    }

    /** @param at as they were known then; null for now */
    List<Watched> list(UUID person, @Nullable Instant at) {
        return stored(person, at).stream().map(Stored::watched).toList();
    }

    private List<Stored> stored(UUID person, @Nullable Instant at) {
        return jdbc.sql("select " + COLUMNS + """
                         from watched_clock where person = :person
                            and (cast(:at as timestamptz) is null and known_until is null
                                or known_from <= :at and (known_until is null or known_until > :at))
                        order by due_on, id
                        """)
                .param("person", person)
                .param("at", at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query((row, number) -> {
                    OffsetDateTime dueAt = row.getObject("due_at", OffsetDateTime.class);
                    return new Stored(
                            row.getLong("id"),
                            new Watched(
                                    row.getString("clock"),
                                    row.getString("about"),
                                    row.getInt("sequence"),
                                    row.getObject("started_on", LocalDate.class),
                                    row.getObject("due_on", LocalDate.class),
                                    dueAt == null ? null : LocalDateTime.ofInstant(dueAt.toInstant(), Words.LONDON),
                                    row.getObject("met_on", LocalDate.class),
                                    row.getObject("void_on", LocalDate.class),
                                    row.getObject("in_time", Boolean.class),
                                    row.getBoolean("knock_on"),
                                    row.getString("limit_id"),
                                    row.getInt("moved_by"),
                                    row.getObject("paused_since", LocalDate.class)));
                })
                .list();
    }

    private static @Nullable OffsetDateTime moment(@Nullable LocalDateTime local) {
        return local == null ? null : local.atZone(Words.LONDON).toOffsetDateTime();
    }
}
