package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.cpis.CpisRuns;
import org.goldenthread.app.database.AsSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the NHS is told of whom, on edge days; what goes on after a failure; what is told of nobody. */
class CpisTest {

    private static final MovableClock CLOCK = new MovableClock("2024-06-03T01:59");

    private static RunningApplication application;
    private static JdbcClient jdbc;
    private static NhsServer nhs;
    private static Path token;

    @BeforeAll
    static void start() throws Exception {
        application = RunningApplication.demoWithClock(CLOCK);
        jdbc = application.bean(JdbcClient.class);
        nhs = new NhsServer();
        token = application.home().resolve("nhs.token");
        Files.writeString(token, NhsServer.TOKEN + "\n");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    }

    @AfterAll
    static void stop() {
        application.close();
        nhs.close();
    }

    @Test
    void theNhsIsToldOfPlansAndCareAndOfNothingElse() throws Exception {
        Practitioner manager = new Practitioner(application, "front-door-manager");
        String onPlan = manager.newPerson("Kerra", "Nance", "9/9/2015", number(1));
        planFor(onPlan, "2024-03-01");
        // Ended on 3 June 2023, 12 months before to the day; on 2 June 2023, a day too early.
        String left = manager.newPerson("Jory", "Bolitho", "3/2/2012", number(2));
        care(manager, left, "10/1/2023", "3/6/2023");
        String longLeft = manager.newPerson("Wenna", "Tregear", "12/9/2014", number(3));
        care(manager, longLeft, "10/1/2023", "2/6/2023");
        String mother = manager.newPerson("Demelza", "Rosewarne", "1/4/1995", number(4));
        String unborn = Practitioner.idOf(manager.visitor()
                .post(
                        "/people/new",
                        Map.of(
                                "familyName",
                                "Rosewarne",
                                "expected",
                                "1/8/2024",
                                "token",
                                UUID.randomUUID().toString(),
                                "confirmed",
                                "true")));
        manager.add(unborn, "relationship", "", Map.of("other", mother, "kind", "MOTHER"));
        planFor(unborn, "2024-05-01");
        String restricted = manager.newPerson("Tamsyn", "Vellan", "3/3/2020", number(5));
        care(manager, restricted, "2/3/2024", "");
        manager.restrict(restricted);
        String nameless = manager.newPerson("Osric", "Penrose", "1/1/2015");
        planFor(nameless, "2024-04-02");
        String hidden = manager.newPerson("Merryn", "Skewes", "1/1/2016");
        planFor(hidden, "2024-04-03");
        manager.restrict(hidden);
        Practitioner named = new Practitioner(application, "service-manager");
        String adopted = named.newPerson("Lamorna", "Teague", "7/7/2019", number(6));
        care(manager, adopted, "1/2/2023", "4/3/2024");

        // Not before its time, and not with a token that others may read.
        CpisRuns.onTime(application, CLOCK, nhs.address(), token);
        assertThat(nhs.files).isEmpty();
        CLOCK.set("2024-06-03T02:00");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(this::onTime).hasMessageContaining("may be read by others");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        // What stopped is not tried again within the hour; then it is, and a service that is busy once is asked again.
        onTime();
        assertThat(nhs.files).isEmpty();
        CLOCK.set("2024-06-03T03:01");
        nhs.failures.add(503);
        // It takes the file, and cannot say so: the same file comes again and counts once.
        nhs.breaksAfter = true;
        onTime();
        assertThat(nhs.files).containsExactly("41");
        assertThat(nhs.store)
                .containsOnly(
                        Map.entry("CPP " + number(1) + " 202403010000", ""),
                        Map.entry("LAC " + number(2) + " 202301100000", "202306030000"),
                        Map.entry("UCP " + number(4) + " 202405010000", "202408010000"),
                        Map.entry("LAC " + number(5) + " 202403020000", ""),
                        Map.entry("LAC " + number(6) + " 202302010000", "202403040000"));
        for (String child : List.of(onPlan, left, unborn, restricted, adopted)) {
            assertThat(logged(child, "Told the NHS of a plan or looked-after status"))
                    .isEqualTo(1);
            assertThat(logged(child, "The NHS accepted what it was told")).isEqualTo(1);
        }
        assertThat(logged(nameless, "Told the NHS of a plan or looked-after status"))
                .isZero();

        // Once a day. On the next nothing has changed, but that the first that ended is 12 months and a day ago.
        onTime();
        assertThat(nhs.files).containsExactly("41");
        CLOCK.set("2024-06-04T02:00");
        onTime();
        assertThat(nhs.files).containsExactly("41", "42");
        assertThat(of(number(2))).isEmpty();

        // Born on 3 June: until then under the mother's number, from then under the child's own, for which it has to
        // wait.
        named = new Practitioner(application, "service-manager");
        born(named, unborn, "3/6/2024", "");
        CLOCK.set("2024-06-05T02:00");
        onTime();
        assertThat(nhs.store)
                .containsEntry("UCP " + number(4) + " 202405010000", "202406030000")
                .doesNotContainKey("CPP " + number(4) + " 202405010000");
        named = new Practitioner(application, "service-manager");
        born(named, unborn, "3/6/2024", number(7));
        // The adopted child's number before adoption is taken back, and nothing is sent under the new.
        Practitioner.location(named.visitor()
                .post(
                        "/people/" + adopted + "/sealed",
                        Map.of(
                                "givenName", "Lamorna",
                                "familyName", "Fairweather",
                                "born", "7/7/2019",
                                "nhsNumber", number(8),
                                "reason", "Adoption order, Family Court, 4 March 2024",
                                "members", "team-manager",
                                "token", UUID.randomUUID().toString())));
        // The service will not have the first child; the others go, and it is said why.
        nhs.refused = number(7);
        CLOCK.set("2024-06-06T02:00");
        onTime();
        assertThat(of(number(6))).isEmpty();
        assertThat(of(number(8))).isEmpty();
        assertThat(of(number(7))).isEmpty();
        assertThat(logged(unborn, "The NHS refused what it was told")).isEqualTo(1);
        assertThat(questioned(unborn)).isEqualTo(1);

        Practitioner manages = new Practitioner(application, "service-manager");
        String numberOf = AsSystem.call(() -> jdbc.sql("select local_number from person where id = ?::uuid")
                .param(nameless)
                .query(String.class)
                .single());
        assertThat(manages.read("/cp-is"))
                .contains(numberOf)
                .contains("The NHS number is missing")
                .contains("Restricted record. Ask: The duty head of service")
                .contains("Refused by the NHS: no one has this NHS number (CPR01)")
                .contains("Nothing is sent until whoever runs the server has set")
                .contains("GOLDENTHREAD_CPIS_DUTYPHONE")
                .doesNotContain("Skewes")
                .doesNotContain(hidden)
                .doesNotContain("Fairweather");
        assertThat(logged(nameless, "Listed as somebody of whom the NHS could not be told"))
                .isEqualTo(1);

        // Everything, where everything is asked for; without its token, nothing. What was cut short goes again whole,
        // under another number.
        nhs.refused = "";
        nhs.store.clear();
        CpisRuns.whole(application, nhs.address(), token);
        assertThat(nhs.store)
                .containsOnly(
                        Map.entry("CPP " + number(1) + " 202403010000", ""),
                        Map.entry("UCP " + number(4) + " 202405010000", "202406030000"),
                        Map.entry("CPP " + number(7) + " 202406030000", ""),
                        Map.entry("LAC " + number(5) + " 202403020000", ""));
        assertThat(nhs.files.getLast()).isEqualTo("45");
        Files.writeString(token, "another");
        assertThatThrownBy(() -> CpisRuns.whole(application, nhs.address(), token))
                .hasMessageContaining("NHS service does not know the token (401)");
        Files.writeString(token, NhsServer.TOKEN);
        nhs.store.clear();
        CLOCK.set("2024-06-06T03:01");
        onTime();
        assertThat(nhs.files.getLast()).isEqualTo("47");
        assertThat(nhs.store).hasSize(4);
        CLOCK.set("2024-06-07T02:00");
        assertThatThrownBy(() -> CpisRuns.onTime(application, CLOCK, URI.create("http://nhs.example/x"), token))
                .hasMessageContaining("over https alone");
    }

    @Test
    void theCommandSaysWhatItWants() {
        assertThat(CpisRuns.command("--data", "no-such-folder")).isEqualTo(2);
        assertThat(CpisRuns.command("--everything")).isEqualTo(2);
    }

    @Test
    void itsPageIsFaultless() {
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='service-manager']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address("/cp-is"));
            PageCheck.assertFaultless(page, "cp-is");
        }
    }

    private void onTime() throws Exception {
        CpisRuns.onTime(application, CLOCK, nhs.address(), token);
    }

    /** What the NHS holds under a number. */
    private static String of(String number) {
        return nhs.store.keySet().stream()
                .filter(plan -> plan.contains(number))
                .findFirst()
                .orElse("");
    }

    private static long questioned(String child) {
        return AsSystem.call(() -> jdbc.sql(
                        "select count(*) from nhs_number_check where person = ?::uuid and state = 'to-be-checked'")
                .param(child)
                .query(Long.class)
                .single());
    }

    private static void care(Practitioner worker, String child, String began, String ended) {
        worker.add(
                child,
                "period-of-care",
                "",
                ended.isEmpty()
                        ? Map.of("began", began)
                        : Map.of("began", began, "ended", ended, "reasonEnded", "E4A"));
    }

    private static void born(Practitioner worker, String child, String born, String number) {
        int version = AsSystem.call(() -> jdbc.sql("select version from person where id = ?::uuid")
                .param(child)
                .query(Integer.class)
                .single());
        Practitioner.location(worker.change(
                "/records/person/" + child,
                version,
                Map.of("givenName", "Elowen", "familyName", "Rosewarne", "born", born, "nhsNumber", number)));
    }

    /** A plan that stands, which a conference would lead to; how it is made is the affair of other tests. */
    private static UUID planFor(String child, String began) {
        return AsSystem.callFor(
                "reviewing-officer",
                () -> jdbc.sql("""
                        insert into child_protection_plan (id, person, state, version, known_from, known_by, known_by_post, began, first_category)
                        values (gen_random_uuid(), ?::uuid, 'in-force', 1, acting_at(), '', 'Reviewing officer', ?::date, 'NEG') returning id
                        """).params(child, began).query(UUID.class).single());
    }

    private static long logged(String child, String action) {
        return AsSystem.call(() -> jdbc.sql("select count(*) from audit_log where subject = ? and action = ?")
                .params(child, action)
                .query(Long.class)
                .single());
    }

    /** A number that passes the check, and that no patient has: those that begin with 999 are kept for tests. */
    private static String number(int which) {
        for (int tail = which * 50; ; tail++) {
            String nine = "999%06d".formatted(tail);
            int sum = 0;
            for (int position = 0; position < 9; position++) {
                sum += (10 - position) * (nine.charAt(position) - '0');
            }
            int check = (11 - sum % 11) % 11;
            if (check < 10) {
                return nine + check;
            }
        }
    }
}
