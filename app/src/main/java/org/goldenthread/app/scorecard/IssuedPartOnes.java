package org.goldenthread.app.scorecard;

import java.util.List;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.measures.scorecard.KeptScorecard;
import org.goldenthread.measures.scorecard.Scorecard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every Part 1 that was issued: what the public has already, against which each new one is proved. */
@Repository
public class IssuedPartOnes {

    private final JdbcClient jdbc;

    IssuedPartOnes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their issue. */
    public List<Scorecard> listScorecards() {
        return AsSystem.call(() -> jdbc.sql("select content::text from issued_part_one order by report")
                        .query(String.class)
                        .list())
                .stream()
                .map(KeptScorecard::fromJson)
                .toList();
    }

    /** The latest report's number, which tells one state of what was issued from another; nought where nothing was. */
    long latest() {
        return AsSystem.call(() -> jdbc.sql("select coalesce(max(report), 0) from issued_part_one")
                .query(Long.class)
                .single());
    }

    public void keep(long report, Scorecard issued) {
        jdbc.sql("insert into issued_part_one (report, content) values (:report, :content::jsonb)")
                .param("report", report)
                .param("content", KeptScorecard.toJson(issued))
                .update();
    }
}
