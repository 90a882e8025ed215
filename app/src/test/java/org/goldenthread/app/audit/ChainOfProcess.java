package org.goldenthread.app.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.goldenthread.app.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Verifies the chain of a database that another process uses. */
public final class ChainOfProcess {

    private ChainOfProcess() {}

    /** @return what the verifier says, line by line */
    public static List<String> verify(Connection superuser) throws SQLException {
        TestDatabase.tell(superuser, "system", "SYSTEM", "2026-03-01T10:01:00Z");
        SingleConnectionDataSource source = new SingleConnectionDataSource(superuser, true);
        try {
            return new AuditChain(JdbcClient.create(source), new DataSourceTransactionManager(source))
                    .verify("")
                    .lines();
        } finally {
            source.destroy();
        }
    }
}
