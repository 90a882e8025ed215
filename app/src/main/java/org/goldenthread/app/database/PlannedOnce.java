package org.goldenthread.app.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Asks what takes longer to plan than to answer. Usually the driver prepares a statement at its fifth use, and the database plans it anew five times
 * more; a statement asked here is prepared at its first use on a connection and planned once, whatever its parameters.
 */
@Component
public class PlannedOnce {

    private static final String MODE = "select set_config('plan_cache_mode', ?, false)";

    private final DataSource source;

    PlannedOnce(DataSource source) {
        this.source = source;
    }

    /** Asks on the connection of the transaction, where there is one. */
    public <T> T ask(Function<JdbcClient, T> question) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            PGConnection driver = connection.unwrap(PGConnection.class);
            int usual = driver.getPrepareThreshold();
            driver.setPrepareThreshold(1);
            setMode(connection, "force_generic_plan");
            T answer;
            try {
                answer = question.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            } catch (RuntimeException problem) {
                reset(connection, driver, usual, problem);
                throw problem;
            }
            driver.setPrepareThreshold(usual);
            setMode(connection, "auto");
            return answer;
        } catch (SQLException problem) {
            throw new UncategorizedSQLException("Asking with one plan", null, problem);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static void reset(Connection connection, PGConnection driver, int usual, RuntimeException problem) {
        driver.setPrepareThreshold(usual);
        try {
            setMode(connection, "auto");
        } catch (SQLException second) {
            // In a transaction that failed; its end takes the mode back.
            problem.addSuppressed(second);
        }
    }

    private static void setMode(Connection connection, String mode) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MODE)) {
            statement.setString(1, mode);
            statement.execute();
        }
    }
}
