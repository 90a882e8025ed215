package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.goldenthread.app.cpis.CpisRuns;
import org.goldenthread.app.database.AsSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By way of a MESH client's folders: what lies in the outbox, and what becomes of what lies in the inbox. */
class CpisAnswersTest {

    private static final MovableClock CLOCK = new MovableClock("2024-06-03T02:00");
    private static final String FIRST = "9990000018";
    private static final String SECOND = "9990000026";
    private static final String LOOKED = "St Piran Hospital, Emergency Department looked at CP-IS";

    private static RunningApplication application;
    private static JdbcClient jdbc;
    private static Path outbox;
    private static Path inbox;

    @BeforeAll
    static void start() throws IOException {
        application = RunningApplication.demoWithClock(CLOCK);
        jdbc = application.bean(JdbcClient.class);
        outbox = Files.createDirectories(application.home().resolve("mesh-out"));
        inbox = Files.createDirectories(application.home().resolve("mesh-in"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void whatTheNhsAnswersBecomesWorkForWhoeverWorksWithTheChild() throws Exception {
        Practitioner door = new Practitioner(application, "front-door-manager");
        String onPlan = door.newPerson("Kerra", "Nance", "9/9/2015", FIRST);
        planFor(onPlan, "2024-03-01");
        door.allocate(onPlan, "assessment-team|social-worker", "ALLOCATED_WORKER");
        String restricted = door.newPerson("Jory", "Bolitho", "3/2/2012", SECOND);
        door.add(restricted, "period-of-care", "", Map.of("began", "10/1/2024"));
        door.restrict(restricted);

        // Nothing is sent while something is not set, and it is said what.
        CpisRuns.onTimeUnfinished(application, CLOCK, outbox, inbox);
        assertThatThrownBy(() -> CpisRuns.unfinished(application, outbox, inbox))
                .hasMessage("Nothing is sent until this is set: The telephone number of the emergency duty team"
                        + " (GOLDENTHREAD_CPIS_DUTYPHONE).");
        assertThat(names(outbox)).isEmpty();
        onTime();
        assertThat(names(outbox)).containsExactly("933_CPIS41.ctl", "933_CPIS41.dat");
        assertThat(outbox.resolve("933_CPIS41.ctl"))
                .hasContent("<DTSControl><Version>1.0</Version><AddressType>DTS</AddressType>"
                        + "<MessageType>Data</MessageType><WorkflowId>MADE_UP_UPLOAD</WorkflowId>"
                        + "<To_DTS>X26NHSCPIS</To_DTS><From_DTS>X26MADEUP</From_DTS><Subject>CP-IS upload 41</Subject>"
                        + "<LocalId>CPIS41</LocalId><Compress>Y</Compress><AllowChunking>Y</AllowChunking>"
                        + "<Encrypted>N</Encrypted></DTSControl>");
        assertThat(Files.readString(outbox.resolve("933_CPIS41.dat")))
                .contains("<transmissionQuantity value=\"2\"/>")
                .contains(FIRST)
                .contains(SECOND);
        // Not answered yet, it stands as told.
        CLOCK.set("2024-06-04T02:00");
        onTime();
        assertThat(names(outbox)).hasSize(2);

        acknowledgeOneRefused(onPlan, restricted);
        tellWhoLooked(onPlan, restricted);
        tellOfANumberNoLongerInUse(onPlan);
        leaveAloneWhatIsNotTheirs();
        itsPageIsFaultless();
        sendWhatWasCutShortWhole();
    }

    /** The first child's record is refused, the second's taken; the same answer twice counts once. */
    private static void acknowledgeOneRefused(String refused, String taken) throws Exception {
        String said = resource("acknowledgement.xml").replace("@file@", "41").replace("@refused@", FIRST);
        receive("a", "MADE_UP_ANSWER", said);
        receive("b", "MADE_UP_ANSWER", said);
        onTime();
        assertThat(names(inbox)).isEmpty();
        assertThat(
                        one(
                                "select string_agg(outcome || ' ' || code, ', ' order by place) from cpis_told where file_number = 41"))
                .isEqualTo("REFUSED CPR05, ACCEPTED ");
        assertThat(one("select count(*) from cpis_answer where kind = 'ACKNOWLEDGEMENT'"))
                .isEqualTo("1");
        assertThat(logged(refused, "The NHS refused what it was told")).isEqualTo(1);
        assertThat(logged(taken, "The NHS accepted what it was told")).isEqualTo(1);
        assertThat(new Practitioner(application, "social-worker").read("/work"))
                .contains("NHS number to check: to be checked");
        // What was refused goes again, and the child's record alone: the other's has not changed.
        CLOCK.set("2024-06-05T02:00");
        onTime();
        assertThat(Files.readString(outbox.resolve("933_CPIS42.dat")))
                .contains("<transmissionQuantity value=\"1\"/>")
                .contains(FIRST)
                .doesNotContain(SECOND);
        assertThat(new Practitioner(application, "service-manager").read("/cp-is"))
                .contains("Taken in part (CPF03). 1 accepted, 1 refused");
    }

    /** Whoever works with the child sees it among their work and in the chronology; of a restricted child only who is named there. */
    private static void tellWhoLooked(String onPlan, String restricted) throws Exception {
        String said = resource("access.xml").replace("@first@", FIRST).replace("@second@", SECOND);
        receive("c", "MADE_UP_NOTICE", said);
        // The same looks in another notification are the same looks.
        receive("d", "MADE_UP_NOTICE", said.replace("4F1E7C52", "4F1E7C53"));
        onTime();
        assertThat(one("select count(*) from nhs_access")).isEqualTo("2");
        Practitioner worker = new Practitioner(application, "social-worker");
        assertThat(worker.read("/work")).contains("NHS setting looked at CP-IS: to be read");
        assertThat(Practitioner.words(worker.read("/people/" + onPlan + "/chronology")))
                .contains(LOOKED)
                .contains("23:15");
        String address = "/records/nhs-access/" + one("select id from nhs_access where person = '" + onPlan + "'");
        assertThat(Practitioner.words(worker.read(address)))
                .contains("3 June 2024")
                .contains("Dr Issey Prideaux, Clinical Practitioner")
                .doesNotContain("Harbour Walk-in Centre");
        // Nobody types one, and nobody changes what the NHS said.
        assertThat(worker.visitor()
                        .get("/people/" + onPlan + "/records/nhs-access/new")
                        .statusCode())
                .isEqualTo(404);
        Practitioner.location(worker.decide(address, "read", "", "5/6/2024"));
        assertThat(worker.read("/work")).doesNotContain("looked at CP-IS: to be read");

        String hidden = "/records/nhs-access/" + one("select id from nhs_access where person = '" + restricted + "'");
        assertThat(new Practitioner(application, "front-door-manager").read(hidden))
                .contains("Harbour Walk-in Centre");
        for (String role : List.of("social-worker", "team-manager", "service-manager")) {
            Practitioner other = new Practitioner(application, role);
            assertThat(other.read(hidden)).as(role).doesNotContain("Harbour");
            assertThat(other.read("/work") + other.read("/work/team")).as(role).doesNotContain("Bolitho");
        }
        assertThat(new Practitioner(application, "service-manager").read("/cp-is"))
                .contains("Looks at CP-IS: 2")
                .doesNotContain("Harbour")
                .doesNotContain("Bolitho");
    }

    private static void tellOfANumberNoLongerInUse(String onPlan) throws Exception {
        receive("e", "MADE_UP_NOTICE", resource("inactive.xml").replace("@first@", FIRST));
        onTime();
        assertThat(one(
                        "select string_agg(reason || '; ' || number_told || '; ' || new_number, ' | ' order by told desc)"
                                + " from nhs_number_check where person = '" + onPlan + "'"))
                .isEqualTo("the NHS number is no longer in use; 999 000 0018; 9990000077"
                        + " | the NHS number was replaced by another (CPR05); 999 000 0018; ");
        Practitioner worker = new Practitioner(application, "social-worker");
        String address = "/records/nhs-number-check/"
                + one("select id from nhs_number_check where new_number <> '' and person = '" + onPlan + "'");
        Practitioner.location(worker.decide(address, "check", "", "5/6/2024"));
        assertThat(one("select state from nhs_number_check where new_number <> ''"))
                .isEqualTo("checked");
    }

    /** A hostile file does nothing but be kept aside; what belongs to others in the same mailbox is not touched. */
    private static void leaveAloneWhatIsNotTheirs() throws Exception {
        String before = one("select count(*) from nhs_access");
        String hostile = resource("access.xml")
                .replace("?>\n", "?>\n<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>\n")
                .replace("St Piran Hospital", "&y;")
                .replace("@first@", FIRST)
                .replace("A0A0A0A0", "B0B0B0B0");
        receive("f", "MADE_UP_NOTICE", hostile);
        receive("g", "SOMEBODY_ELSES", resource("access.xml"));
        Files.writeString(inbox.resolve("h.ctl"), "<!DOCTYPE x [<!ENTITY y \"z\">]><DTSControl>&y;</DTSControl>");
        Files.createSymbolicLink(inbox.resolve("i.dat"), Path.of("/etc/passwd"));
        Files.writeString(inbox.resolve("i.ctl"), control("MADE_UP_ANSWER"));
        onTime();
        assertThat(names(inbox)).containsExactly("g.ctl", "g.dat", "h.ctl", "i.ctl", "i.dat");
        assertThat(one("select count(*) from nhs_access")).isEqualTo(before);
        assertThat(one("select problem from cpis_answer where kind = 'NOT_READ'"))
                .isEqualTo("It has a document type or an entity, which no answer has.");
        assertThat(names(application.home().resolve("cp-is-unread"))).hasSize(1);
        for (String name : names(inbox)) {
            Files.delete(inbox.resolve(name));
        }
    }

    private static void sendWhatWasCutShortWhole() throws Exception {
        // The disk gives way after the number was given: nothing stands as told, and the number is not given again.
        CLOCK.set("2024-06-11T02:00");
        Path inTheWay = outbox.resolve("933_CPIS43.dat.writing");
        Files.createDirectories(inTheWay.resolve("x"));
        assertThatThrownBy(CpisAnswersTest::onTime).isInstanceOf(IOException.class);
        Files.delete(inTheWay.resolve("x"));
        Files.delete(inTheWay);
        Files.writeString(outbox.resolve("933_CPIS43.dat"), "half of it");
        CLOCK.set("2024-06-11T03:01");
        onTime();
        assertThat(names(outbox))
                .contains("933_CPIS44.ctl", "933_CPIS44.dat")
                .doesNotContain("933_CPIS43.dat", "933_CPIS43.ctl");
        // The first child's file 42 was not answered within five days, so it is in the new one.
        assertThat(Files.readString(outbox.resolve("933_CPIS44.dat"))).contains(FIRST);
        // What MESH could not deliver goes again the next night; what the NHS could not look up, after an hour.
        Files.writeString(
                inbox.resolve("j.ctl"),
                "<DTSControl><MessageType>Report</MessageType><WorkflowId>MADE_UP_UPLOAD</WorkflowId>"
                        + "<LocalId>CPIS44</LocalId><StatusRecord><Status>ERROR</Status></StatusRecord></DTSControl>");
        onTime();
        CLOCK.set("2024-06-12T02:00");
        onTime();
        assertThat(names(outbox)).contains("933_CPIS45.dat");
        receive(
                "k",
                "MADE_UP_ANSWER",
                resource("acknowledgement.xml")
                        .replace("@file@", "45")
                        .replace("CPF03", "CPF05")
                        .replace("@refused@", FIRST));
        CLOCK.set("2024-06-12T02:30");
        onTime();
        assertThat(names(outbox)).doesNotContain("933_CPIS46.dat");
        CLOCK.set("2024-06-12T03:01");
        onTime();
        assertThat(names(outbox)).contains("933_CPIS46.dat");
        assertThat(
                        one(
                                "select (count(*) = count(distinct file_number))::text from cpis_sending where file_number is not null"))
                .isEqualTo("true");
        assertThat(new Practitioner(application, "service-manager").read("/cp-is"))
                .contains("Not delivered by MESH")
                .contains("Not taken: the NHS’s register of people could not be asked (CPF05)");
    }

    private static void itsPageIsFaultless() {
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='service-manager']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address("/cp-is"));
            PageCheck.assertFaultless(page, "cp-is-answered");
        }
    }

    private static void onTime() throws IOException, InterruptedException {
        CpisRuns.onTimeByMesh(application, CLOCK, outbox, inbox);
    }

    /** As a MESH client puts it there. */
    private static void receive(String name, String workflow, String content) throws IOException {
        Files.writeString(inbox.resolve(name + ".dat"), content);
        Files.writeString(inbox.resolve(name + ".ctl"), control(workflow));
    }

    private static String control(String workflow) {
        return "<DTSControl><Version>1.0</Version><AddressType>ALL</AddressType><MessageType>Data</MessageType>"
                + "<From_DTS>X26NHSCPIS</From_DTS><To_DTS>X26MADEUP</To_DTS><WorkflowId>" + workflow
                + "</WorkflowId><StatusRecord><Event>TRANSFER</Event><Status>SUCCESS</Status></StatusRecord></DTSControl>";
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(CpisAnswersTest.class.getResourceAsStream("cpis/" + name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String one(String sql) {
        return application.ask(sql);
    }

    private static long logged(String child, String action) {
        return AsSystem.call(() -> jdbc.sql("select count(*) from audit_log where subject = ? and action = ?")
                .params(child, action)
                .query(Long.class)
                .single());
    }

    private static UUID planFor(String child, String began) {
        return AsSystem.callFor(
                "reviewing-officer",
                () -> jdbc.sql("""
                        insert into child_protection_plan (id, person, state, version, known_from, known_by, known_by_post, began, first_category)
                        values (gen_random_uuid(), ?::uuid, 'in-force', 1, acting_at(), '', 'Reviewing officer', ?::date, 'NEG') returning id
                        """).params(child, began).query(UUID.class).single());
    }
}
