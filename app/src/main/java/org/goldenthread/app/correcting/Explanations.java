package org.goldenthread.app.correcting;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.returns.correct.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Explanations of queries. One that was given last year holds this year too, while it is about the same event of the same child. */
@Repository
class Explanations {
    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final InstantSource clock;

    Explanations(JdbcClient jdbc, Viewers viewers, InstantSource clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** Those that hold for a return, by {@link Explanation#key}: of its year, or carried from an earlier one. */
    Map<String, Explanation> of(Work work) {
        Map<String, Explanation> latest = new HashMap<>();
        jdbc.sql("""
                        select rule, child, subject, year, words, given_at, given_by, post from return_explanation
                        where authority = :authority and return_name = :name and year <= :year order by id
                        """)
                .param("authority", work.authority())
                .param("name", work.returnName())
                .param("year", work.year())
                .query((row, number) -> new Explanation(
                        row.getString("rule"),
                        row.getString("child"),
                        row.getString("subject"),
                        row.getInt("year"),
                        row.getString("words"),
                        row.getObject("given_at", OffsetDateTime.class).toInstant(),
                        row.getString("given_by"),
                        row.getString("post")))
                .list()
                .forEach(one -> latest.put(one.key(), one));
        latest.values().removeIf(one -> one.words().isEmpty());
        return latest;
    }

    /** @param words empty to withdraw it */
    void give(Work work, Problem problem, String words) {
        Viewer viewer = viewers.require(Right.CORRECT_RETURNS);
        jdbc.sql("""
                        insert into return_explanation (authority, return_name, rule, child, subject, year, words, given_at, given_by, post)
                        values (:authority, :name, :rule, :child, :subject, :year, :words, :at, :by, :post)
                        """)
                .param("authority", work.authority())
                .param("name", work.returnName())
                .param("rule", problem.rule())
                .param("child", problem.child())
                .param("subject", problem.subject())
                .param("year", work.year())
                .param("words", words)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", viewer.account())
                .param("post", viewer.post())
                .update();
    }
}
