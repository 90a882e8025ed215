package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.goldenthread.app.access.Role;
import org.goldenthread.app.access.TokenCallers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/**
 * A token that may only read reads what its worker may see, and the database itself refuses whatever would be written by it, in every
 * table but the audit log, though no code had asked.
 */
class ApiReaderTest {

    private static final MovableClock CLOCK = new MovableClock("2024-03-04T09:00");
    private static final String READ = "record.read";
    private static final String REFUSED = "refused by policy";

    private static ApiWorld world;
    private static JdbcClient jdbc;
    private static String child;
    private static String restricted;
    private static String note;

    @BeforeAll
    static void start() throws Exception {
        world = new ApiWorld(CLOCK);
        jdbc = world.application.bean(JdbcClient.class);
        Practitioner manager = new Practitioner(world.application, "front-door-manager");
        child = manager.newPerson("Elestren", "Bosanko", "2/5/2014");
        restricted = manager.newPerson("Hedra", "Trewin", "2/5/2014");
        manager.restrict(restricted);
        note = world.as(Role.FRONT_DOOR_WORKER)
                .post(
                        "people/" + child + "/records/case-note",
                        UUID.randomUUID().toString(),
                        """
                        {"content":{"happened":"2024-03-04","kind":"CALL","note":"Rang her aunt."}}""")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String contact = world.as(Role.FRONT_DOOR_MANAGER)
                .post("people/" + child + "/records/contact", UUID.randomUUID().toString(), """
                        {"content":{"received":"2024-03-04","source":"1A","concern":"Alone at night.","priority":"AMBER","rated":"2024-03-04",
                        "ratedAt":"08:59","threshold":"Level 4."}}""")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Practitioner.location(
                manager.decide(contact.replace("/api/v1", ""), "refer", "Above the threshold.", "4/3/2024"));
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void itReadsWhatTheWorkerMaySeeAndEachLookIsLogged() throws Exception {
        // A file that was opened with a reason on a page is open to read for the hours that were given.
        sql("insert into break_glass (id, person, account, post, reason, opened_at, until) values (gen_random_uuid(), '"
                + restricted
                + "', '" + ApiWorld.account(Role.EMERGENCY_DUTY_WORKER)
                + "', 'Duty', 'She is at risk tonight', '2024-03-04T08:00Z', '2024-03-04T20:00Z')");
        for (Role role : List.of(Role.FRONT_DOOR_WORKER, Role.SOCIAL_WORKER, Role.EMERGENCY_DUTY_WORKER)) {
            ApiWorld.Caller whole = world.as(role);
            ApiWorld.Caller reader = world.with(world.token(role, READ));
            for (String path : List.of(
                    "people?q=Bosanko",
                    "people/" + child,
                    "people/" + child + "/chronology",
                    "people/" + child + "/clocks",
                    "people/" + child + "/records/contact",
                    note,
                    note + "/moves",
                    "people/" + restricted)) {
                int before = looks();
                HttpResponse<String> read = reader.get(path);
                assertThat(read.statusCode()).as("%s of %s", path, role).isIn(200, 404);
                assertThat(looks() - before).isEqualTo(read.statusCode() == 200 ? 1 : 0);
                assertThat(read.body())
                        .as("%s of %s", path, role)
                        .isEqualTo(whole.get(path).body());
            }
        }
        assertThat(world.with(world.token(Role.EMERGENCY_DUTY_WORKER, READ))
                        .get("people/" + restricted)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theDatabaseRefusesWhateverItWouldWriteThoughNoCodeHadAsked() throws Exception {
        List<Table> tables = tables();
        assertThat(tables).hasSizeGreaterThan(80);
        List<String> written = new ArrayList<>();
        Set<String> addedToByWorkers = new TreeSet<>();
        Set<String> changedByWorkers = new TreeSet<>();
        for (Role role :
                List.of(Role.FRONT_DOOR_MANAGER, Role.SERVICE_MANAGER, Role.EMERGENCY_DUTY_WORKER, Role.ANALYST)) {
            as(
                    role,
                    true,
                    () -> jdbc.sql(
                                    "insert into draft (account, form, body, saved_at) values (:account, 'new', '{}', acting_at())")
                            .param("account", ApiWorld.account(role))
                            .update());
            for (Table table : tables) {
                for (boolean whole : new boolean[] {true, false}) {
                    String added = as(role, whole, () -> outcome(table.insert(), table.row(role)));
                    String changed = as(role, whole, () -> outcome(table.update(), null));
                    String removed = as(role, whole, () -> outcome(table.delete(), null));
                    if (whole) {
                        if (!added.equals(REFUSED)) {
                            addedToByWorkers.add(table.name());
                        }
                        if (Stream.of(changed, removed).anyMatch(each -> each.matches("[1-9]\\d* rows"))) {
                            changedByWorkers.add(table.name());
                        }
                    } else if (!added.equals(REFUSED)
                            || Stream.of(changed, removed)
                                    .anyMatch(each -> !each.equals(REFUSED) && !each.equals("0 rows"))) {
                        written.add(role + ", " + table.name() + ": " + added + ", " + changed + ", " + removed);
                    }
                }
            }
        }
        assertThat(written).isEmpty();
        // The same statements of the same workers are let through where their token may write, so that it is no other
        // fault that stops them.
        assertThat(addedToByWorkers)
                .contains(
                        "allocation",
                        "break_glass",
                        "case_note",
                        "draft",
                        "event",
                        "held_file",
                        "pathway_move",
                        "submission",
                        "watched_clock");
        assertThat(changedByWorkers).contains("case_note", "contact", "draft", "event");
    }

    /**
     * A table that the application may write.
     *
     * @param added columns that it may give, with commas between
     * @param words names of its columns of text, with spaces around
     * @param moments names of its columns of moments, with spaces around
     * @param changed one that it may change; null for none
     * @param example a row of it, or an empty one
     */
    private record Table(
            String name,
            String added,
            String words,
            String moments,
            @Nullable String changed,
            boolean removed,
            ObjectNode example) {

        String insert() {
            return "insert into " + name + " (" + added + ") select " + added + " from jsonb_populate_record(null::"
                    + name + ", cast(:row as jsonb))";
        }

        String update() {
            return changed == null ? "" : "update " + name + " set " + changed + " = " + changed;
        }

        String delete() {
            return removed ? "delete from " + name : "";
        }

        /** The example as if it were of that worker's own, made now, of a child whom they see. */
        String row(Role role) {
            ObjectNode row = example.deepCopy();
            for (String column : added.split(", ")) {
                if (column.equals("person")) {
                    row.put(column, child);
                } else if (words.contains(" " + column + " ") && (column.equals("account") || column.endsWith("_by"))) {
                    row.put(column, ApiWorld.account(role));
                } else if (moments.contains(" " + column + " ") && column.endsWith("_at")) {
                    row.put(column, CLOCK.instant().toString());
                }
            }
            return row.toString();
        }
    }

    private static List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Connection superuser = world.application.superuser();
                Statement statement = superuser.createStatement();
                Statement examples = superuser.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.relname,
                            (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a where a.attrelid = c.oid
                                and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
                                and has_column_privilege('golden_thread_app', c.oid, a.attnum, 'insert')) as added,
                            (select string_agg(' ' || a.attname || ' ', '') from pg_attribute a where a.attrelid = c.oid
                                and a.atttypid = 'text'::regtype) as words,
                            (select string_agg(' ' || a.attname || ' ', '') from pg_attribute a where a.attrelid = c.oid
                                and a.atttypid = 'timestamptz'::regtype) as moments,
                            (select min(quote_ident(a.attname)) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
                                and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
                                and has_column_privilege('golden_thread_app', c.oid, a.attnum, 'update')) as changed,
                            has_table_privilege('golden_thread_app', c.oid, 'delete') as removed
                        from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'audit_log'
                        order by c.relname
                        """)) {
            while (rows.next()) {
                String name = rows.getString("relname");
                String added = rows.getString("added");
                if (added == null) {
                    // What may be changed or removed may be added here, so that nothing is left out by this.
                    assertThat(rows.getString("changed")).as(name).isNull();
                    assertThat(rows.getBoolean("removed")).as(name).isFalse();
                    continue;
                }
                try (ResultSet example = examples.executeQuery("select to_jsonb(t) from " + name + " t limit 1")) {
                    tables.add(new Table(
                            name,
                            added,
                            String.valueOf(rows.getString("words")),
                            String.valueOf(rows.getString("moments")),
                            rows.getString("changed"),
                            rows.getBoolean("removed"),
                            example.next()
                                    ? (ObjectNode) ApiWorld.JSON.readTree(example.getString(1))
                                    : ApiWorld.JSON.createObjectNode()));
                }
            }
        }
        return tables;
    }

    /** What the database says to it; nothing of it stays. */
    private static String outcome(String sql, @Nullable String row) {
        if (sql.isEmpty()) {
            return "0 rows";
        }
        TransactionTemplate transaction =
                new TransactionTemplate(world.application.bean(PlatformTransactionManager.class));
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                JdbcClient.StatementSpec statement = jdbc.sql(sql);
                return (row == null ? statement : statement.param("row", row)).update() + " rows";
            }));
        } catch (DataAccessException problem) {
            String message = String.valueOf(problem.getMostSpecificCause().getMessage());
            return message.contains("violates row-level security policy") ? REFUSED : message;
        }
    }

    /** Done as who comes with a token of that role, which may write or only read. */
    private static <T> T as(Role role, boolean whole, Supplier<T> work) {
        Map<String, Object> claims = Map.of(
                "sub", "subject", "preferred_username", ApiWorld.account(role), "roles", List.of(role.decider()));
        SecurityContextHolder.getContext()
                .setAuthentication(world.application
                        .bean(TokenCallers.class)
                        .find(claims, List.of(), whole)
                        .orElseThrow());
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static int looks() {
        return Integer.parseInt(world.application.ask("select count(*) from audit_log"));
    }

    private static void sql(String statement) throws SQLException {
        try (Connection superuser = world.application.superuser();
                Statement sql = superuser.createStatement()) {
            sql.execute(statement);
        }
    }
}
