package org.goldenthread.app.scorecard;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
import org.goldenthread.core.figures.Rating;
import org.goldenthread.measures.scorecard.RatingOverride;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ratings that a person gave in place of the rule's, for one month's index. */
@Repository
class RatingOverrides {

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final AuditLog audit;
    private final InstantSource clock;

    RatingOverrides(JdbcClient jdbc, Viewers viewers, AuditLog audit, InstantSource clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those in force at {@code asAt}, by the indicator's number; whoever asks, since the index is one for all. */
    Map<String, RatingOverride> inForce(LocalDate asAt) {
        Map<String, RatingOverride> byNumber = new HashMap<>();
        AsSystem.run(() -> jdbc.sql("""
                        select distinct on (number) number, rating, reason, post, given_at from rating_override
                        where as_at = :asAt order by number, id desc
                        """).param("asAt", asAt).query(row -> {
            String rating = row.getString("rating");
            if (rating != null) {
                byNumber.put(
                        row.getString("number"),
                        new RatingOverride(
                                Rating.valueOf(rating),
                                row.getString("reason"),
                                row.getString("post"),
                                row.getObject("given_at", OffsetDateTime.class).toInstant()));
            }
        }));
        return Map.copyOf(byNumber);
    }

    /** @param rating null to let the rule's rating stand again */
    void give(LocalDate asAt, String number, Part part, @Nullable Rating rating, String reason) {
        Viewer viewer = viewers.require(Right.OVERRIDE_RATING);
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.RATING_OVERRIDDEN,
                "Indicator " + number + " as at " + asAt,
                rating == null ? "withdrawn" : rating.label());
        jdbc.sql("""
                        insert into rating_override (as_at, number, part, rating, reason, given_at, given_by, post)
                        values (:asAt, :number, :part, :rating, :reason, :at, :by, :post)
                        """)
                .param("asAt", asAt)
                .param("number", number)
                .param("part", part.number())
                .param("rating", rating == null ? null : rating.name())
                .param("reason", reason)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", viewer.account())
                .param("post", viewer.post())
                .update();
    }
}
