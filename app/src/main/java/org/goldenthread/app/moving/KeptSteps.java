package org.goldenthread.app.moving;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.records.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which long steps were asked for and what came of them, since a run is forgotten when the system stops. */
@Repository
class KeptSteps {

    private final JdbcClient jdbc;

    KeptSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param what such as "Cutting over"
     * @param asked when, in words
     * @param done whether it is done; null where it has not ended
     * @param outcome what came of it, in words
     */
    record Asked(
            UUID id,
            Area area,
            String what,
            String asked,
            @Nullable Boolean done,
            String outcome) {}

    void add(UUID id, Area area, String what, String account) {
        jdbc.sql("insert into moving_step (id, area, what, asked_at, asked_by) values (?, ?, ?, acting_at(), ?)")
                .params(id, area.name(), what, account)
                .update();
    }

    void end(UUID id, boolean done, String outcome) {
        jdbc.sql("update moving_step set ended_at = acting_at(), done = ?, outcome = ? where id = ?")
                .params(done, outcome, id)
                .update();
    }

    Optional<Asked> find(UUID id) {
        return one("id = ?", id);
    }

    /** The last that was asked for of an area. */
    Optional<Asked> findLast(Area area) {
        return one("area = ?", area.name());
    }

    private Optional<Asked> one(String which, Object value) {
        return jdbc.sql("select * from moving_step where " + which + " order by place desc limit 1")
                .param(value)
                .query((row, number) -> new Asked(
                        row.getObject("id", UUID.class),
                        Area.valueOf(row.getString("area")),
                        row.getString("what"),
                        Words.moment(
                                row.getObject("asked_at", OffsetDateTime.class).toInstant()),
                        row.getObject("ended_at") == null ? null : row.getBoolean("done"),
                        row.getString("outcome")))
                .optional();
    }
}
