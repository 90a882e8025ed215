package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.records.Redrawing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Visits as often as regulation 28 has them, with dates worked by hand from the calendar of 2024. */
class PlacementVisitsPageTest {

    private static final MovableClock CLOCK = new MovableClock("2024-03-04T09:00");
    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(CLOCK);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    /** Regulation 13 of the Care Planning, Placement and Case Review (England) Regulations 2010. */
    @Test
    void othersAreToldOfAPlannedPlacementByTheDayOnWhichItBegins() {
        CLOCK.set("2024-03-04T09:00");
        String child = child("Demelza", "Trevail");
        Practitioner worker = as("social-worker");
        String period = Practitioner.idOf(worker.add(child, "period-of-care", "", Map.of("began", "4/3/2024")));
        worker.add(child, "legal-status", period, Map.of("started", "4/3/2024", "status", "C1"));
        String placement = worker.add(
                child,
                "placement",
                period,
                Map.of("started", "4/3/2024", "kind", "P1", "emergency", "yes", "whyHere", "Father asked at once."));
        assertThat(notificationClock(worker.read(placement))).contains("11 March 2024");
        worker.change(
                placement,
                1,
                Map.of("started", "4/3/2024", "kind", "P1", "emergency", "no", "whyHere", "Father asked at once."));
        assertThat(notificationClock(worker.read(placement)))
                .contains("4 March 2024")
                .doesNotContain("11 March");
    }

    private static String notificationClock(String page) {
        int clock = page.indexOf("Notification of the placement");
        return page.substring(clock, page.indexOf("</tr>", clock));
    }

    @Test
    void theVisitsFollowTheOrderTheReviewAndTheAssessmentInTheActThatChangesThem() {
        CLOCK.set("2024-03-04T09:00");
        String child = child("Jowan", "Trevail");
        Practitioner worker = as("social-worker");
        String period = Practitioner.idOf(worker.add(child, "period-of-care", "", Map.of("began", "4/3/2024")));
        String interim = worker.add(child, "legal-status", period, Map.of("started", "4/3/2024", "status", "C1"));
        Map<String, String> withFather = Map.of(
                "started", "4/3/2024", "kind", "P1", "beforeAssessment", "yes", "whyHere", "Father asked at once.");
        String placement = worker.add(child, "placement", period, withFather);
        String id = Practitioner.idOf(placement);
        assertThat(worker.read(placement)).contains("11 March 2024").contains("reg. 28(4)(a)");
        // What is asked of placements with parents is shown, answered or not; what is asked of others is not.
        assertThat(worker.read(placement))
                .contains("Assessment completed, or carer approved in full", "Did it begin before the assessment")
                .doesNotContain("Adopters’ household", "Is the carer approved for a time only?");

        CLOCK.set("2024-03-16T09:00");
        worker = as("social-worker");
        Map<String, String> made = Map.of("made", "8/3/2024");
        worker.add(child, "placement-plan", id, made);
        worker.add(
                child,
                "placement-notification",
                id,
                Map.of("told", "8/3/2024", "who", "PARENTS", "leftOut", "The child is a baby."));
        worker.add(child, "care-plan", period, made);
        worker.add(child, "education-plan", period, made);
        worker.add(child, "health-assessment", period, Map.of("made", "8/3/2024", "kind", "INITIAL_ASSESSMENT"));
        worker.add(child, "visit", id, Map.of("visited", "8/3/2024", "seen", "ALONE"));
        worker.add(child, "visit", id, Map.of("visited", "15/3/2024", "seen", "ALONE"));
        assertThat(worker.read(placement)).contains("22 March 2024");

        CLOCK.set("2024-03-21T09:00");
        worker = as("social-worker");
        String review =
                worker.add(child, "looked-after-review", period, Map.of("held", "20/3/2024", "participation", "PN1"));
        // Four weeks from the visit of 15 March, from the moment at which the review is recorded; a week again where it
        // was an error.
        assertThat(worker.read(placement)).contains("12 April 2024").contains("reg. 28(4)(b)");
        assertThat(worker.read("/people/" + child))
                .contains("Visit to the placement")
                .contains("12 April 2024");
        worker.visitor().post(review + "/withdraw", Map.of("version", "1", "why", "Wrong child", "withdrawn", "true"));
        assertThat(worker.read(placement)).contains("22 March 2024").doesNotContain("12 April 2024");
        worker.visitor()
                .post(review + "/withdraw", Map.of("version", "2", "why", "It was right", "withdrawn", "false"));
        assertThat(worker.read(placement)).contains("12 April 2024");

        CLOCK.set("2024-05-02T09:00");
        worker = as("social-worker");
        worker.add(child, "visit", id, Map.of("visited", "11/4/2024", "seen", "ALONE"));
        assertThat(worker.read(placement)).contains("9 May 2024");
        Practitioner.location(
                worker.change(interim, 1, Map.of("started", "4/3/2024", "ended", "1/5/2024", "status", "C1")));
        worker.add(child, "legal-status", period, Map.of("started", "1/5/2024", "status", "C2"));
        assertThat(worker.read(placement)).contains("8 May 2024").contains("reg. 28(5)(a)");
        worker.add(
                child, "visit-request", id, Map.of("asked", "2/5/2024", "askedBy", "CHILD", "reason", "Wants to talk"));
        // Five working days from 2 May, past the bank holiday of 6 May, would be the 10th: the order's week is sooner.
        assertThat(worker.read(placement)).contains("8 May 2024");

        CLOCK.set("2024-05-09T09:00");
        worker = as("social-worker");
        worker.add(child, "visit", id, Map.of("visited", "8/5/2024", "seen", "ALONE"));
        assertThat(worker.read(placement)).contains("19 June 2024").contains("reg. 28(5)(b)");
        // Of all that is done by now, the visit falls due first: a day before the second review.
        assertThat(worker.read("/work"))
                .contains("Jowan Trevail")
                .contains("Visit to the placement")
                .contains("19 June 2024");
        // As it was known on 21 March the visit was due on 12 April.
        assertThat(worker.read("/people/" + child + "?as-known=21/3/2024"))
                .contains("12 April 2024")
                .doesNotContain("19 June 2024");
    }

    @Test
    void whatDoesNotFitTheKindOfPlacementIsSaidAndNothingIsLost() {
        CLOCK.set("2024-03-04T09:00");
        String child = child("Meryn", "Bolitho");
        Practitioner worker = as("social-worker");
        String period = Practitioner.idOf(worker.add(child, "period-of-care", "", Map.of("began", "4/3/2024")));
        Map<String, String> typed = new HashMap<>(Map.of(
                "started",
                "4/3/2024",
                "kind",
                "U6",
                "approvedForATime",
                "yes",
                "whyHere",
                "Aunt’s friend.",
                "follows",
                period,
                "token",
                UUID.randomUUID().toString()));
        HttpResponse<String> refused = worker.visitor().post("/people/" + child + "/records/placement/new", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Only a relative or friend is approved for a time")
                .contains("Aunt’s friend.");
        typed.put("kind", "U3");
        String placement =
                Practitioner.location(worker.visitor().post("/people/" + child + "/records/placement/new", typed));
        assertThat(worker.read(placement)).contains("11 March 2024").contains("reg. 28(4)(a)");
    }

    @Test
    void whatAnEarlierReleaseDrewIsDrawnAnewWhenTheServerStarts() {
        CLOCK.set("2024-03-04T09:00");
        String child = child("Rosen", "Angove");
        Practitioner worker = as("social-worker");
        String period = Practitioner.idOf(worker.add(child, "period-of-care", "", Map.of("began", "4/3/2024")));
        String placement = worker.add(
                child, "placement", period, Map.of("started", "4/3/2024", "kind", "U6", "whyHere", "Near school."));
        Redrawing.withoutClocks(application, "looked-after-visit", "placement");
        assertThat(worker.read(placement)).doesNotContain("Visit to the placement");
        Redrawing.start(application);
        assertThat(worker.read(placement)).contains("Visit to the placement").contains("reg. 28(2)(a)");
        assertThat(Redrawing.left(application)).isEmpty();
    }

    @Test
    void aQuestionIsPutAwayUntilTheKindOfPlacementCallsForIt() {
        CLOCK.set("2024-03-04T09:00");
        String child = child("Ysella", "Kitto");
        String period =
                Practitioner.idOf(as("social-worker").add(child, "period-of-care", "", Map.of("began", "4/3/2024")));
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='social-worker']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address("/people/" + child + "/records/placement/new?follows=" + period));
            assertThat(page.locator("#beforeAssessment").isVisible()).isFalse();
            assertThat(page.locator("#toEighteen").isVisible()).isTrue();
            page.locator("#kind").selectOption("P1");
            assertThat(page.locator("#beforeAssessment").isVisible()).isTrue();
            assertThat(page.locator("#assessed").isVisible()).isTrue();
            assertThat(page.locator("#approvedForATime").isVisible()).isFalse();
            PageCheck.assertFaultless(page, "placement with parents");
            page.locator("#beforeAssessment").check();
            // What is answered is never put away.
            page.locator("#kind").selectOption("U6");
            assertThat(page.locator("#beforeAssessment").isVisible()).isTrue();
            page.locator("#started").fill("4/3/2024");
            page.locator("main form[data-draft] button[type=submit]").click();
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("Only a placement with parents");
            PageCheck.assertFaultless(page, "placement refused");
            page.locator("#kind").selectOption("P1");
            page.locator("main form[data-draft] button[type=submit]").click();
            page.waitForURL(url -> url.contains("/records/placement/"));
            assertThat(page.locator("main").textContent())
                    .contains("reg. 28(3)(a)")
                    .contains("11 March 2024");
            PageCheck.assertFaultless(page, "placement before assessment");
        }
    }

    private static String child(String given, String family) {
        Practitioner manager = as("front-door-manager");
        String child = manager.newPerson(given, family, "12/9/2014");
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        return child;
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }
}
