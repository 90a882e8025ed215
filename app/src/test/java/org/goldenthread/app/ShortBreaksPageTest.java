package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.app.extract.RecordReturns;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Validation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A child in an agreed series of short breaks, and who is told of a placement; from Monday 1 April 2024, a bank holiday. */
class ShortBreaksPageTest {

    private static final MovableClock CLOCK = new MovableClock("2024-04-05T09:00");
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
    void aSeriesOfShortBreaksIsWatchedByItsOwnLawAndItsDaysAreCounted() {
        CLOCK.set("2024-04-05T09:00");
        String child = child("Elowen", "Trethewey");
        String care = worker().add(child, "period-of-care", "", Map.of("began", "5/4/2024"));
        String period = Practitioner.idOf(care);
        assertThat(words(care)).contains("Personal education plan").contains("3 May 2024");
        worker().add(child, "legal-status", period, Map.of("started", "5/4/2024", "status", "V4"));
        assertThat(words(care))
                .contains("Review of a child in a series of short breaks 5 July 2024")
                .contains("Care plan 19 April 2024")
                .doesNotContain("Personal education plan")
                .doesNotContain("Initial health assessment");
        String placement = worker().add(
                        child,
                        "placement",
                        period,
                        Map.of("started", "5/4/2024", "kind", "U6", "whyHere", "Knows her from school."));
        assertThat(words(placement)).doesNotContain("Visit to the placement").doesNotContain("Placement plan 12");

        CLOCK.set("2024-08-12T09:00");
        String first = worker().add(child, "short-break", period, Map.of("started", "12/4/2024", "ended", "15/4/2024"));
        assertThat(words(first)).contains("3 days of 75").contains("Done in time");
        String overlapping = worker().visitor()
                .post(
                        "/people/" + child + "/records/short-break/new",
                        new HashMap<>(Map.of(
                                "started",
                                "14/4/2024",
                                "follows",
                                period,
                                "token",
                                "6b1f3c52-2d5c-4c5e-9d53-0f6e6a1f0a11")))
                .body();
        assertThat(overlapping).contains("The dates overlap");
        String lasting = worker().add(child, "short-break", period, Map.of("started", "1/8/2024", "ended", ""));
        assertThat(words(lasting)).contains("Short break ended 18 August 2024").contains("15 days of 75");
        // Three days in April, and the seventh day of being there is 4 August.
        assertThat(words(care))
                .contains("Visit during a short break 4 August 2024")
                .contains("Overdue");
        worker().add(child, "visit", Practitioner.idOf(lasting), Map.of("visited", "3/8/2024", "seen", "ALONE"));
        assertThat(words(care)).contains("Visit during a short break 3 February 2025");
        assertThat(worker().read("/people/" + child))
                .as("from what is due to where it is recorded")
                .contains("href=\"" + lasting + "\">Short break ended</a>")
                .contains("href=\"" + care + "\">Visit during a short break</a>");
        faultless("/people/" + child + "/records/short-break/new?follows=" + period, care);
    }

    /** The return has of short breaks neither postcodes nor numbers, reviews or a year's outcomes (rules 214, 398 and 399). */
    @Test
    void theReturnTellsOfTheAgreementAndOfNothingThatItDoesNotAskOfShortBreaks() throws IOException {
        CLOCK.set("2024-04-05T09:00");
        Practitioner manager = new Practitioner(application, "front-door-manager");
        String child = Practitioner.idOf(manager.visitor()
                .post(
                        "/people/new",
                        Map.of(
                                "givenName",
                                "Senara",
                                "familyName",
                                "Boscawen",
                                "born",
                                "4/3/2008",
                                "sex",
                                "F",
                                "upnUnknown",
                                "UN2",
                                "ethnicity",
                                "WBRI",
                                "confirmed",
                                "true",
                                "token",
                                "6b1f3c52-2d5c-4c5e-9d53-0f6e6a1f0a13")));
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        worker().add(
                        child,
                        "address",
                        "",
                        Map.of(
                                "lines",
                                "1 Made-up Road",
                                "postcode",
                                "AB1 0AB",
                                "kind",
                                "HOME",
                                "started",
                                "1/1/2020"));
        String period = Practitioner.idOf(worker().add(child, "period-of-care", "", Map.of("began", "5/4/2024")));
        worker().add(child, "legal-status", period, Map.of("started", "5/4/2024", "status", "V4"));
        worker().add(
                        child,
                        "placement",
                        period,
                        Map.of(
                                "started",
                                "5/4/2024",
                                "kind",
                                "U6",
                                "provider",
                                "PR1",
                                "postcode",
                                "AB2 0EF",
                                "ofstedNumber",
                                "SC123456",
                                "whyHere",
                                "Near school."));
        CLOCK.set("2025-04-10T09:00");
        worker().add(child, "looked-after-review", period, Map.of("held", "1/7/2024", "participation", "PN1"));
        worker().add(child, "strengths-and-difficulties", period, Map.of("completed", "1/7/2024", "score", "9"));
        Path folder = application.home().resolve("returns").resolve("short-breaks");
        CollectionYear year = new CollectionYear(2025);
        application.bean(RecordReturns.class).writeLookedAfter(year, year.lastDay(), folder);
        String number = Files.readAllLines(folder.resolve("header.csv")).stream()
                .filter(row -> row.contains("04/03/2008"))
                .map(row -> row.split(",")[0])
                .findFirst()
                .orElseThrow();
        assertThat(Files.readAllLines(folder.resolve("header.csv"))).contains(number + ",F,04/03/2008,WBRI,UN2,,");
        assertThat(Files.readAllLines(folder.resolve("episodes.csv")))
                .filteredOn(row -> row.startsWith(number + ","))
                .containsExactly(number + ",05/04/2024,S,V4,,U6,PR1,,,,,,");
        for (String table : List.of("reviews.csv", "oc2.csv")) {
            Path file = folder.resolve(table);
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as(table)
                    .doesNotContain(number + ",");
        }
        assertThat(Ssda903Validation.run(
                                Ssda903Rows.read(List.of(folder)),
                                2025,
                                new Ssda903Children.Beside(null, null, null, null))
                        .faults())
                .filteredOn(fault -> fault.child().equals(number))
                .extracting(Validation.Fault::rule)
                .doesNotContain("214", "398", "399", "620", "392", "628");
    }

    @Test
    void thoseConcernedAreToldOfAPlacementBeforeItOrWithinFiveWorkingDays() {
        CLOCK.set("2024-04-05T09:00");
        String child = child("Merryn", "Penhallow");
        String period = Practitioner.idOf(worker().add(child, "period-of-care", "", Map.of("began", "5/4/2024")));
        Map<String, String> fostered = Map.of("started", "5/4/2024", "kind", "U6", "whyHere", "Near school.");
        String placement = worker().add(child, "placement", period, fostered);
        assertThat(words(placement)).contains("Notification of the placement 12 April 2024");
        String id = Practitioner.idOf(placement);
        CLOCK.set("2024-04-06T09:00");
        Map<String, String> told = new HashMap<>(Map.of("told", "4/4/2024", "who", "CHILD"));
        String refused = worker().visitor()
                .post("/people/" + child + "/records/placement-notification/new", withToken(told, id))
                .body();
        assertThat(refused).contains("Write why the child or a parent was not told");
        told.put("leftOut", "The father, who has hurt her; agreed with the service manager.");
        String made = worker().add(child, "placement-notification", id, told);
        assertThat(words(made)).contains("The child").contains("The father");
        // The day before the child came, as the law would have it; and so with the plan.
        worker().add(child, "placement-plan", id, Map.of("made", "3/4/2024"));
        worker().add(child, "care-plan", period, Map.of("made", "3/4/2024"));
        assertThat(words("/people/" + child))
                .contains("Notification of the placement 12 April 2024 Done in time Done 4 April 2024")
                .contains("Placement plan 12 April 2024 Done in time Done 3 April 2024")
                .contains("Care plan 19 April 2024 Done in time Done 3 April 2024");
        faultless("/people/" + child + "/records/placement-notification/new?follows=" + id, made);
    }

    private static Map<String, String> withToken(Map<String, String> answers, String follows) {
        Map<String, String> sent = new HashMap<>(answers);
        sent.put("follows", follows);
        sent.put("token", "6b1f3c52-2d5c-4c5e-9d53-0f6e6a1f0a12");
        return sent;
    }

    private static void faultless(String... addresses) {
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='social-worker']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            for (String address : addresses) {
                page.navigate(application.address(address));
                PageCheck.assertFaultless(page, address);
            }
        }
    }

    private static String child(String given, String family) {
        Practitioner manager = new Practitioner(application, "front-door-manager");
        String child = manager.newPerson(given, family, "3/3/2014");
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        return child;
    }

    private static String words(String address) {
        return Practitioner.words(worker().read(address));
    }

    /** Signed in anew: a day is longer than a session. */
    private static Practitioner worker() {
        return new Practitioner(application, "social-worker");
    }
}
