package org.goldenthread.app.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.goldenthread.app.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A log on a database of its own, with its sealer and its verifier as the application runs them. */
final class SealedLog implements AutoCloseable {

    static final String ADD = "insert into audit_log (at, account, role, action, subject, detail, address)"
            + " values ('2026-03-01 10:00:00.123456+00', 'somebody', 'Social worker', 'Looked at a person', '%s', 'Zoë''s file', '::1')";

    private final TestDatabase database = TestDatabase.start();
    private final AuditSealer sealer;
    private final AuditChain chain;

    SealedLog() {
        DataSource source = new DataSource();
        JdbcClient jdbc = JdbcClient.create(source);
        chain = new AuditChain(jdbc, new DataSourceTransactionManager(source));
        sealer = new AuditSealer(jdbc, chain, () -> Instant.parse("2026-03-01T10:01:00Z"));
    }

    /** Connections of the application's own role that act as the system does. */
    private final class DataSource extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            return asSystem();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return asSystem();
        }
    }

    Connection asSystem() throws SQLException {
        return database.acting("system", "SYSTEM", "2026-03-01T10:01:00.123456Z");
    }

    Connection acting(String rights) throws SQLException {
        return database.acting("somebody", rights, "2026-03-01T10:01:00Z");
    }

    Connection owner() throws SQLException {
        return database.owner();
    }

    void add(int entries) throws SQLException {
        try (Connection connection = asSystem()) {
            for (int number = 0; number < entries; number++) {
                run(connection, ADD.formatted("subject " + number));
            }
        }
    }

    /** As a superuser, whom no policy binds, with every trigger switched off. */
    void tamper(String sql) throws SQLException {
        try (Connection connection = database.superuser()) {
            run(connection, "set session_replication_role = replica");
            run(connection, sql);
        }
    }

    long seal() {
        return sealer.seal();
    }

    ChainReport verify() {
        return chain.verify("");
    }

    ChainReport verify(String expected) {
        return chain.verify(expected);
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        sealer.close();
        database.close();
    }
}
