package org.goldenthread.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.ServeOptions;
import org.goldenthread.app.access.MadeUpAccounts;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.core.identity.NhsNumber;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What is copied is what the services made, and goes on as if they had made it. */
class CopiedFamiliesTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 12);
    private static final Instant NOW = Instant.parse("2024-06-12T14:00:00Z");
    private static final int LIVED = 24;
    private static final int COPIES = 12;
    private static final int COPY = 11;

    @Test
    void aCopiedFamilyIsWhatTheServicesMadeAndTheyGoOnWithItAlike() throws IOException, SQLException {
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "home-")
                .toAbsolutePath();
        try (ConfigurableApplicationContext application = GoldenThreadApplication.start(
                        ServeOptions.in(home).withPort(0).asDemo(), new LivedClock());
                Connection connection = owner(application, home)) {
            new LivedFamilies(application.getBean(TypedRecords.class), application.getBean(MadeUpAccounts.class), TODAY)
                    .live(LIVED, 5, (number, random) -> 20 + random.nextInt(300), unused -> {});
            JdbcClient owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            List<String> kinds = owner.sql("select distinct record_type from event order by 1")
                    .query(String.class)
                    .list();
            assertThat(kinds).contains("contact", "assessment", "child-protection-plan", "visit");
            Map<String, Object> before = counts(owner);
            List<Integer> told = new ArrayList<>();

            new CopiedFamilies(connection, new CopiedWorkforce(16, 2, 2)).copy(COPIES, told::add);

            assertThat(told).containsExactly(10, 12);
            before.forEach((table, count) ->
                    assertThat(counts(owner)).as(table).containsEntry(table, (Long) count * (COPIES + 1)));
            UUID child = owner.sql(
                            "select p.person from child_protection_plan p join allocation a on a.person = p.person"
                                    + " where p.state = 'in-force' and a.account = 'social-worker' order by p.id limit 1")
                    .query(UUID.class)
                    .single();
            UUID copy = copied(owner, child);
            assertThat(story(owner, copy)).isEqualTo(story(owner, child)).hasSizeGreaterThan(20);
            assertThat(clocks(owner, copy)).isEqualTo(clocks(owner, child)).hasSizeGreaterThan(3);
            List<String> numbers = owner.sql("select nhs_number from person where nhs_number <> ''")
                    .query(String.class)
                    .list();
            assertThat(numbers)
                    .hasSizeGreaterThan(LIVED * COPIES)
                    .doesNotHaveDuplicates()
                    .allMatch(number -> NhsNumber.parse(number).isPresent())
                    .allMatch(number -> number.startsWith("999"));

            String worker = visit(application, owner, child);
            String other = visit(application, owner, copy);

            assertThat(worker).isEqualTo("social-worker");
            assertThat(other).startsWith("social-worker-");
            assertThat(story(owner, copy)).isEqualTo(story(owner, child));
            assertThat(clocks(owner, copy)).isEqualTo(clocks(owner, child));
            String family = owner.sql("select family_name from person where id = ?")
                    .param(copy)
                    .query(String.class)
                    .single();
            assertThat(found(application, other, family)).contains(copy);
            assertThat(found(application, worker, family)).doesNotContain(copy);
            assertThat(owner.sql(
                                    "select count(distinct family_name) from person where id in (select person from contact)")
                            .query(Integer.class)
                            .single())
                    .isGreaterThan(100);
        }
    }

    /** One more visit, by whoever is allocated. */
    private static String visit(ConfigurableApplicationContext application, JdbcClient owner, UUID child) {
        String worker = owner.sql(
                        "select account from allocation where person = ? and duty = 'ALLOCATED_WORKER' and ended is null")
                .param(child)
                .query(String.class)
                .single();
        UUID plan = owner.sql("select id from child_protection_plan where person = ? and state = 'in-force'")
                .param(child)
                .query(UUID.class)
                .single();
        LivedClock.at(
                NOW,
                () -> application
                        .getBean(MadeUpAccounts.class)
                        .act(
                                worker,
                                () -> application
                                        .getBean(TypedRecords.class)
                                        .add(
                                                "visit",
                                                List.of(child),
                                                plan,
                                                Map.of("visited", "12/6/2024", "seen", "ALONE"))));
        return worker;
    }

    private static List<UUID> found(ConfigurableApplicationContext application, String account, String words) {
        List<UUID> found = new ArrayList<>();
        application
                .getBean(MadeUpAccounts.class)
                .act(
                        account,
                        () -> found.addAll(application
                                .getBean(JdbcClient.class)
                                .sql("select person from search_people(?, 200, 0) where standing = 'SEEN'")
                                .param(words)
                                .query(UUID.class)
                                .list()));
        return found;
    }

    private static UUID copied(JdbcClient owner, UUID person) {
        return owner.sql("select pg_temp.copied(?, ?)")
                .params(person, COPY)
                .query(UUID.class)
                .single();
    }

    private static List<Map<String, Object>> story(JdbcClient owner, UUID person) {
        return owner.sql(
                        "select record_type, name, on_day, at_time, summary, known_from, known_until from event where person = ?"
                                + " order by known_from, name, on_day, known_until")
                .param(person)
                .query()
                .listOfRows();
    }

    private static List<Map<String, Object>> clocks(JdbcClient owner, UUID person) {
        return owner.sql(
                        "select clock, sequence, started_on, due_on, due_at, met_on, void_on, known_from, known_until"
                                + " from watched_clock where person = ? order by known_from, clock, sequence, due_on, known_until")
                .param(person)
                .query()
                .listOfRows();
    }

    private static Map<String, Object> counts(JdbcClient owner) {
        return owner.sql(
                        "select (select count(*) from person) person, (select count(*) from contact) contact, (select count(*) from event) event,"
                                + " (select count(*) from watched_clock) watched_clock, (select count(*) from assessment_history) assessment_history,"
                                + " (select count(*) from pathway_move) pathway_move, (select count(*) from person_search) person_search")
                .query()
                .singleRow();
    }

    private static Connection owner(ConfigurableApplicationContext application, Path home)
            throws IOException, SQLException {
        String url;
        try (Connection connection = application.getBean(DataSource.class).getConnection()) {
            url = connection.getMetaData().getURL();
        }
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("database.secrets"), StandardCharsets.UTF_8)) {
            secrets.load(reader);
        }
        Connection owner = DriverManager.getConnection(url, "golden_thread_owner", secrets.getProperty("owner"));
        JdbcClient.create(new SingleConnectionDataSource(owner, true))
                .sql(
                        "select set_config('golden_thread.account', 'importer', false), set_config('golden_thread.rights', ' SYSTEM ', false),"
                                + " set_config('golden_thread.at', '2024-06-12T12:00:00Z', false)")
                .query()
                .singleRow();
        return owner;
    }
}
