package org.goldenthread.app.scorecard;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.core.figures.Part;
import org.goldenthread.publication.Commentaries;
import org.goldenthread.publication.Commentary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What management says of the indicators below expectation, month by month; each save is kept and the last one counts. */
@Repository
public class CommentaryBook {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final AuditLog audit;
    private final InstantSource clock;

    CommentaryBook(JdbcClient jdbc, Viewers viewers, AuditLog audit, InstantSource clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them; ask {@link Commentaries#findCommentary} which of them a part may show. */
    public Commentaries commentaries(LocalDate asAt) {
        Map<String, Commentary> byNumber = new HashMap<>();
        AsSystem.run(() -> jdbc.sql("""
                        select distinct on (number) number, part, body, post, written_at from commentary
                        where as_at = :asAt order by number, id desc
                        """).param("asAt", asAt).query(row -> {
            if (!row.getString("body").isBlank()) {
                byNumber.put(
                        row.getString("number"),
                        new Commentary(
                                row.getString("body"),
                                row.getString("post"),
                                LocalDate.ofInstant(
                                        row.getObject("written_at", OffsetDateTime.class)
                                                .toInstant(),
                                        LONDON),
                                row.getInt("part") == 1 ? Part.PART_1 : Part.PART_2));
            }
        }));
        return new Commentaries(byNumber);
    }

    /** @param part where it may stand: both parts, or Part 2 alone */
    public void write(LocalDate asAt, String number, Part part, String text) {
        Viewer viewer = viewers.require(Right.WRITE_COMMENTARY);
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.COMMENTARY_WRITTEN,
                "Indicator " + number + " as at " + asAt,
                part.label());
        jdbc.sql("""
                        insert into commentary (as_at, number, part, body, written_at, written_by, post)
                        values (:asAt, :number, :part, :body, :at, :by, :post)
                        """)
                .param("asAt", asAt)
                .param("number", number)
                .param("part", part.number())
                .param("body", text)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", viewer.account())
                .param("post", viewer.post())
                .update();
    }
}
