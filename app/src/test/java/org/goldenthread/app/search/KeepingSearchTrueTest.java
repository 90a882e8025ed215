package org.goldenthread.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is searched follows the record in the same transaction, whoever else writes at the time. */
class KeepingSearchTrueTest {

    private static final String FACT =
            "insert into %s (id, person, version, known_from, known_by, known_by_post, %s) values"
                    + " (gen_random_uuid(), '%s', 1, now(), '', '', %s)";

    private static MadeUpPeople people;

    @BeforeAll
    static void start() {
        people = new MadeUpPeople();
    }

    @AfterAll
    static void stop() throws Exception {
        people.close();
    }

    @Test
    void twoWhoWriteOfOnePersonAtOnceAreBothFound() throws Exception {
        UUID person = people.add("Theodora", "Concurrent", "2010-01-01");
        try (Connection first = writer();
                Connection second = writer()) {
            first.setAutoCommit(false);
            execute(first, FACT.formatted("other_name", "family_name, kind", person, "'Formername', 'FORMER'"));
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
                try {
                    execute(
                            second,
                            FACT.formatted("address", "lines, postcode, kind", person, "'5 Parallel Way', '', 'HOME'"));
                } catch (SQLException problem) {
                    throw new IllegalStateException(problem);
                }
            });
            // The second waits for the first, or would not see what it wrote.
            awaitWaiting();
            first.commit();
            other.get(20, TimeUnit.SECONDS);
        }
        assertThat(people.names("formername parallel")).containsExactly("Theodora Concurrent");
    }

    @Test
    void whatIsTakenBackWasNeverFound() throws Exception {
        UUID person = people.add("Philomena", "Steady", "2010-01-01");
        try (Connection writer = writer()) {
            writer.setAutoCommit(false);
            execute(writer, "update person set family_name = 'Fleeting' where id = '" + person + "'");
            assertThat(people.names("fleeting")).isEmpty();
            writer.rollback();
        }
        assertThat(people.names("fleeting")).isEmpty();
        assertThat(people.names("philomena steady")).containsExactly("Philomena Steady");
    }

    @Test
    void aFactThatIsMovedToAnotherPersonLeavesTheFirst() throws Exception {
        UUID first = people.add("Mistaken", "Firstling", "2010-01-01");
        UUID second = people.add("Rightful", "Secondling", "2010-01-01");
        UUID home = people.address(first, "6 Wanderlust Way", "", false);
        people.change("address", home, "person = '" + second + "'");
        assertThat(people.names("wanderlust")).containsExactly("Rightful Secondling");
    }

    @Test
    void manyAreKeptTrueInOneStatement() throws Exception {
        people.update("""
                insert into person (id, person, version, known_from, known_by, known_by_post, given_name, family_name, local_number, created_by)
                select id, id, 1, now(), '', '', 'Bulk', 'Arrival' || n, 'bulk' || n, 'importer'
                from (select n, gen_random_uuid() as id from generate_series(1, 500) as n) as made_up
                """);
        assertThat(people.names("arrival499")).containsExactly("Bulk Arrival499");
        people.update("update person set family_name = family_name || 'x' where given_name = 'Bulk'");
        assertThat(people.names("arrival499x")).containsExactly("Bulk Arrival499x");
    }

    private static Connection writer() throws SQLException {
        return people.database().acting("maker", "SYSTEM", MadeUpPeople.NOW);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void awaitWaiting() throws Exception {
        try (Connection superuser = people.database().superuser();
                Statement statement = superuser.createStatement()) {
            for (int tries = 0; tries < 200; tries++) {
                try (ResultSet waiting = statement.executeQuery("select count(*) from pg_locks where not granted")) {
                    waiting.next();
                    if (waiting.getInt(1) > 0) {
                        return;
                    }
                }
                Thread.sleep(25);
            }
        }
        throw new AssertionError("The second writer did not wait for the first.");
    }
}
