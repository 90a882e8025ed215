package org.goldenthread.app.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mark in a database on a server of the council's own, from before anything is restored into it until the data folder stands
 * that belongs to it.
 *
 * <p>The database is full at the end of one transaction and the folder there with one renaming, and a kill may come between
 * the two. The folder carries what the mark says; so whoever starts can tell whether the two belong together, and the next
 * restore may take out what is in a database that bears a mark.
 */
public final class RestoreMark implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreMark.class);
    private static final String SCHEMA = "golden_thread_restore";
    /** In the data folder, while it belongs to a database with a mark. */
    public static final String FILE = "restore-under-way";

    /** Of this use alone, in each database. */
    private static final long LOCK = 0x676f6c64_72657374L;

    private static final int TRIES = 50;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final Connection connection;
    private final String owner;

    private RestoreMark(Connection connection, String owner) {
        this.connection = connection;
        this.owner = owner;
    }

    /**
     * Takes a database for one restore, until {@link #close}. What an earlier one that was cut short still does in it is ended.
     *
     * @throws DatabaseProblem where it cannot be reached, holds tables that no such restore put there, or another restore is at
     *     work in it
     */
    public static RestoreMark take(OwnServer server) {
        RestoreMark mark = null;
        try {
            Connection connection = Connections.open(server.url(), "", "");
            mark = new RestoreMark(connection, ask(connection, "select current_user"));
            mark.lock();
            if (read(connection) != null) {
                mark.endOthers();
            } else if (mark.holdsTables()) {
                throw new DatabaseProblem("The database that GOLDEN_THREAD_DATABASE_URL names holds tables already."
                        + " Make an empty one with an owner of the same name, and name that.");
            }
            return mark;
        } catch (SQLException | DatabaseProblem problem) {
            if (mark != null) {
                mark.close();
            }
            throw problem instanceof DatabaseProblem ours
                    ? ours
                    : new DatabaseProblem(
                            "The database that GOLDEN_THREAD_DATABASE_URL names cannot be reached: "
                                    + problem.getMessage(),
                            problem);
        }
    }

    /** Takes out what a restore that was cut short put into the database; a database without a mark is left alone. */
    public void clearOut() {
        try {
            if (read(connection) != null) {
                Connections.execute(connection, "drop owned by current_user");
            }
        } catch (SQLException problem) {
            throw new DatabaseProblem(
                    "A restore into the database that GOLDEN_THREAD_DATABASE_URL names was cut short, and " + owner
                            + " cannot take out what it left (" + problem.getMessage()
                            + "). Drop the database, make it anew, and restore again.",
                    problem);
        }
    }

    /** From here on nobody can start on the database but with the folder, as it is called then. */
    public void set(Path folder) throws IOException {
        String id = UUID.randomUUID().toString();
        Files.writeString(folder.resolve(FILE), id, StandardCharsets.UTF_8);
        try {
            Connections.execute(
                    connection,
                    "begin; create schema " + SCHEMA + "; create table " + SCHEMA
                            + ".under_way (restore text not null); insert into " + SCHEMA + ".under_way values ('" + id
                            + "'); commit");
        } catch (SQLException problem) {
            throw new DatabaseProblem(
                    "The database that GOLDEN_THREAD_DATABASE_URL names cannot be restored into: "
                            + problem.getMessage(),
                    problem);
        }
    }

    /** The folder stands. A mark that cannot be taken away now goes with the next start of the server. */
    public void remove(Path folder) throws IOException {
        try {
            remove(connection, folder);
        } catch (SQLException atTheNextStart) {
            LOG.warn("The mark of the restore could not be taken out of the database yet.", atTheNextStart);
        }
    }

    /**
     * Lets nobody start on half of a restore.
     *
     * @throws DatabaseProblem where one was cut short, saying what to do
     */
    static void requireNone(Connection connection, Path home) throws SQLException, IOException {
        String id = read(connection);
        if (id == null) {
            return;
        }
        Path file = home.resolve(FILE);
        if (!Files.exists(file)
                || !Files.readString(file, StandardCharsets.UTF_8).equals(id)) {
            throw new DatabaseProblem(
                    "A restore into the database that GOLDEN_THREAD_DATABASE_URL names was cut short before its data folder"
                            + " stood in " + home
                            + ". Run ./goldenthread restore again as it was run then: it takes out what"
                            + " was restored, and begins anew.");
        }
        remove(connection, home);
    }

    private static void remove(Connection connection, Path folder) throws SQLException, IOException {
        Connections.execute(connection, "drop schema " + SCHEMA + " cascade");
        Files.deleteIfExists(folder.resolve(FILE));
    }

    private static @Nullable String read(Connection connection) throws SQLException {
        boolean marked =
                Connections.finds(connection, "select 1 where to_regclass(?) is not null", SCHEMA + ".under_way");
        return marked ? ask(connection, "select restore from " + SCHEMA + ".under_way") : null;
    }

    /** The session of a restore that was killed may take a moment to end. */
    private void lock() throws SQLException {
        for (int tried = 0;
                !ask(connection, "select pg_try_advisory_lock(" + LOCK + ")").equals("t");
                tried++) {
            if (tried == TRIES) {
                throw new DatabaseProblem("Another restore is at work in the database that GOLDEN_THREAD_DATABASE_URL"
                        + " names. Let it end, or stop it, first.");
            }
            EmbeddedPostgres.sleep(BETWEEN_TRIES);
        }
    }

    /** A tool whose command was killed goes on with what it was given already. */
    private void endOthers() throws SQLException {
        Connections.execute(
                connection,
                "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = current_database()"
                        + " and usename = current_user and pid <> pg_backend_pid()");
    }

    private boolean holdsTables() throws SQLException {
        return !ask(
                        connection,
                        "select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")
                .equals("0");
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            if (!result.next()) {
                throw new SQLException("There is no answer to " + sql);
            }
            return result.getString(1);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException ended) {
            // The server ended it, and the lock with it.
        }
    }
}
