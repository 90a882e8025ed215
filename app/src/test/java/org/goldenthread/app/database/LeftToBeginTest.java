package org.goldenthread.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.goldenthread.app.RunningApplication;
import org.goldenthread.core.pathways.Move;
import org.goldenthread.core.pathways.Pathway;
import org.goldenthread.core.pathways.Pathways;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What waits to be decided or begun is kept as it changes, and is always what a look through every record would find. */
class LeftToBeginTest {

    /** The look through every record that the kept table replaces, kind by kind as the database declares them. */
    private static final String LOOK = """
            select r.id, '%1$s' as kept, r.state, '%3$s' as next, r.person from %1$s r where r.state = '%2$s' and not r.withdrawn
                and not exists (select from %3$s n where n.follows = r.id and not n.withdrawn)
            """;

    private static final String LOOK_TO_DECIDE =
            "select r.id, '%1$s' as kept, r.state, '' as next, r.person from %1$s r where r.state = '%2$s' and not r.withdrawn";

    private static final String ROW = "select id || ' ' || kept || ' ' || state || ' ' || next || ' ' || person from ";

    private static Databases databases;
    private static Connection owner;
    private static UUID child;
    private static UUID another;

    @BeforeAll
    static void start() throws SQLException {
        Path home = RunningApplication.newFolder();
        databases = Databases.open(home, null);
        Databases.Login login = databases.owner();
        Flyway.configure()
                .dataSource(login.url(), login.user(), login.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        owner = acting();
        child = insert(owner, "person", null, "", false);
        another = insert(owner, "person", null, "", false);
    }

    @AfterAll
    static void stop() throws Exception {
        owner.close();
        databases.close();
    }

    @Test
    void theDatabaseDeclaresWhatThePathwaysBegin() throws SQLException {
        Set<String> declared = new HashSet<>();
        for (Pathway pathway : Pathways.standard().listPathways()) {
            for (Move move : pathway.listMoves()) {
                if (!move.begins().isEmpty()) {
                    declared.add(table(pathway.id()) + " " + move.to() + " " + table(move.begins()));
                }
            }
        }
        assertThat(ask("select kept || ' ' || state || ' ' || next from lets_begin"))
                .hasSizeGreaterThan(10)
                .isEqualTo(declared);
    }

    @Test
    void theDatabaseDeclaresWhereAPathwayWaits() throws SQLException {
        Set<String> declared = new HashSet<>();
        for (Pathway pathway : Pathways.standard().listPathways()) {
            pathway.states().stream()
                    .filter(pathway::waits)
                    .forEach(state -> declared.add(table(pathway.id()) + " " + state));
        }
        assertThat(ask("select kept || ' ' || state from waits_in"))
                .hasSizeGreaterThan(20)
                .isEqualTo(declared);
    }

    @Test
    void whateverIsRecordedMovedWithdrawnAndRestoredTheKeptListIsWhatALookWouldFind() throws SQLException {
        Random random = new Random(20261127);
        Map<String, Set<String>> states = new HashMap<>();
        for (String each : ask("select kept || ' ' || state || ' ' || next from lets_begin")) {
            String[] parts = each.split(" ");
            states.computeIfAbsent(parts[0], unused -> new HashSet<>(Set.of("elsewhere")))
                    .add(parts[1]);
            states.computeIfAbsent(parts[2], unused -> new HashSet<>(Set.of("elsewhere")));
        }
        for (String each : ask("select kept || ' ' || state from waits_in")) {
            String[] parts = each.split(" ");
            states.computeIfAbsent(parts[0], unused -> new HashSet<>(Set.of("elsewhere")))
                    .add(parts[1]);
        }
        List<String> tables = states.keySet().stream().sorted().toList();
        List<String[]> made = new ArrayList<>();
        int left = 0;
        for (int step = 0; step < 900; step++) {
            if (made.isEmpty() || random.nextInt(3) == 0) {
                String table = tables.get(random.nextInt(tables.size()));
                UUID followed = made.isEmpty() || random.nextInt(4) == 0
                        ? null
                        : UUID.fromString(made.get(random.nextInt(made.size()))[1]);
                UUID id = insert(owner, table, followed, any(states.get(table), random), random.nextInt(5) == 0);
                made.add(new String[] {table, id.toString()});
            } else {
                String[] one = made.get(random.nextInt(made.size()));
                String change = switch (random.nextInt(4)) {
                    case 0 -> "state = '" + any(states.get(one[0]), random) + "'";
                    case 1 -> "withdrawn = not withdrawn";
                    case 2 -> "person = '" + (random.nextBoolean() ? child : another) + "'";
                    default -> "follows = '" + made.get(random.nextInt(made.size()))[1] + "'";
                };
                run(owner, "update " + one[0] + " set " + change + " where id = '" + one[1] + "'");
            }
            Set<String> kept = kept();
            assertThat(kept).as("after step " + step).isEqualTo(looked());
            left += kept.size();
        }
        assertThat(left).as("records that wait, over all steps").isPositive();
    }

    /** Each sees the other's referral stand until both are kept, and neither may conclude from it that something has begun. */
    @Test
    void twoWhoWithdrawTheLastTwoReferralsOfAContactAtOnceLeaveItToBegin() throws Exception {
        UUID contact = insert(owner, "contact", null, "accepted-as-referral", false);
        UUID one = insert(owner, "referral", contact, "open", false);
        UUID another = insert(owner, "referral", contact, "open", false);
        assertThat(kept()).noneMatch(each -> each.startsWith(contact.toString()));
        try (Connection first = acting();
                Connection second = acting()) {
            first.setAutoCommit(false);
            run(first, "update referral set withdrawn = true where id = '" + one + "'");
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
                try {
                    run(second, "update referral set withdrawn = true where id = '" + another + "'");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            while (ask("select pid::text from pg_locks where not granted").isEmpty()) {
                assertThat(waiting).isNotDone();
                Thread.sleep(20);
            }
            first.commit();
            waiting.get(30, TimeUnit.SECONDS);
        }
        assertThat(kept()).contains(contact + " contact accepted-as-referral referral " + child);
    }

    private static String any(Set<String> states, Random random) {
        return states.stream().sorted().toList().get(random.nextInt(states.size()));
    }

    private static String table(String kind) {
        return kind.replace('-', '_');
    }

    private static Set<String> kept() throws SQLException {
        Set<String> kept = ask(ROW + "left_to_begin");
        kept.addAll(ask(ROW + "(select id, kept, state, '' as next, person from left_to_decide) as decide"));
        return kept;
    }

    private static Set<String> looked() throws SQLException {
        Set<String> found = new HashSet<>();
        for (String each : ask("select kept || ' ' || state || ' ' || next from lets_begin")) {
            found.addAll(ask(ROW + "(" + LOOK.formatted((Object[]) each.split(" ")) + ") as looked"));
        }
        for (String each : ask("select kept || ' ' || state from waits_in")) {
            found.addAll(ask(ROW + "(" + LOOK_TO_DECIDE.formatted((Object[]) each.split(" ")) + ") as looked"));
        }
        return found;
    }

    /** A record with nothing said in it: each column that wants a value has the least of its type. */
    private static UUID insert(Connection connection, String table, UUID followed, String state, boolean withdrawn)
            throws SQLException {
        UUID id = UUID.randomUUID();
        StringBuilder columns = new StringBuilder("id, person, follows, state, withdrawn, known_by_post");
        StringBuilder values = new StringBuilder("?, ?, ?, ?, ?, 'Somebody'");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select attname, case format_type(atttypid, null) when 'date' then '2026-01-02' when 'boolean' then 'false'"
                                + " when 'integer' then '1' when 'uuid' then gen_random_uuid()::text when 'text[]' then '{}'"
                                + " when 'time without time zone' then '10:00' else '"
                                + id.toString().substring(0, 8)
                                + "' end from pg_attribute where attrelid = '" + table
                                + "'::regclass and attnum > 0 and attnotnull"
                                + " and not attisdropped and not atthasdef and attname not in (select attname from pg_attribute"
                                + " where attrelid = 'record_columns'::regclass and attnum > 0)")) {
            while (rows.next()) {
                columns.append(", ").append(rows.getString(1));
                values.append(", '").append(rows.getString(2)).append('\'');
            }
        }
        try (PreparedStatement statement =
                connection.prepareStatement("insert into " + table + " (" + columns + ") values (" + values + ")")) {
            statement.setObject(1, id);
            statement.setObject(2, table.equals("person") ? id : child);
            statement.setObject(3, followed);
            statement.setString(4, state);
            statement.setBoolean(5, withdrawn);
            statement.executeUpdate();
        }
        return id;
    }

    private static Set<String> ask(String sql) throws SQLException {
        Set<String> found = new HashSet<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        Connections.execute(connection, sql);
    }

    private static Connection acting() throws SQLException {
        Databases.Login login = databases.owner();
        Connection connection = Connections.open(login.url(), login.user(), login.password());
        run(
                connection,
                "select set_config('golden_thread.account', 'somebody', false),"
                        + " set_config('golden_thread.at', '2026-11-27T09:00:00Z', false)");
        return connection;
    }
}
