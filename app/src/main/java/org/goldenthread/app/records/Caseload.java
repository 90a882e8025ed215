package org.goldenthread.app.records;

import org.goldenthread.app.database.AsSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much is recorded. */
@Component
public class Caseload {

    private final JdbcClient jdbc;

    Caseload(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether anybody is recorded at all. */
    public boolean isBegun() {
        return AsSystem.call(() -> jdbc.sql("select exists (select from person)")
                .query(Boolean.class)
                .single());
    }
}
