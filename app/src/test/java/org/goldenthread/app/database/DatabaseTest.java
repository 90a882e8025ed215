package org.goldenthread.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.goldenthread.app.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The embedded database, as the application's own role meets it. */
class DatabaseTest {

    private static Path home;
    private static Databases databases;

    @BeforeAll
    static void start() {
        home = RunningApplication.newFolder();
        databases = Databases.open(home, null);
        Databases.Login owner = databases.owner();
        Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() throws Exception {
        databases.close();
    }

    @Test
    void whatIsCommittedIsOnDiskAndTheServerHearsTheLoopbackAddressAlone() throws SQLException {
        assertThat(ask("show fsync", "")).isEqualTo("on");
        assertThat(ask("show synchronous_commit", "")).isEqualTo("on");
        assertThat(ask("show listen_addresses", "")).isEqualTo("127.0.0.1");
        assertThat(ask("show server_version_num", "")).startsWith("18");
    }

    @Test
    void theApplicationsRoleIsNeitherOwnerNorSuperuserAndPassesNoPolicyBy() throws SQLException {
        assertThat(ask(
                        "select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user",
                        ""))
                .isEqualTo("f");
        assertThat(ask("select count(*) from pg_tables where schemaname = 'public' and tableowner = current_user", ""))
                .isEqualTo("0");
        assertThat(ask(
                        "select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
                                + " and relname <> 'flyway_schema_history' and not relforcerowsecurity",
                        ""))
                .isEqualTo("0");
    }

    /** A service area of a large county is cut over in one transaction. */
    @Test
    void oneTransactionMayHoldALockForEachOfTwentyThousandChildren() throws SQLException {
        assertThat(ask(
                        "select count(pg_advisory_xact_lock(hashtextextended(child::text, 0))::text) from generate_series(1, 20000) child",
                        ""))
                .isEqualTo("20000");
    }

    /** What is asked of one child may not take longer the more children there are. */
    @Test
    void everyRecordOfAChildIsFoundByAnIndexThatBeginsWithTheChild() throws SQLException {
        assertThat(ask(
                        "select string_agg(c.relname, ', ' order by 1) from pg_class c join pg_attribute p on p.attrelid = c.oid"
                                + " and p.attname = 'person' join pg_attribute v on v.attrelid = c.oid and v.attname = 'version'"
                                + " where c.relkind = 'r' and c.relname <> 'record_columns' and not exists (select from pg_index i where i.indrelid = c.oid"
                                + " and i.indkey[0] = p.attnum and i.indpred is null)",
                        ""))
                .isNull();
    }

    @Test
    void aConnectionThatActsForNobodySeesNoRow() throws SQLException {
        change("insert into setting (name, value) values ('told', 'of somebody') on conflict do nothing", "SYSTEM");
        assertThat(ask("select count(*) from setting", "")).isEqualTo("0");
        assertThat(ask("select count(*) from setting", "SEE_PART_1")).isEqualTo("1");
    }

    @Test
    void exemptCommentaryIsOutOfReachOfWhoeverMaySeePartOneAlone() throws SQLException {
        change(
                "insert into commentary (as_at, number, part, body, written_at, written_by, post)"
                        + " values ('2024-03-31', '4', 2, 'both children', now(), 'somebody', 'Manager')",
                "SEE_PART_1 SEE_PART_2 WRITE_COMMENTARY");
        assertThat(ask("select count(*) from commentary", "SEE_PART_1")).isEqualTo("0");
        assertThat(ask("select count(*) from commentary", "SEE_PART_1 SEE_PART_2"))
                .isEqualTo("1");
    }

    @Test
    void whatPartOneHidesIsChangedByWhoeverSetsUpTheIndexInTheirOwnNameAndByNobodyElse() throws SQLException {
        String insert = "insert into disclosure_version"
                + " (threshold, zeros, profile, exempt, always_hidden, reason, saved_at, saved_by)"
                + " values (1, 'show', 'proved', '', '', 'To see more', now(), '%s')";
        assertThatThrownBy(() -> change(insert.formatted("somebody"), "SEE_PART_1 SEE_PART_2"))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> change(insert.formatted("another"), "CONFIGURE_INDEX"))
                .hasMessageContaining("row-level security");
        change(insert.formatted("somebody"), "CONFIGURE_INDEX");
        assertThat(ask("select count(*) from disclosure_version", "SEE_PART_1")).isEqualTo("1");
        assertThatThrownBy(() -> change("update disclosure_version set threshold = 50", "CONFIGURE_INDEX"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void theAuditLogIsOnlyEverAddedTo() throws SQLException {
        change(
                "insert into audit_log (at, account, role, action, subject, detail, address)"
                        + " values (now(), 'somebody', '', 'looked', '', '', '')",
                "SYSTEM");
        assertThat(ask("select count(*) > 0 from audit_log", "SEE_AUDIT")).isEqualTo("t");
        assertThatThrownBy(() -> change("update audit_log set account = 'another'", "SEE_AUDIT SYSTEM"))
                .isInstanceOf(SQLException.class);
        try (Connection owner = Connections.open(
                databases.owner().url(),
                databases.owner().user(),
                databases.owner().password())) {
            assertThatThrownBy(() -> Connections.execute(owner, "delete from audit_log"))
                    .hasMessageContaining("only ever added to");
        }
    }

    @Test
    void anotherGoldenThreadIsKeptOffTheSameFolder() {
        assertThatThrownBy(() -> Databases.open(home, null))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("Another Golden Thread is using the data folder");
    }

    @Test
    void afterThePlugIsPulledTheDatabaseStartsAgainWithWhatWasCommitted() throws Exception {
        Path folder = RunningApplication.newFolder();
        EmbeddedPostgres first = EmbeddedPostgres.start(folder);
        String password = first.password("superuser");
        try (Connection connection = Connections.open(first.url("postgres"), "postgres", password)) {
            Connections.execute(connection, "create table kept as select 1 as one");
        }
        first.pullThePlug();
        try (EmbeddedPostgres second = EmbeddedPostgres.start(folder);
                Connection connection = Connections.open(second.url("postgres"), "postgres", password)) {
            assertThat(Connections.finds(connection, "select 1 from pg_tables where tablename = ?", "kept"))
                    .isTrue();
        }
    }

    @Test
    void passwordsLieInAFileThatItsOwnerAloneCanRead() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("database.secrets"))))
                .isEqualTo("rw-------");
    }

    private static String ask(String sql, String rights) throws SQLException {
        try (Connection connection = acting(rights);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void change(String sql, String rights) throws SQLException {
        try (Connection connection = acting(rights)) {
            Connections.execute(connection, sql);
        }
    }

    private static Connection acting(String rights) throws SQLException {
        Databases.Login app = databases.app();
        Connection connection = Connections.open(app.url(), app.user(), app.password());
        if (!rights.isEmpty()) {
            Connections.execute(
                    connection,
                    "select set_config('golden_thread.account', 'somebody', false),"
                            + " set_config('golden_thread.rights', ' " + rights + " ', false)");
        }
        return connection;
    }
}
