package org.goldenthread.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database the application uses, made ready: its two roles exist and the schema's owner is not the role that the
 * application works as.
 */
final class Databases implements AutoCloseable {

    static final String OWNER = "golden_thread_owner";
    static final String APP = "golden_thread_app";
    private static final String DATABASE = "golden_thread";
    private static final int OLDEST_MAJOR_VERSION = 18;

    private final @Nullable EmbeddedPostgres embedded;
    private final Login owner;
    private final Login app;

    /** How to connect as one role; an empty user means that the URL says it. */
    record Login(String url, String user, String password) {}

    private Databases(@Nullable EmbeddedPostgres embedded, Login owner, Login app) {
        this.embedded = embedded;
        this.owner = owner;
        this.app = app;
    }

    /** Starts the embedded database, or where {@code url} is given makes the one it names ready. */
    static Databases open(Path home, @Nullable String url) {
        try {
            return url == null ? openEmbedded(home) : openGiven(home, url);
        } catch (SQLException | IOException problem) {
            throw new DatabaseProblem("The database could not be made ready: " + problem.getMessage(), problem);
        }
    }

    Login owner() {
        return owner;
    }

    Login app() {
        return app;
    }

    private static Databases openEmbedded(Path home) throws SQLException, IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(home);
        try {
            try (Connection connection =
                    Connections.open(postgres.url("postgres"), "postgres", postgres.password("superuser"))) {
                ensureRole(connection, OWNER, postgres.password("owner"));
                ensureRole(connection, APP, postgres.password("app"));
                if (!Connections.finds(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                    Connections.execute(connection, "create database " + DATABASE + " owner " + OWNER);
                    Connections.execute(connection, "revoke all on database " + DATABASE + " from public");
                    Connections.execute(connection, "grant connect on database " + DATABASE + " to " + APP);
                }
            }
        } catch (SQLException problem) {
            postgres.close();
            throw problem;
        }
        String url = postgres.url(DATABASE);
        return new Databases(
                postgres,
                new Login(url, OWNER, postgres.password("owner")),
                new Login(url, APP, postgres.password("app")));
    }

    private static Databases openGiven(Path home, String url) throws SQLException, IOException {
        String jdbc = jdbc(url);
        try (Connection connection = Connections.open(jdbc, "", "")) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_MAJOR_VERSION) {
                throw new DatabaseProblem("GOLDEN_THREAD_DATABASE_URL names a PostgreSQL " + version
                        + ". Golden Thread needs PostgreSQL " + OLDEST_MAJOR_VERSION + " or later.");
            }
            RestoreMark.requireNone(connection, home);
            Files.createDirectories(home);
            SecretsFile secrets = SecretsFile.at(home.resolve("database.secrets"), "app");
            try {
                // A role made by hand with this password is good as it is, even where the owner may alter none.
                if (!Connections.answers(withoutLogin(jdbc), APP, secrets.get("app"))) {
                    ensureRole(connection, APP, secrets.get("app"));
                }
            } catch (SQLException refused) {
                throw new DatabaseProblem(
                        "The user in GOLDEN_THREAD_DATABASE_URL may not make the role " + APP
                                + ". Let it (alter role ... createrole), or make the role by hand with the password that"
                                + " stands in " + home.resolve("database.secrets") + ".",
                        refused);
            }
            requireHeldByPolicies(connection);
            // The pool logs in with its own name, so the owner's name in the URL must not come first.
            return new Databases(null, new Login(jdbc, "", ""), new Login(withoutLogin(jdbc), APP, secrets.get("app")));
        }
    }

    /** An address as people write it, with Java's own word before it. */
    static String jdbc(String url) {
        return url.startsWith("jdbc:") ? url : "jdbc:" + url;
    }

    private static String withoutLogin(String jdbc) {
        return jdbc.replaceAll("([?&])(user|password)=[^&]*", "$1")
                .replaceAll("[?&]+$", "")
                .replaceAll("\\?&+", "?");
    }

    private static void ensureRole(Connection connection, String role, String password) throws SQLException {
        boolean exists = Connections.finds(connection, "select 1 from pg_roles where rolname = ?", role);
        // Only a superuser may so much as name these attributes of a role that exists. A password of ours holds no
        // quote: it is base 64.
        Connections.execute(
                connection,
                (exists
                                ? "alter role " + role + " login"
                                : "create role " + role + " login nosuperuser nocreatedb nocreaterole nobypassrls")
                        + " password '" + password + "'");
    }

    private static void requireHeldByPolicies(Connection connection) throws SQLException {
        if (Connections.finds(
                connection, "select 1 from pg_roles where rolname = ? and (rolsuper or rolbypassrls)", APP)) {
            throw new DatabaseProblem("The role " + APP + " passes every row-level policy by. Take that from it as a"
                    + " superuser: alter role " + APP + " nosuperuser nobypassrls");
        }
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
