package org.goldenthread.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.goldenthread.app.RunningApplication;

/** The embedded database with its whole schema, for tests that act on it as an account with chosen rights. */
public final class TestDatabase implements AutoCloseable {

    private final Path home;
    private final Databases databases;

    private TestDatabase(Path home, Databases databases) {
        this.home = home;
        this.databases = databases;
    }

    public static TestDatabase start() {
        Path home = RunningApplication.newFolder();
        TestSchema.copyInto(home);
        return in(home);
    }

    /** The database that a folder holds already, as it is. */
    public static TestDatabase in(Path home) {
        return new TestDatabase(home, Databases.open(home, null));
    }

    /**
     * The application's own role.
     *
     * @param account whom it acts for
     * @param rights names with spaces between
     * @param at the time that it is told
     */
    public Connection acting(String account, String rights, String at) throws SQLException {
        Databases.Login app = databases.app();
        Connection connection = Connections.open(app.url(), app.user(), app.password());
        tell(connection, account, rights, at);
        return connection;
    }

    /** The role that owns the schema. */
    public Connection owner() throws SQLException {
        Databases.Login owner = databases.owner();
        return Connections.open(owner.url(), owner.user(), owner.password());
    }

    /** A superuser, for what no other may look into. */
    public Connection superuser() throws SQLException {
        return superuser(home, databases.owner().url());
    }

    /** A superuser of the embedded database of a running application. */
    public static Connection superuser(Path home, String url) throws SQLException {
        try {
            String password = SecretsFile.at(home.resolve("database.secrets")).get("superuser");
            return Connections.open(url, "postgres", password);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The data directory of the embedded database that runs in {@code home}. */
    public static Path clusterOf(Path home) {
        try {
            return PostgresFolders.under(home, UnprivilegedUser.find()).cluster();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public static void tell(Connection connection, String account, String rights, String at) throws SQLException {
        Connections.execute(
                connection,
                "select set_config('golden_thread.account', '" + account
                        + "', false), set_config('golden_thread.rights', ' " + rights
                        + " ', false), set_config('golden_thread.at', '" + at + "', false)");
    }

    @Override
    public void close() throws IOException {
        databases.close();
    }
}
