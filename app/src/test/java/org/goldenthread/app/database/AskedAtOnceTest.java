package org.goldenthread.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whoever says whom a list is about sees of those people exactly what they would see without saying so, and nothing of anybody
 * else: what may be seen is asked in two ways, and never answered in two.
 */
class AskedAtOnceTest {

    private static final String NOW = "2026-03-02T10:00:00Z";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final long SEED = 20261127;
    private static final int PEOPLE = 160;

    private static final List<String> ACCOUNTS = List.of("worker", "colleague", "stranger", "");
    private static final List<String> RIGHTS = List.of(
            "SEE_RECORDS SEE_SOCIAL_CARE",
            "SEE_RECORDS",
            "SEE_RECORDS SEE_SOCIAL_CARE SEE_EVERY_RECORD",
            "SEE_RECORDS SEE_SOCIAL_CARE SEE_EVERY_RECORD BREAK_GLASS",
            "SEE_SOCIAL_CARE SEE_EVERY_RECORD",
            "ACT_FOR_AGENCY",
            "SYSTEM",
            "");

    /** Of each table whose policy of reading asks it, one that has rows here. */
    private static final List<String> TABLES =
            List.of("person", "allocation", "contact", "watched_clock", "relationship");

    private static final List<UUID> PERSONS = new ArrayList<>();
    private static TestDatabase database;

    @BeforeAll
    static void start() throws SQLException {
        database = TestDatabase.start();
        try (Connection superuser = database.superuser();
                Statement sql = superuser.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.execute("insert into team (id, name) values ('ours', 'Ours'), ('theirs', 'Theirs')");
            for (String account : ACCOUNTS.subList(0, 3)) {
                sql.execute("insert into account (name, post, role, created_at) values ('" + account
                        + "', 'Worker', 'SOCIAL_WORKER', now())");
            }
            sql.execute("insert into team_member (team, account) values ('ours', 'worker'), ('theirs', 'stranger')");
            populate(sql, new Random(SEED));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    private static void populate(Statement sql, Random random) throws SQLException {
        for (int number = 0; number < PEOPLE; number++) {
            UUID person = UUID.randomUUID();
            PERSONS.add(person);
            record(
                    sql,
                    "person",
                    person,
                    person,
                    "given_name, local_number, created_by",
                    "'Child', '" + (700_000 + number) + "', '" + pick(random, "worker", "colleague", "system") + "'");
            record(
                    sql,
                    "contact",
                    UUID.randomUUID(),
                    person,
                    "received, source, concern, state",
                    "'2026-02-01', 'SCHOOL', 'Made up', 'awaiting-decision'");
            sql.execute(
                    "insert into watched_clock (person, clock, about, sequence, started_on, due_on, knock_on, known_from) values ('"
                            + person + "', 'contact-decision', '" + person
                            + "', 1, '2026-02-01', '2026-02-02', false, '2026-02-01')");
            for (int allocation = random.nextInt(4); allocation > 0; allocation--) {
                record(
                        sql,
                        "allocation",
                        UUID.randomUUID(),
                        person,
                        "team, account, duty, started, ended, withdrawn",
                        "'" + pick(random, "ours", "theirs") + "', '" + pick(random, "worker", "colleague", "stranger")
                                + "', 'FURTHER_WORKER', '2025-01-01', "
                                + pick(random, "null", "'" + TODAY.minusDays(7) + "'", "'" + TODAY.minusDays(8) + "'")
                                + ", " + (random.nextInt(5) == 0));
            }
            if (random.nextInt(3) == 0) {
                UUID restriction = UUID.randomUUID();
                record(
                        sql,
                        "restriction",
                        restriction,
                        person,
                        "kind, reason, ask, started, ended, withdrawn",
                        "'ADOPTION', 'Made up', 'A manager', '2025-01-01', " + pick(random, "null", "'2026-01-01'")
                                + ", " + (random.nextInt(4) == 0));
                if (random.nextBoolean()) {
                    sql.execute("insert into restriction_member (restriction, account, added_at, added_by) values ('"
                            + restriction + "', '" + pick(random, "worker", "stranger") + "', now(), 'system')");
                }
            }
            if (number > 0 && random.nextInt(3) == 0) {
                record(
                        sql,
                        "relationship",
                        UUID.randomUUID(),
                        PERSONS.get(random.nextInt(number)),
                        "other, kind, withdrawn",
                        "'" + person + "', '" + pick(random, "MOTHER", "SIBLING") + "', " + (random.nextInt(5) == 0));
            }
            if (number > 0 && random.nextInt(8) == 0) {
                sql.execute("insert into person_redirect (merged, kept) values ('" + person + "', '"
                        + PERSONS.get(random.nextInt(number)) + "')");
            }
            if (random.nextInt(8) == 0) {
                sql.execute("insert into break_glass (id, account, post, person, reason, opened_at, until) values ('"
                        + UUID.randomUUID() + "', '" + pick(random, "worker", "stranger") + "', 'Worker', '" + person
                        + "', 'Made up reason', '2026-03-02T09:00:00Z', '"
                        + pick(random, "2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z") + "')");
            }
        }
    }

    private static void record(Statement sql, String table, UUID id, UUID person, String columns, String values)
            throws SQLException {
        sql.execute("insert into " + table + " (id, person, version, known_from, known_by, known_by_post, " + columns
                + ") values ('" + id + "', '" + person + "', 1, '2026-02-01', 'system', '', " + values + ")");
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @Test
    void whoeverSaysWhomItIsAboutSeesOfThemWhatTheyWouldSeeAnyway() throws SQLException {
        Random random = new Random(SEED + 1);
        Set<String> seenBySomebody = new HashSet<>();
        Set<String> hiddenFromSomebody = new HashSet<>();
        for (String account : ACCOUNTS) {
            for (String rights : RIGHTS) {
                try (Connection connection = database.acting(account, rights, NOW)) {
                    connection.setAutoCommit(false);
                    for (int round = 0; round < 4; round++) {
                        int share = round * 40;
                        Set<UUID> about = PERSONS.stream()
                                .filter(person -> random.nextInt(120) < share)
                                .collect(Collectors.toSet());
                        for (String table : TABLES) {
                            say(connection, "");
                            Set<String> anyway = rows(connection, table, about);
                            say(
                                    connection,
                                    "{" + about.stream().map(UUID::toString).collect(Collectors.joining(",")) + "}");
                            assertThat(rows(connection, table, null))
                                    .as("%s, as %s with %s, about %d", table, account, rights, about.size())
                                    .isEqualTo(anyway);
                            sayAbout(connection, about);
                            assertThat(rows(connection, table, null))
                                    .as("%s, kept, as %s with %s, about %d", table, account, rights, about.size())
                                    .isEqualTo(anyway);
                            if (table.equals("person")) {
                                about.forEach(person -> (anyway.contains(person.toString())
                                                ? seenBySomebody
                                                : hiddenFromSomebody)
                                        .add(person.toString()));
                            }
                        }
                    }
                }
            }
        }
        assertThat(seenBySomebody).hasSizeGreaterThan(PEOPLE / 2);
        assertThat(hiddenFromSomebody).hasSizeGreaterThan(PEOPLE / 2);
    }

    @Test
    void everyPolicyOfReadingThatAsksForAPersonAsksItSo() throws SQLException {
        try (Connection superuser = database.superuser()) {
            String policies =
                    "select count(*)::text from pg_policy where polcmd = 'r' and polpermissive and pg_get_expr(polqual, polrelid) ";
            assertThat(strings(superuser, policies + "= 'may_see(person)'")).containsExactly("0");
            assertThat(Integer.parseInt(strings(superuser, policies + "like '%seen_at_once()%may_see(person)%'")
                            .getFirst()))
                    .isGreaterThan(100);
        }
    }

    @Test
    void aKindOfRecordThatIsMadeLaterIsReadByTheSame() throws SQLException {
        try (Connection owner = database.owner()) {
            owner.setAutoCommit(false);
            Connections.execute(owner, "create table later (like record_columns including all)");
            Connections.execute(owner, "select keep_record('later')");
            assertThat(
                            strings(
                                    owner,
                                    "select pg_get_expr(polqual, polrelid) from pg_policy where polname in ('later_read', 'later_history_read')"))
                    .hasSize(2)
                    .allSatisfy(policy -> assertThat(policy).contains("asked_at_once()", "seen_at_once()"));
            owner.rollback();
        }
    }

    @Test
    void whoseAllocationsOneHasIsToldOfOnesOwnAlone() throws SQLException {
        try (Connection connection = database.acting("worker", "SEE_RECORDS", NOW);
                Connection superuser = database.superuser()) {
            String open = "select distinct person::text from allocation where ended is null and not withdrawn and ";
            assertThat(new HashSet<>(strings(connection, "select allocated_to_me(false)::text")))
                    .isNotEmpty()
                    .isEqualTo(new HashSet<>(strings(superuser, open + "account = 'worker'")));
            assertThat(new HashSet<>(strings(connection, "select allocated_to_me(true)::text")))
                    .isNotEmpty()
                    .isEqualTo(new HashSet<>(strings(superuser, open + "team = 'ours'")));
        }
        try (Connection connection = database.acting("worker", "ACT_FOR_AGENCY", NOW)) {
            assertThat(strings(connection, "select allocated_to_me(true)::text"))
                    .isEmpty();
        }
    }

    @Test
    void whatIsSaidIsForgottenWithTheTransactionAndWhatIsNoListIsRefused() throws SQLException {
        try (Connection connection = database.acting("worker", "SEE_RECORDS SEE_EVERY_RECORD", NOW)) {
            int before = rows(connection, "person", null).size();
            connection.setAutoCommit(false);
            say(connection, "{}");
            assertThat(rows(connection, "person", null)).isEmpty();
            connection.commit();
            assertThat(rows(connection, "person", null)).hasSize(before).isNotEmpty();
            say(connection, "everybody");
            assertThatThrownBy(() -> rows(connection, "person", null)).hasMessageContaining("malformed array literal");
        }
    }

    /** What was kept of who may be seen is of use to nobody else, with no other rights, in no other transaction and with nobody added. */
    @Test
    void whoMayBeSeenIsKeptUnderAMarkThatHoldsForOneListAlone() throws SQLException {
        String everybody = "SEE_RECORDS SEE_SOCIAL_CARE SEE_EVERY_RECORD";
        String kept;
        String mark;
        try (Connection connection = database.acting("worker", everybody, NOW)) {
            connection.setAutoCommit(false);
            sayAbout(connection, Set.copyOf(PERSONS));
            kept = strings(connection, "select current_setting('golden_thread.seen')")
                    .getFirst();
            mark = strings(connection, "select current_setting('golden_thread.seen_mark')")
                    .getFirst();
            Set<String> all = rows(connection, "person", null);
            assertThat(all).isNotEmpty();
            assertThat(kept).contains(all);

            // Fewer rights, another account and another moment in the same transaction: asked anew, of those whom the
            // list is about.
            for (String setting :
                    List.of("rights', ' SEE_RECORDS ", "account', 'stranger", "at', '2026-03-03T10:00:00Z")) {
                Savepoint before = connection.setSavepoint();
                Connections.execute(connection, "select set_config('golden_thread." + setting + "', true)");
                Set<String> asked = rows(connection, "person", null);
                Connections.execute(connection, "select set_config('golden_thread.seen', '', true)");
                assertThat(asked).as(setting).isEqualTo(rows(connection, "person", null));
                connection.rollback(before);
            }
            assertThat(rows(connection, "person", null)).isEqualTo(all);
            Savepoint asStranger = connection.setSavepoint();
            Connections.execute(
                    connection,
                    "select set_config('golden_thread.account', 'stranger', true), set_config('golden_thread.rights', ' SEE_RECORDS ', true)");
            assertThat(rows(connection, "person", null))
                    .as("a list kept for one who sees more")
                    .hasSizeLessThan(all.size());
            connection.rollback(asStranger);
            // Nothing of a list is known after it.
            Connections.execute(connection, "select say_about(null)");
            assertThat(strings(connection, "select current_setting('golden_thread.seen')"))
                    .containsExactly("");
            connection.commit();
        }
        try (Connection connection = database.acting("stranger", "SEE_RECORDS", NOW)) {
            connection.setAutoCommit(false);
            sayAbout(connection, Set.copyOf(PERSONS));
            Set<String> seen = rows(connection, "person", null);
            assertThat(kept.split(",")).as("what is forged would show more").hasSizeGreaterThan(seen.size());
            String own = strings(connection, "select current_setting('golden_thread.seen')")
                    .getFirst();
            String ownMark = strings(connection, "select current_setting('golden_thread.seen_mark')")
                    .getFirst();
            assertThat(ownMark).hasSize(64).isNotEqualTo(mark);
            for (List<String> forged : List.of(
                    List.of(kept, mark),
                    List.of(kept, ownMark),
                    List.of(own, mark),
                    List.of(kept, ""),
                    List.of("x", ownMark),
                    List.of(own + " ", ownMark))) {
                Connections.execute(
                        connection,
                        "select set_config('golden_thread.seen', '" + forged.getFirst()
                                + "', true), set_config('golden_thread.seen_mark', '" + forged.getLast() + "', true)");
                assertThat(rows(connection, "person", null)).isEqualTo(seen);
            }
            Savepoint before = connection.setSavepoint();
            for (String behind : List.of("select seen_mark('{}')", "select seen_of_those_said()", "table seen_key")) {
                assertThatThrownBy(() -> strings(connection, behind)).hasMessageContaining("permission denied");
                connection.rollback(before);
            }
        }
    }

    private static void sayAbout(Connection connection, Set<UUID> about) throws SQLException {
        Connections.execute(
                connection,
                "select say_about('{" + about.stream().map(UUID::toString).collect(Collectors.joining(",")) + "}')");
    }

    private static void say(Connection connection, String about) throws SQLException {
        Connections.execute(
                connection,
                "select set_config('golden_thread.about', '" + about
                        + "', true), set_config('golden_thread.seen', '', true)");
    }

    /** @param about of these people alone; null for every row that is seen */
    private static Set<String> rows(
            Connection connection, String table, @org.jspecify.annotations.Nullable Set<UUID> about)
            throws SQLException {
        Set<String> rows = new HashSet<>();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select id::text, person from " + table)) {
            while (row.next()) {
                if (about == null || about.contains(row.getObject(2, UUID.class))) {
                    rows.add(row.getString(1));
                }
            }
        }
        return rows;
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
