package org.goldenthread.app.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells each connection, as it leaves the pool, whom it acts for.
 *
 * <p>It is told every time, so that what the last borrower was told never counts.
 */
final class IdentityDataSource extends DelegatingDataSource implements AutoCloseable {

    private static final String TELL =
            "select set_config('golden_thread.account', ?, false), set_config('golden_thread.rights', ?, false)";

    private final HikariDataSource pool;
    private final CurrentIdentity identity;

    IdentityDataSource(HikariDataSource pool, CurrentIdentity identity) {
        super(pool);
        this.pool = pool;
        this.identity = identity;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return told(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("Connections are given to the application's own role alone.");
    }

    private Connection told(Connection connection) throws SQLException {
        ActingFor who = AsSystem.isActive() ? ActingFor.SYSTEM : identity.current();
        try (PreparedStatement statement = connection.prepareStatement(TELL)) {
            statement.setString(1, who.account());
            statement.setString(2, " " + String.join(" ", who.rights()) + " ");
            statement.execute();
            return connection;
        } catch (SQLException problem) {
            connection.close();
            throw problem;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
