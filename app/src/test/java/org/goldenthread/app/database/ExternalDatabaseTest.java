package org.goldenthread.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.goldenthread.app.RunningApplication;
import org.goldenthread.app.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that the council runs itself and names by URL. */
class ExternalDatabaseTest {

    private static EmbeddedPostgres council;

    /** A server of its own, with a database whose owner may make roles and is no superuser. */
    @BeforeAll
    static void start() throws SQLException {
        council = EmbeddedPostgres.start(RunningApplication.newFolder());
        asSuperuser("postgres", "create role childrens_services login createrole password 'of-the-council'");
        asSuperuser("postgres", "create database records owner childrens_services");
    }

    @AfterAll
    static void stop() throws Exception {
        council.close();
    }

    @Test
    void theApplicationRunsOnItAsARoleThatOwnsNothingAndStartsThereAgain() throws SQLException {
        Path home = RunningApplication.newFolder();
        // As people write it, without Java's own word before it.
        String url =
                council.url("records").substring("jdbc:".length()) + "?user=childrens_services&password=of-the-council";
        try (RunningApplication application = RunningApplication.demoOnDatabase(home, url)) {
            assertThat(ask(application, "select current_user")).isEqualTo("golden_thread_app");
            assertThat(ask(application, "select count(*) from pg_tables where tableowner = current_user"))
                    .isEqualTo("0");
            assertThat(ask(application, "select count(*) from account"))
                    .as("nobody is signed in on this thread")
                    .isEqualTo("0");
            assertThat(home.resolve("database")).doesNotExist();
        }
        assertThat(asSuperuser("records", "select count(*) from account where made_up"))
                .isEqualTo(String.valueOf(Role.values().length + 1));

        // Another folder has another secret: the role is given it, and what was there stays.
        Path elsewhere = RunningApplication.newFolder();
        try (RunningApplication application = RunningApplication.demoOnDatabase(elsewhere, url)) {
            assertThat(ask(application, "select current_user")).isEqualTo("golden_thread_app");
        }
        assertThat(asSuperuser("records", "select count(*) from account where made_up"))
                .isEqualTo(String.valueOf(Role.values().length + 1));
    }

    @Test
    void aRoleThatPassesThePoliciesByIsRefused() throws Exception {
        Path home = RunningApplication.newFolder();
        String url = council.url("records") + "?user=childrens_services&password=of-the-council";
        Databases.open(home, url).close();
        asSuperuser("postgres", "alter role golden_thread_app bypassrls");
        try {
            assertThatThrownBy(() -> Databases.open(home, url))
                    .isInstanceOf(DatabaseProblem.class)
                    .hasMessageContaining("passes every row-level policy by")
                    .hasMessageContaining("nobypassrls");
        } finally {
            asSuperuser("postgres", "alter role golden_thread_app nobypassrls");
        }
        assertThat(Files.exists(home.resolve("database.secrets"))).isTrue();
    }

    private static String ask(RunningApplication application, String sql) throws SQLException {
        try (Connection connection = application.bean(DataSource.class).getConnection()) {
            return first(connection, sql);
        }
    }

    private static String asSuperuser(String database, String sql) throws SQLException {
        try (Connection connection =
                Connections.open(council.url(database), "postgres", council.password("superuser"))) {
            return first(connection, sql);
        }
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            ResultSet result = statement.getResultSet();
            result.next();
            return result.getString(1);
        }
    }
}
