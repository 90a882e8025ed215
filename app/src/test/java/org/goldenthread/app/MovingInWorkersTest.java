package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Who works with the children, brought along from an extract: matched by a person, allocated by the cut-over, withdrawn by the way back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MovingInWorkersTest {

    private static final MovableClock CLOCK = new MovableClock("2024-04-02T09:00");
    private static final String AS_AT = "31/3/2024";
    private static final Map<String, String> ON = Map.of("on", "2/4/2024");
    private static final String NEED = "child-in-need";
    private static final String CARE = "looked-after";
    /** Of whom there is one in the area; of 81002 the case is closed, and 81003 is looked after too. */
    private static final String STANDING = """
            select string_agg(concat_ws(' ', m.number, a.duty, a.team, a.account, a.started, a.ended), '; '
                order by m.number, a.duty, a.started)
            from allocation a join mirror_person m on m.person = a.person and m.area = 'CHILDREN_IN_NEED' where not a.withdrawn""";

    private static final String AS_CUT_OVER = "81001 ALLOCATED_WORKER assessment-team social-worker 2023-09-01; "
            + "81001 FURTHER_WORKER early-help-team early-help-worker 2024-02-01; "
            + "81001 REVIEWING_OFFICER reviewing-service reviewing-officer 2023-07-05; "
            + "81003 ALLOCATED_WORKER early-help-team early-help-manager 2021-05-01 2021-06-01; "
            + "81003 ALLOCATED_WORKER assessment-team social-worker 2022-01-10";

    private static RunningApplication application;
    private static String known;
    private static String restricted;

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(CLOCK);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @Order(1)
    void whoeverWorksWithTheChildrenIsMatchedByAPersonBeforeAnythingIsAllocated() throws IOException, SQLException {
        sql("update account set social_work_number = 'SW123456' where name = 'social-worker'");
        Practitioner door = as("front-door-manager");
        known = door.newPupil("Loveday", "Trewhella", "14/5/2013", "V201200001001");
        restricted = door.newPupil("Rosabel", "Carlyon", "9/9/2012", "Y201200001003");
        door.restrict(restricted);
        MovingSteps need = imported(NEED, "Talan Hocking");
        assertThat(need.read())
                .contains("Who works with the children</a>: 6 workers")
                .contains("1 row of ssd_involvements of children who are not of this area")
                .contains("invo_involvement_start_date")
                .contains("is before invo_involvement_start_date");
        assertThat(as("service-manager").read("/people/" + known))
                .contains("Allocated Case Worker: Senara Pascoe, Assessment team");
        // Nobody sees more for it before the cut-over.
        assertThat(as("social-worker").read("/people/" + known)).doesNotContain("Senara Pascoe");

        String page = workers(NEED);
        assertThat(page)
                .contains("To decide: 5")
                .contains("Social worker (made up) (social-worker), Assessment team: the registration number agrees")
                .contains("Reviewing officer (made up) (reviewing-officer), Reviewing service: the staff number agrees")
                .contains("Early help worker (made up) (early-help-worker), Early help team: the name agrees")
                .contains(
                        "The account administrator has the role Administrator, which has no right to children’s records")
                .contains("No one account agrees")
                .contains("With no children now: 1")
                .contains("Not known: decide")
                .contains("Left without a worker as things stand: 4 children");

        assertThat(refused("P5", "assessment-team|administrator")).contains("no right to children’s records");
        assertThat(refused("P2", "assessment-team|reviewing-officer")).contains("is not in the team Assessment team");
        assertThat(refused("P4", "")).contains("Choose whom their children go to");
        assertThat(refused("P4", "no-such-team|")).contains("There is no team no-such-team");
        sql("update account set enabled = false where name = 'early-help-worker'");
        assertThat(refused("P3", "early-help-team|early-help-worker")).contains("is switched off");
        sql("update account set enabled = true where name = 'early-help-worker'");
        assertThat(as("service-manager")
                        .visitor()
                        .post("/moving-in/" + NEED + "/workers/role", Map.of("role", "Family Support Worker"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(application.ask("select count(*) from mirror_worker where decision <> ''"))
                .isEqualTo("0");

        decideInABrowser();
        decided("P4", "nobody");
        decided("P6", "early-help-team|early-help-manager");
        assertThat(application.ask(
                        "select count(*) from audit_log where action like 'Decided whom the children of a worker%'"))
                .isEqualTo("7");
        assertThat(
                        application.ask(
                                "select detail from audit_log where action like 'Decided whom the children of a worker%' and detail like 'P1 %'"))
                .isEqualTo(
                        "P1 Senara Pascoe, with 3 children now, is Social worker (made up) (social-worker), Assessment team");
        assertThat(workers(NEED))
                .contains("To decide: 1")
                .contains(
                        "Never ended in the present system although the child’s case is closed, and so not taken: 1 involvement")
                .contains("Left without a worker as things stand: 3 children");
    }

    /** As whoever moves in does it, at the width of a desk and of a telephone. */
    private static void decideInABrowser() {
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='service-manager']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address("/moving-in/" + NEED + "/workers"));
            PageCheck.assertFaultless(page, "moving-in-workers");
            page.getByText("Those ticked are who it says").click();
            assertThat(page.locator(".govuk-error-summary").innerText()).contains("Tick the workers");
            PageCheck.assertFaultless(page, "moving-in-workers-error");
            page.getByText("All 2 whose number agrees are who it says").click();
            page.waitForSelector("text=To decide: 3");
            page.locator("label:has-text('the name agrees')").click();
            page.getByText("Those ticked are who it says").click();
            page.waitForSelector("text=To decide: 2");
            page.locator("form:has(input[value='Family Support Worker']) select")
                    .selectOption("FURTHER_WORKER");
            page.locator("form:has(input[value='Family Support Worker']) button")
                    .click();
            page.waitForSelector("td:has-text('Further worker')");
            PageCheck.assertFaultless(page, "moving-in-workers-decided");
            page.locator("#numbers").fill("81005, 99999");
            page.getByText("Keep them back").click();
            page.waitForSelector("#numbers-error:has-text('No child of the mirror has the number 99999')");
            PageCheck.assertFaultless(page, "moving-in-workers-kept-back-error");
            page.locator("#numbers").fill("81005");
            page.getByText("Keep them back").click();
            page.waitForSelector("text=Left without a worker as things stand: 3 children");
            page.navigate(application.address("/moving-in/" + NEED + "/workers/one?worker=P4"));
            PageCheck.assertFaultless(page, "moving-in-worker");
            page.getByText("Save").click();
            page.waitForSelector("#whom-error");
            PageCheck.assertFaultless(page, "moving-in-worker-error");
        }
    }

    @Test
    @Order(2)
    void aRefreshedMirrorKeepsWhatWasDecidedUnlessTheWorkerIsAnother() throws IOException {
        imported(NEED, "Talan Rowe");
        assertThat(workers(NEED))
                .contains("To decide: 2")
                .contains("Decided: 4")
                .contains("Talan Rowe");
        decided("P2", "reviewing-service|reviewing-officer");
        assertThat(application.ask("select duty from mirror_worker_role where role = 'Family Support Worker'"))
                .isEqualTo("FURTHER_WORKER");
    }

    @Test
    @Order(3)
    void theCutOverAllocatesThoseMatchedAndLeavesTheOthersWithNobody() throws SQLException {
        Practitioner manager = as("service-manager");
        MovingSteps need = new MovingSteps(manager, NEED);
        assertThat(need.read())
                .contains("The cut-over allocates 2 children")
                .contains("3 children stay without the worker that they have in the present system")
                .contains("Open now, with nobody allocated: 81004, 81005");
        assertThat(as("social-worker").read("/people/" + known)).doesNotContain("Loveday");
        sql("update account set enabled = false where name = 'reviewing-officer'");
        assertThat(need.refused("cut-over", ON)).contains("The account reviewing-officer is switched off");
        sql("update account set enabled = true where name = 'reviewing-officer'");
        assertThat(application.ask("select count(*) from allocation")).isEqualTo("0");

        need.done("cut-over", ON);
        assertThat(application.ask(STANDING)).isEqualTo(AS_CUT_OVER);
        // On the first morning it is still to be seen whom nobody has.
        assertThat(need.read()).contains("Open when it was imported, with nobody allocated yet: 81004, 81005");
        CLOCK.set("2024-04-02T10:00");
        Practitioner worker = as("social-worker");
        assertThat(worker.read("/people/" + known))
                .contains("Loveday Trewhella")
                .doesNotContain("not the record");
        assertThat(worker.read("/people/" + known + "/chronology")).contains("Allocated to the Assessment team");
        assertThat(as("reviewing-officer").read("/people/" + known)).contains("Loveday Trewhella");
        // The social care file stays closed to early help, and a restricted one to whoever is not named on it.
        assertThat(worker.read("/people/" + known + "/chronology")).contains("eferral");
        assertThat(as("early-help-worker").read("/people/" + known + "/chronology"))
                .contains("Loveday")
                .doesNotContain("eferral");
        assertThat(worker.read("/people/" + restricted)).contains("The duty head of service");
        String closed = application.ask("select id from person where local_number = '81002'");
        assertThat(worker.read("/people/" + closed)).doesNotContain("Jory");
        assertThat(workers(NEED)).contains("Allocations made").doesNotContain("name=\"duty\"");
        assertThat(refused("P5", "nobody")).contains("This area is cut over");
    }

    @Test
    @Order(4)
    void anotherAreaStandsOnTheSameAllocationsAndItsWayBackLeavesThem() throws IOException {
        MovingSteps care = imported(CARE, "Talan Rowe");
        String page = workers(CARE);
        assertThat(page)
                .contains("Social worker (made up) (social-worker), Assessment team: as decided for Children in need");
        for (String worker : new String[] {"P1", "P6"}) {
            decided(
                    CARE,
                    worker,
                    worker.equals("P1") ? "assessment-team|social-worker" : "early-help-team|early-help-manager");
        }
        String run = care.start("cut-over", ON);
        assertThat(care.waited(run)).contains("; 2 allocations were not made, because the record has such already");
        assertThat(application.ask(STANDING)).isEqualTo(AS_CUT_OVER);
        assertThat(care.read()).doesNotContain("Allocations:");
        care.done("back", Map.of("reason", "A rehearsal"));
        assertThat(application.ask(STANDING)).isEqualTo(AS_CUT_OVER);
    }

    @Test
    @Order(5)
    void theWayBackWithdrawsThemButNotWhatWasDecidedHereSince() {
        Practitioner manager = as("service-manager");
        CLOCK.set("2024-04-03T10:00");
        manager.allocate(known, "assessment-team|team-manager", "ALLOCATED_WORKER");
        MovingSteps need = new MovingSteps(manager, NEED);
        assertThat(need.read())
                .contains("Allocations: 4")
                .contains("Recorded since beside it, and stays: 2")
                .contains("/people/" + known + "/access");
        need.done("back", Map.of("reason", "A rehearsal"));
        String left = "81001 ALLOCATED_WORKER assessment-team social-worker 2023-09-01 2024-04-03; "
                + "81001 ALLOCATED_WORKER assessment-team team-manager 2024-04-03";
        assertThat(application.ask(STANDING)).isEqualTo(left);
        assertThat(as("reviewing-officer").read("/people/" + known)).doesNotContain("Loveday");
        assertThat(workers(NEED)).contains("Decided: 5");

        // What the record has by now stands, and the rest is made again.
        String run = need.start("cut-over", Map.of("on", "3/4/2024"));
        assertThat(need.waited(run)).contains("and 4 allocations; 1 allocation was not made");
        assertThat(application.ask(STANDING))
                .isEqualTo(left + AS_CUT_OVER.substring(AS_CUT_OVER.indexOf("; 81001 FURTHER_WORKER")));
    }

    private static MovingSteps imported(String area, String officer) throws IOException {
        Path folder = Files.createTempDirectory("workers");
        write(folder, "ssd_person", """
                pers_person_id,pers_forename,pers_surname,pers_sex,pers_ethnicity,pers_dob,pers_common_child_id,pers_upn_unknown
                81001,Loveday,Trewhella,F,WBRI,2013-05-14,,
                81002,Jory,Angwin,M,WBRI,2011-02-01,,UN7
                81003,Rosabel,Carlyon,F,WBRI,2012-09-09,,
                81004,Tamsin,Wintle,F,WBRI,2014-09-09,,UN7
                81005,Elowen,Rosewarne,F,WBRI,2015-09-09,,UN7
                """);
        write(folder, "ssd_linked_identifiers", """
                link_table_id,link_person_id,link_identifier_type,link_identifier_value
                L1,81001,Unique Pupil Number,V201200001001
                L2,81003,Unique Pupil Number,Y201200001003
                """);
        write(folder, "ssd_cin_episodes", """
                cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_reason,cine_close_date
                R1,81001,2023-05-10,N1,1B,N,,
                R2,81002,2023-06-01,N5,6,N,RC9,2023-09-01
                R3,81003,2021-04-01,N5,6,N,,
                R4,81004,2024-02-20,N5,6,N,,
                R5,81005,2024-02-20,N5,6,N,,
                """);
        write(folder, "ssd_cla_episodes", """
                clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_entered_care_date
                E1,81003,2022-01-10,S,N5,,,K1,2022-01-10
                """);
        write(folder, "ssd_department", """
                dept_team_id,dept_team_name
                D1,Assessment team
                D2,Reviewing service
                """);
        write(folder, "ssd_professionals", """
                prof_professional_id,prof_staff_id,prof_professional_name,prof_social_worker_registration_no,prof_professional_job_title,prof_professional_department
                P1,E100,Senara Pascoe,SW 123456,Social Worker,D1
                P2,reviewing-officer,%s,,Independent Reviewing Officer,D2
                P3,E300,"Worker, Help Early",,Family Support Worker,
                P4,E400,Merryn Keast,SW999999,Social Worker,D1
                P5,administrator,Piran Nance,,Business support,
                P6,E600,Kerensa Opie,,Social Worker,D1
                """.formatted(officer));
        write(folder, "ssd_involvements", """
                invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_involvement_start_date,invo_involvement_end_date,invo_worker_change_reason,invo_person_id,invo_referral_id
                I1,P4,Social Worker,D1,2023-05-10,2023-09-01,,81001,R1
                I2,P1,Allocated Case Worker,D1,2023-09-01,,,81001,R1
                I3,P2,IRO,D2,2023-07-05,,,81001,R1
                I4,P1,Allocated Case Worker,D1,2023-06-01,,,81002,R2
                I5,P1,Social Worker,D1,2022-01-10,,,81003,R3
                I6,P4,Social Worker,D1,2024-01-05,,,81003,R3
                I7,P3,Family Support Worker,,2024-02-01,,,81001,R1
                I8,P1,Social Worker,D1,2024-13-01,,,81004,R4
                I9,P1,Social Worker,D1,2024-01-01,,,89999,R9
                I10,P5,Social Worker,,2024-03-01,,,81004,R4
                I11,P6,Social Worker,D1,2021-05-01,2021-06-01,,81003,R3
                I13,P1,Social Worker,D1,2024-02-20,,,81005,R5
                I12,P6,Social Worker,D1,2021-05-01,2021-04-01,,81004,R4
                """);
        MovingSteps steps = new MovingSteps(as("service-manager"), area);
        assertThat(steps.importFiles(AS_AT, "extract.zip", Zips.of(folder))).contains(": done");
        return steps;
    }

    private static String workers(String area) {
        return as("service-manager").read("/moving-in/" + area + "/workers");
    }

    private static HttpResponse<String> post(String area, String worker, String whom) {
        Practitioner manager = as("service-manager");
        Map<String, String> fields = new HashMap<>();
        fields.put("worker", worker);
        fields.put("whom", whom);
        fields.put(
                "seen",
                application.ask("select import from mirror where area = '"
                        + (area.equals(NEED) ? "CHILDREN_IN_NEED" : "LOOKED_AFTER") + "'"));
        return manager.visitor().post("/moving-in/" + area + "/workers/one", fields);
    }

    private static String refused(String worker, String whom) {
        HttpResponse<String> answer = post(NEED, worker, whom);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    private static void decided(String worker, String whom) {
        decided(NEED, worker, whom);
    }

    private static void decided(String area, String worker, String whom) {
        assertThat(Practitioner.location(post(area, worker, whom))).endsWith("/workers");
    }

    private static void sql(String sql) throws SQLException {
        try (Connection superuser = application.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }

    private static void write(Path folder, String table, String rows) throws IOException {
        Files.writeString(folder.resolve(table + ".csv"), rows);
    }
}
