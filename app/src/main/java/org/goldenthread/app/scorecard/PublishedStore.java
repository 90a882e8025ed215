package org.goldenthread.app.scorecard;

import java.time.LocalDate;
import java.util.Optional;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.measures.scorecard.PublishedValues;
import org.goldenthread.measures.scorecard.Scorecard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every value as it was last issued, against which what is now known is held. */
@Repository
public class PublishedStore {

    private final JdbcClient jdbc;

    PublishedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The values as issued up to and with the latest report that is not later than {@code asAt}'s own. */
    PublishedValues before(LocalDate asAt) {
        Optional<String> json = AsSystem.call(
                () -> jdbc.sql("""
                        select content::text from published_values join issued_report on issued_report.id = report
                        where as_at <= :asAt order by as_at desc, report desc limit 1
                        """).param("asAt", asAt).query(String.class).optional());
        return json.map(PublishedValues::fromJson).orElseGet(PublishedValues::empty);
    }

    /** Keeps what a report says, on top of what the reports before it said. */
    public void keep(long report, Scorecard issued) {
        PublishedValues values = before(issued.asAt()).with(issued);
        jdbc.sql("insert into published_values (report, content) values (:report, :content::jsonb)")
                .param("report", report)
                .param("content", values.toJson())
                .update();
    }
}
