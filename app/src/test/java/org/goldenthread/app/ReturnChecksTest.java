package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.goldenthread.app.access.MadeUpAccounts;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.extract.ReturnChecks;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.core.tables.ResourceTable;
import org.goldenthread.returns.check.cin.CinTable;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the SSDA903 and the census would refuse is said while it is typed, beside the answer that it is about, and nothing is saved by it. */
class ReturnChecksTest {

    private static final String WITH_PARENTS = "378";

    private static final MovableClock CLOCK = new MovableClock("2024-02-02T09:00");
    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(CLOCK);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void inABrowserAnImpossiblePlacementIsSaidBesideItsKindWhileTheDraftIsKept() {
        Child child = childInCare("Perran", "Chegwin");
        long looks = looks(child.id);
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            signIn(page, "social-worker");
            page.navigate(
                    application.address("/people/" + child.id + "/records/placement/new?follows=" + child.period));
            assertThat(page.locator(".gt-return-remarks p").count()).isZero();
            page.locator("[name='started']").fill("4/1/2024");
            // Placed with parents, who would need a care order: the child is accommodated under section 20 (rule 378).
            page.locator("[name='kind']").selectOption("P1");
            page.locator("#kind-returns:has-text('error 378')").waitFor();
            assertThat(page.locator("[data-returns-state]").innerText()).contains("You can save all the same");
            assertThat(page.locator("[name='kind']").getAttribute("aria-describedby"))
                    .contains("kind-returns");
            // That earlier permanence is not told is nothing of a placement's (rule 630).
            assertThat(page.locator("main form").innerText()).doesNotContain("630");
            PageCheck.assertFaultless(page, "return-checks-typing");

            page.locator("[name='kind']").selectOption("U6");
            page.locator("#kind-returns:has-text('378')")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            page.locator("[name='provider'][value='PR1']").check();
            page.locator("[name='postcode']").fill("AB1 0AB");
            page.locator("[name='whyHere']").fill("Ten minutes from school.");
            page.locator("[data-draft-state]:has-text('Draft kept at')").waitFor();
            page.locator("main form[data-draft] button:not([name])").last().click();
            page.waitForURL(url -> url.matches(".*/records/placement/[0-9a-f-]{36}"));
            assertThat(page.locator("main").innerText()).doesNotContain("378").contains("Ten minutes from school.");

            page.navigate(application.address("/records/person/" + child.id + "/change"));
            // Born after care began, on 4 January: the page of the person says so beside the date of birth.
            page.locator("[name='born']").fill("20/1/2024");
            page.locator("#born-returns p").first().waitFor();
            assertThat(page.locator("#form-returns p").count()).isZero();
            PageCheck.assertFaultless(page, "return-checks-born");
        }
        // Two forms were typed into for a while: that the child's returns were looked at is logged once for each.
        assertThat(looks(child.id) - looks).isEqualTo(2);
    }

    @Test
    void withoutAScriptTheButtonSaysItTheFormOpensWithItAndThePageThatIsSavedKeepsIt() {
        Child child = childInCare("Lowen", "Angwin");
        Practitioner worker = as("social-worker");
        String form = "/people/" + child.id + "/records/placement/new";
        Map<String, String> typed = new HashMap<>(Map.of(
                "started", "4/1/2024",
                "kind", "P1",
                "follows", child.period,
                "token", UUID.randomUUID().toString(),
                "whyHere", "His mother asks for it."));
        Map<String, String> checked = new HashMap<>(typed);
        checked.put("check", "yes");
        HttpResponse<String> answer = worker.visitor().post(form, checked);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("error " + WITH_PARENTS)
                .contains("You can save all the same")
                .contains("His mother asks for it.");
        assertThat(worker.read("/people/" + child.id + "/returns")).doesNotContain(WITH_PARENTS);
        assertThat(worker.read(form + "?follows=" + child.period)).contains("error " + WITH_PARENTS);

        String saved = Practitioner.location(worker.visitor().post(form, typed));
        assertThat(worker.read(saved)).contains("error " + WITH_PARENTS);
        assertThat(worker.read("/people/" + child.id + "/returns")).contains(WITH_PARENTS);
        // The legal status is the other half of it: its own form says so too, and a care order mends both.
        String status = child.status;
        assertThat(worker.read(status + "/change")).contains("error " + WITH_PARENTS);
        HttpResponse<String> mended = worker.visitor()
                .post(status + "/change/checks", Map.of("started", "4/1/2024", "status", "C2", "version", "1"));
        assertThat(mended.body()).doesNotContain(WITH_PARENTS);
        assertThat(worker.read(saved)).contains("error " + WITH_PARENTS);
    }

    @Test
    void nobodyIsToldOfAFileThatIsNotOpenToThem() {
        Child child = childInCare("Elowen", "Rosewarne");
        Practitioner manager = as("front-door-manager");
        Map<String, String> typed = Map.of(
                "began", "4/1/2024", "kind", "M", "token", UUID.randomUUID().toString());
        String checks = "/people/" + child.id + "/records/missing-episode/new/checks";
        assertThat(as("social-worker").visitor().post(checks, typed).statusCode())
                .isEqualTo(200);
        Practitioner.location(manager.visitor()
                .post(
                        "/people/" + child.id + "/access/restrict",
                        Map.of("kind", "STAFF_FAMILY", "reason", "Daughter of a manager here", "ask", "The director")));
        assertThat(as("emergency-duty-worker").visitor().post(checks, typed).statusCode())
                .isIn(403, 404);
        assertThat(as("early-help-worker").visitor().post(checks, typed).statusCode())
                .isEqualTo(403);
        assertThat(as("analyst").visitor().post(checks, typed).statusCode()).isEqualTo(403);
    }

    @Test
    void theReturnsOfEverybodyAreDrawnFromTheRecordWithWhatIsFoundByRuleAndByWorker() {
        Child child = childInCare("Morwenna", "Hendy");
        as("social-worker")
                .add(
                        child.id,
                        "placement",
                        child.period,
                        Map.of("started", "4/1/2024", "kind", "P1", "whyHere", "Her mother asks for it."));
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            signIn(page, "analyst");
            page.navigate(application.address("/record-returns"));
            PageCheck.assertFaultless(page, "record-returns");
            page.locator("#number").fill("999");
            page.locator("main form button").click();
            page.locator("h1:has-text('Returns as of 2 February 2024')").waitFor();
            assertThat(page.locator("main").innerText())
                    .contains("ssda903-2023-24-csv.zip", "ssda903-2023-24.xml", "cin-2023-24.xml", "annex-a-2024-02-02")
                    .contains("SSDA903 378")
                    .contains("Assessment team")
                    .doesNotContain("Hendy");
            PageCheck.assertFaultless(page, "record-returns-analyst");
            String address = page.url();
            byte[] zip = page.request()
                    .get(address + "/files/ssda903-2023-24-csv.zip")
                    .body();
            assertThat(new String(zip, 0, 2, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .isEqualTo("PK");
            String path = address.replaceAll("^https?://[^/]*", "");
            Practitioner manager = as("service-manager");
            assertThat(manager.read(path)).contains("Morwenna Hendy").doesNotContain("csv.zip");
            assertThat(manager.visitor()
                            .get(path + "/files/ssda903-2023-24-csv.zip")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(as("social-worker").visitor().get(path).statusCode()).isEqualTo(403);
        }
    }

    /** A column that a release adds to a return is either some question's, or said here to be no question's. */
    @Test
    void everyColumnOfTheReturnsIsFedByAQuestionOrFollowsFromSomethingElse() {
        RecordTypes types = application.bean(RecordTypes.class);
        Set<String> columns = new TreeSet<>();
        List.of(Ssda903Table.HEADER, Ssda903Table.EPISODES, Ssda903Table.REVIEWS, Ssda903Table.OC2, Ssda903Table.OC3)
                .forEach(table -> table.fileFields()
                        .forEach(field -> columns.add("ssda903 " + table.label() + "." + field.name())));
        List.of(Ssda903Table.PREV_PERM, Ssda903Table.MISSING, Ssda903Table.SW_EPISODES)
                .forEach(table -> table.fileFields()
                        .forEach(field -> columns.add("ssda903 " + table.label() + "." + field.name())));
        for (CinTable table : CinTable.values()) {
            if (table != CinTable.HEADER && table != CinTable.PRE_PROCEEDINGS) {
                table.fields().forEach(field -> columns.add("cin " + table.label() + "." + field.name()));
            }
        }
        ResourceTable.load(ReturnChecks.class, "return-columns.csv").listRows().forEach(row -> {
            RecordType<?> type = types.getType(row.get("kind"));
            assertThat(type.findField(row.get("field")))
                    .as(row.get("kind") + " " + row.get("field"))
                    .isPresent();
            row.getWords("columns").forEach(column -> {
                String name = row.get("return") + " " + column;
                columns.remove(name);
                String[] parts = column.split("\\.");
                assertThat(
                                row.get("return").equals("cin")
                                        ? Arrays.stream(CinTable.values())
                                                .anyMatch(table -> table.label().equals(parts[0])
                                                        && table.fields()
                                                                .toString()
                                                                .contains(parts[1]))
                                        : Arrays.stream(Ssda903Table.values())
                                                .anyMatch(table -> table.label().equals(parts[0])
                                                        // Columns that are derived of postcodes are put right there
                                                        // too.
                                                        && table.fields()
                                                                .toString()
                                                                .contains(parts[1])))
                        .as(name)
                        .isTrue();
            });
        });
        columns.removeIf(column -> column.endsWith(".CHILD") || column.endsWith(".LAchildID"));
        // Of the baby's record; of moves; of the records before.
        assertThat(columns)
                .containsExactly(
                        "cin Assessments.AssessmentAuthorisationDate",
                        "cin Assessments.AssessmentInternalReviewDate",
                        "cin CINdetails.ReferralNFA",
                        "cin CINplanDates.CINPlanEndDate",
                        "cin ChildIdentifiers.FormerUPN",
                        "cin ChildProtectionPlans.CPPendDate",
                        "cin ChildProtectionPlans.NumberOfPreviousCPP",
                        "cin Section47.ICPCnotRequired",
                        "ssda903 Header.MC_DOB",
                        "ssda903 Header.MOTHER");
    }

    private static void signIn(Page page, String account) {
        page.navigate(application.address("/sign-in"));
        page.locator("form:has(input[value='" + account + "']) button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** @param status the address of the legal status */
    private record Child(String id, String period, String status) {}

    /** Looked after since 4 January 2024 with the mother's agreement, and allocated to the social worker. */
    private static Child childInCare(String given, String family) {
        Practitioner manager = as("front-door-manager");
        String child = manager.newPerson(given, family, "12/9/2014");
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        Practitioner worker = as("social-worker");
        String period = Practitioner.idOf(worker.add(child, "period-of-care", "", Map.of("began", "4/1/2024")));
        String status = worker.add(child, "legal-status", period, Map.of("started", "4/1/2024", "status", "V2"));
        return new Child(child, period, status);
    }

    private static long looks(String child) {
        AtomicLong looks = new AtomicLong();
        application
                .bean(MadeUpAccounts.class)
                .act(
                        "auditor",
                        () -> looks.set(application.bean(AuditLog.class).listOf(UUID.fromString(child)).stream()
                                .filter(entry -> entry.detail().startsWith("return checks of the form"))
                                .count()));
        return looks.get();
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }
}
