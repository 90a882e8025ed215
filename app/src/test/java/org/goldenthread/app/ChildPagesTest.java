package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.snapshots.OpenSnapshots;
import org.goldenthread.app.snapshots.SnapshotEntry;
import org.goldenthread.app.snapshots.SnapshotRegister;
import org.goldenthread.snapshot.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of a child in a real browser: what is typed is kept, and every page is accessible at both widths. */
class ChildPagesTest {

    private static final MovableClock CLOCK = new MovableClock("2024-04-10T10:00");

    private static RunningApplication application;
    private static Browsers browsers;

    @BeforeAll
    static void start() {
        browsers = Browsers.open();
        application = RunningApplication.demoWithClock(CLOCK);
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
            browsers.close();
        }
    }

    @Test
    void aFrontDoorWorkerTypesAContactLosesThePageAndFindsEveryWordAgain() {
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context, "front-door-worker");
            PageCheck.assertFaultless(page, "work of a front door worker");
            page.navigate(application.address("/people/new"));
            PageCheck.assertFaultless(page, "new person");
            page.locator("button:has-text('Save')").click();
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Enter a given name or a family name");
            PageCheck.assertFaultless(page, "new person refused");
            page.locator("#givenName").fill("Elowen");
            page.locator("#familyName").fill("Trembath");
            page.locator("#born").fill("29 February 2016");
            page.locator("#sex").check();
            page.locator("button:has-text('Save')").click();
            page.waitForURL(url -> url.matches(".*/people/[0-9a-f-]{36}"));
            PageCheck.assertFaultless(page, "person with nothing yet");

            page.locator("a:has-text('Add contact')").click();
            page.locator("#concern").fill("Seen alone at the bus stop at eleven at night.");
            page.locator("[data-draft-state]:has-text('Draft kept at')").waitFor();
            String form = page.url();
            page.close();
            Page again = context.newPage();
            again.navigate(form);
            assertThat(again.locator("#concern").inputValue())
                    .isEqualTo("Seen alone at the bus stop at eleven at night.");
            assertThat(again.locator("main").textContent()).contains("This is your draft");
            PageCheck.assertFaultless(again, "draft of a contact");
            again.locator("#source").selectOption("1B");
            again.locator("#receivedAt").fill("quarter to nine");
            again.locator("main form[data-draft] button[type=submit]").click();
            assertThat(again.locator(".govuk-error-summary").textContent()).contains("must be a time of day");
            assertThat(again.locator("#concern").inputValue()).contains("bus stop");
            PageCheck.assertFaultless(again, "contact refused");
            again.locator("#receivedAt").fill("8.45 pm");
            again.locator("main form[data-draft] button[type=submit]").click();
            again.waitForURL(url -> url.contains("/records/contact/"));
            assertThat(again.locator("main").textContent())
                    .contains("20:45")
                    .contains("11 April 2024")
                    .contains("Due");
            PageCheck.assertFaultless(again, "contact");
            String contact = again.url().replaceAll("^https?://[^/]*", "");

            again.navigate(application.address(contact + "/withdraw"));
            PageCheck.assertFaultless(again, "withdraw a contact");
            again.navigate(application.address(contact + "/versions"));
            PageCheck.assertFaultless(again, "versions of a contact");
        }
    }

    @Test
    void everyPageOfAChildIsAccessible() {
        Practitioner worker = new Practitioner(application, "front-door-worker");
        Practitioner manager = new Practitioner(application, "front-door-manager");
        String child = worker.newPerson("Jory", "Penrose", "4/7/2011");
        String mother = worker.newPerson("Demelza", "Penrose", "1/2/1985");
        String sister = worker.newPerson("Wenna", "Penrose", "1/9/2014");
        relate(worker, child, mother, "MOTHER");
        relate(worker, child, sister, "SIBLING");
        worker.add(
                child,
                "address",
                "",
                Map.of(
                        "lines",
                        "1 Made-up Terrace\nLower Fictional",
                        "postcode",
                        "ZZ1 1ZZ",
                        "kind",
                        "HOME",
                        "mustNotBeDisclosed",
                        "yes"));
        String contact = worker.add(
                child,
                "contact",
                "",
                Map.of(
                        "received",
                        "8/4/2024",
                        "source",
                        "3A",
                        "concern",
                        "A bruise.",
                        "threshold",
                        "Level 4",
                        "priority",
                        "RED",
                        "rated",
                        "8/4/2024",
                        "ratedAt",
                        "10:00"));
        worker.add(child, "case-note", "", Map.of("happened", "9/4/2024", "kind", "CALL", "note", "Rang the mother."));
        Practitioner.location(manager.visitor()
                .post(
                        "/people/" + child + "/access/allocate",
                        Map.of(
                                "whom",
                                "assessment-team|social-worker",
                                "from",
                                "8/4/2024",
                                "token",
                                UUID.randomUUID().toString())));
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context, "front-door-manager");
            show(page, "/people/" + child, "person");
            assertThat(page.locator("main").textContent())
                    .contains("Overdue")
                    .contains("The address must not be disclosed");
            show(page, contact, "contact to decide");
            page.locator("#move-refer").check();
            page.locator("button:has-text('Record the decision')").click();
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("Say why");
            PageCheck.assertFaultless(page, "decision refused");
            show(page, "/people/" + child + "/chronology", "chronology");
            page.locator("button:has-text('Pick out')").first().click();
            page.waitForURL(url -> url.contains("/chronology"));
            show(page, "/people/" + child + "/chronology?significant=true", "chronology significant");
            assertThat(page.locator("main").textContent()).contains("Significant");
            show(page, "/people/" + child + "/story", "story");
            assertThat(page.locator(".gt-genogram text").allTextContents())
                    .contains("Demelza Penrose", "Wenna Penrose");
            show(page, "/people/" + child + "/returns", "return checks");
            show(page, "/people/" + child + "/access", "access");
            show(page, "/people/" + child + "?as-known=9/4/2024", "person as known");
            show(page, "/practice", "practice");
            show(page, "/work", "work of a manager");
            show(page, "/work/openings", "openings");
        }
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context, "social-worker");
            show(page, "/work", "work of a social worker");
            show(page, "/work/team", "work of a team");
            show(page, "/people/" + sister, "not yours to see");
        }
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context, "administrator");
            show(page, "/teams", "teams");
        }
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context, "analyst");
            show(page, "/loading/record", "freeze the record");
            freezeBesideThePopulation(page);
        }
    }

    /** What no record holds is dropped beside it; what is neither counts nor population is refused by its name. */
    private static void freezeBesideThePopulation(Page page) {
        page.locator("#authority").fill("Made-up borough");
        page.locator("#authorityCode").fill("399");
        page.locator("#files").setInputFiles(file("shopping.csv", "apples,pears\n1,2\n"));
        page.locator("main form button").click();
        page.locator(".govuk-error-summary a[href='#files']").waitFor();
        assertThat(page.locator("#files-error").textContent()).contains("shopping.csv");
        PageCheck.assertFaultless(page, "freeze the record, refused");
        assertThat(page.locator("#authority").inputValue()).isEqualTo("Made-up borough");

        page.locator("#files")
                .setInputFiles(file(
                        "population.csv",
                        "la_code,mid_year,age_from,age_to,population,population_source\n"
                                + "399,2023,0,17,37500,made up\n"));
        page.locator("main form button").click();
        page.getByText("The record is frozen").first().waitFor();
        SnapshotEntry frozen =
                application.bean(SnapshotRegister.class).findCurrent().orElseThrow();
        List<String> people = new ArrayList<>();
        Snapshot.open(frozen.directory(), application.bean(OpenSnapshots.class).keys())
                .rows("gt_population")
                .forEach(row -> people.add(String.valueOf(row.findNumber("population"))));
        assertThat(people).containsExactly("37500");
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private static void relate(Practitioner worker, String person, String other, String kind) {
        worker.add(person, "relationship", "", Map.of("other", other, "kind", kind));
    }

    private static void show(Page page, String path, String name) {
        page.navigate(application.address(path));
        assertThat(page.locator("h1").count()).as(name).isEqualTo(1);
        PageCheck.assertFaultless(page, name);
    }

    private static Page signedIn(BrowserContext context, String account) {
        Page page = context.newPage();
        page.navigate(application.address("/sign-in"));
        page.locator("form:has(input[value='" + account + "']) button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        page.navigate(application.address(
                account.equals("administrator") ? "/teams" : account.equals("analyst") ? "/loading/record" : "/work"));
        return page;
    }
}
