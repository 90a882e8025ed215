package org.goldenthread.app.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * A database on a server of the council's own, as its tools are told of it.
 *
 * @param url as in {@code GOLDEN_THREAD_DATABASE_URL}
 */
public record OwnServer(String url) {

    /** The database that the environment names; null where it names none, so that it is the embedded one. */
    public static @Nullable OwnServer of(Map<String, String> environment) {
        String url = environment.getOrDefault("GOLDEN_THREAD_DATABASE_URL", "");
        return url.isBlank() ? null : new OwnServer(Databases.jdbc(url));
    }

    /**
     * What {@code pg_dump} and {@code pg_restore} are told by their environment, so that no password stands in a list of
     * processes: the server, the database, the user that the URL names, and how the connection is kept secret.
     *
     * @throws DatabaseProblem where the address cannot be read
     */
    public Map<String, String> environment() {
        Properties given = Driver.parseURL(url, new Properties());
        if (given == null) {
            throw new DatabaseProblem("GOLDEN_THREAD_DATABASE_URL is not the address of a PostgreSQL database.");
        }
        Map<String, String> told = new LinkedHashMap<>();
        tell(told, "PGHOST", PGProperty.PG_HOST, given);
        tell(told, "PGPORT", PGProperty.PG_PORT, given);
        tell(told, "PGDATABASE", PGProperty.PG_DBNAME, given);
        tell(told, "PGUSER", PGProperty.USER, given);
        tell(told, "PGPASSWORD", PGProperty.PASSWORD, given);
        tell(told, "PGSSLMODE", PGProperty.SSL_MODE, given);
        tell(told, "PGSSLROOTCERT", PGProperty.SSL_ROOT_CERT, given);
        tell(told, "PGSSLCERT", PGProperty.SSL_CERT, given);
        return told;
    }

    private static void tell(Map<String, String> told, String variable, PGProperty property, Properties given) {
        String value = property.getOrDefault(given);
        if (value != null && !value.isEmpty()) {
            told.put(variable, value);
        }
    }

    /**
     * Requires that no restore into it, or into its data folder, was cut short.
     *
     * @throws DatabaseProblem where one was, saying what to do
     */
    public void requireWhole(Path home) throws IOException {
        try (Connection connection = Connections.open(url, "", "")) {
            RestoreMark.requireNone(connection, home);
        } catch (SQLException problem) {
            throw new DatabaseProblem(
                    "The database that GOLDEN_THREAD_DATABASE_URL names cannot be reached: " + problem.getMessage(),
                    problem);
        }
    }

    /**
     * Makes the role that the application works as, with the password that the data folder keeps: what is restored gives it its rights.
     *
     * @throws DatabaseProblem saying what stood in the way
     */
    public void makeRole(Path home) throws IOException {
        Databases.open(home, url).close();
    }

    /** @throws DatabaseProblem where what it holds is not Golden Thread's */
    public void requireOurs() {
        try (Connection connection = Connections.open(url, "", "")) {
            if (!Connections.finds(connection, "select 1 from pg_tables where tablename = ?", "audit_log")) {
                throw new DatabaseProblem("What was restored is not a database of Golden Thread.");
            }
        } catch (SQLException problem) {
            throw new DatabaseProblem("The restored database does not answer: " + problem.getMessage(), problem);
        }
    }
}
