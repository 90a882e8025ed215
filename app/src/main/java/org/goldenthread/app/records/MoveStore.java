package org.goldenthread.app.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.goldenthread.app.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The moves that were made along pathways. */
@Repository
class MoveStore {

    private final JdbcClient jdbc;

    MoveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Kept<?> record, String move, String to, LocalDate on, String reason, Viewer by) {
        add(record, move, record.state(), to, on, reason, by);
    }

    /** @param from the state before it, where the record stands further on by now */
    void add(Kept<?> record, String move, String from, String to, LocalDate on, String reason, Viewer by) {
        jdbc.sql("""
                        insert into pathway_move (id, person, record, pathway, move, from_state, to_state, on_day, reason, made_at,
                            made_by, post)
                        values (:id, :person, :record, :pathway, :move, :from, :to, :on, :reason, acting_at(), :by, :post)
                        """)
                .param("id", UUID.randomUUID())
                .param("person", record.person())
                .param("record", record.id())
                .param("pathway", record.type().id())
                .param("move", move)
                .param("from", from)
                .param("to", to)
                .param("on", on)
                .param("reason", reason)
                .param("by", by.account())
                .param("post", by.post())
                .update();
    }

    List<MoveMade> list(UUID record) {
        return list(record, null);
    }

    /**
     * The first made first.
     *
     * @param at those that were made by then; null for all
     */
    List<MoveMade> list(UUID record, @Nullable Instant at) {
        return jdbc.sql("""
                        select move, from_state, to_state, on_day, reason, made_at, made_by, post from pathway_move
                        where record = :record and (cast(:at as timestamptz) is null or made_at <= :at) order by made_at, id
                        """)
                .param("record", record)
                .param("at", at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query((row, number) -> new MoveMade(
                        row.getString("move"),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("reason"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("made_by"),
                        row.getString("post")))
                .list();
    }
}
