package org.goldenthread.app.retention;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.records.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Legal holds: what is kept whatever the rules say, until the hold is lifted. */
@Repository
class Holds {

    private final JdbcClient jdbc;

    Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that stand first, the newest first. */
    List<Hold> list() {
        return jdbc.sql("""
                        select h.*, coalesce(number_of(h.person), '') as number from legal_hold h
                        order by h.lifted_at is not null, h.set_at desc limit 500
                        """)
                .query((row, place) -> {
                    OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
                    return new Hold(
                            row.getObject("id", UUID.class),
                            row.getObject("person", UUID.class),
                            row.getString("number"),
                            row.getString("reason"),
                            row.getString("asked_by"),
                            Words.moment(row.getObject("set_at", OffsetDateTime.class)
                                            .toInstant()) + ", " + row.getString("post"),
                            lifted == null
                                    ? ""
                                    : Words.moment(lifted.toInstant()) + ", " + row.getString("lifted_post") + ": "
                                            + row.getString("lifted_reason"));
                })
                .list();
    }

    /** Whom a number stands for, merged or not; empty where nobody. */
    Optional<UUID> findPerson(String number) {
        return jdbc.sql("select person_of_number(?)")
                .param(number)
                .query((row, place) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single();
    }

    void set(@Nullable UUID person, String reason, String askedBy, Viewer viewer) {
        jdbc.sql("""
                        insert into legal_hold (id, person, reason, asked_by, set_at, set_by, post)
                        values (:id, :person, :reason, :asked, acting_at(), acting_account(), :post)
                        """)
                .param("id", UUID.randomUUID())
                .param("person", person)
                .param("reason", reason)
                .param("asked", askedBy)
                .param("post", viewer.post())
                .update();
    }

    /** @return the person of the hold, or the hold's own id where it is of everything; empty where it is lifted already */
    Optional<UUID> lift(UUID hold, String reason, Viewer viewer) {
        return jdbc.sql("""
                        update legal_hold set lifted_at = acting_at(), lifted_by = acting_account(), lifted_post = :post, lifted_reason = :reason
                        where id = :id and lifted_at is null returning coalesce(person, id)
                        """)
                .param("post", viewer.post())
                .param("reason", reason)
                .param("id", hold)
                .query(UUID.class)
                .optional();
    }
}
