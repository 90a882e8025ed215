package org.goldenthread.app.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.InstantSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells each connection, as it leaves the pool, whom it acts for and what time it is: what is recorded in one transaction is
 * known from one moment, by the application's clock.
 *
 * <p>It is told every time, so that what the last borrower was told never counts.
 */
final class IdentityDataSource extends DelegatingDataSource implements AutoCloseable {

    private static final String TELL = "select set_config('golden_thread.account', ?, false),"
            + " set_config('golden_thread.rights', ?, false), set_config('golden_thread.at', ?, false)";

    private final HikariDataSource pool;
    private final CurrentIdentity identity;
    private final InstantSource clock;

    IdentityDataSource(HikariDataSource pool, CurrentIdentity identity, InstantSource clock) {
        super(pool);
        this.pool = pool;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * A connection that answers. Where the database went away and came back, what the pool kept is dead: it is put away, and
     * another is asked for, until one answers or the pool has waited its time for a new one.
     */
    @Override
    public Connection getConnection() throws SQLException {
        for (int dead = 0; ; dead++) {
            try {
                return told(super.getConnection());
            } catch (SQLException problem) {
                if (dead == pool.getMaximumPoolSize() || !Outage.isOf(problem) || isOutOfTime(problem)) {
                    throw problem;
                }
            }
        }
    }

    private static boolean isOutOfTime(SQLException problem) {
        return problem instanceof SQLTransientConnectionException;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("Connections are given to the application's own role alone.");
    }

    private Connection told(Connection connection) throws SQLException {
        ActingFor who = AsSystem.isActive() ? AsSystem.identity() : identity.current();
        try (PreparedStatement statement = connection.prepareStatement(TELL)) {
            statement.setString(1, who.account());
            statement.setString(2, " " + String.join(" ", who.rights()) + " ");
            statement.setString(3, clock.instant().toString());
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
