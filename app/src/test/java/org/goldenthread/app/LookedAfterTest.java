package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A child becomes looked after, moves, goes missing and returns, with dates worked by hand from the calendar of 2024. */
class LookedAfterTest {

    private static final MovableClock CLOCK = new MovableClock("2024-01-04T09:00");
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
    void aPeriodOfCareIsWatchedFromItsFirstDayToItsLastAndNothingInItOverlaps() {
        Practitioner manager = as("front-door-manager");
        String child = manager.newPerson("Cador", "Polglaze", "12/9/2014");
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        Practitioner worker = as("social-worker");
        String care = worker.add(child, "period-of-care", "", Map.of("began", "4/1/2024"));
        String period = Practitioner.idOf(care);
        // From Thursday 4 January: 10 working days are the 18th, 20 are 1 February.
        assertThat(worker.read(care)).contains("18 January 2024").contains("1 February 2024");

        String status = worker.add(child, "legal-status", period, Map.of("started", "4/1/2024", "status", "V2"));
        assertThat(as("team-manager")
                        .decide(status, "agree", "Mother agrees", "")
                        .statusCode())
                .isEqualTo(403);
        Practitioner.location(as("service-manager").decide(status, "agree", "Mother agrees", ""));

        Map<String, String> first = new HashMap<>(
                Map.of("started", "4/1/2024", "kind", "U6", "whyHere", "Ten minutes from school and from Nan."));
        String placement = worker.add(child, "placement", period, first);
        Practitioner.location(as("team-manager").decide(placement, "approve", "", ""));
        // Placement plan within 5 working days and a visit within a week: both 11 January.
        assertThat(worker.read(placement)).contains("11 January 2024");

        CLOCK.set("2024-01-22T09:00");
        worker = as("social-worker");
        worker.add(child, "visit", Practitioner.idOf(placement), Map.of("visited", "10/1/2024", "seen", "ALONE"));
        worker.add(child, "placement-plan", Practitioner.idOf(placement), Map.of("made", "12/1/2024"));
        // The next visit within six weeks: 21 February. The placement plan was a day late.
        assertThat(worker.read(placement)).contains("21 February 2024").contains("Done late");

        Map<String, String> second =
                Map.of("started", "20/1/2024", "kind", "K2", "distant", "yes", "whyHere", "Specialist home.");
        HttpResponse<String> overlapping = worker.visitor()
                .post(
                        "/people/" + child + "/records/placement/new",
                        with(with(second, "token", UUID.randomUUID().toString()), "follows", period));
        assertThat(overlapping.statusCode()).isEqualTo(422);
        assertThat(overlapping.body()).contains("The dates overlap").contains("Specialist home.");
        first.put("ended", "20/1/2024");
        first.put("reasonChanged", "CREQB");
        Practitioner.location(worker.change(placement, 2, first));
        String away = worker.add(child, "placement", period, second);
        HttpResponse<String> notTheirs = as("team-manager").decide(away, "approve", "", "");
        assertThat(notTheirs.body()).contains("approved by another decision");
        assertThat(as("service-manager")
                        .decide(away, "approve-distant", "Needed", "")
                        .statusCode())
                .isEqualTo(403);
        Practitioner.location(
                as("director-of-childrens-services").decide(away, "approve-distant", "No nearer home", ""));

        CLOCK.set("2024-02-02T09:00");
        worker = as("social-worker");
        worker.add(child, "looked-after-review", period, Map.of("held", "1/2/2024", "participation", "PN1"));
        assertThat(worker.read(care)).contains("1 May 2024");

        CLOCK.set("2024-03-05T09:00");
        worker = as("social-worker");
        String missing = worker.add(
                child, "missing-episode", "", Map.of("began", "3/3/2024", "kind", "M", "returned", "4/3/2024"));
        assertThat(worker.read(missing)).contains("Return interview offered").contains("7 March 2024");

        CLOCK.set("2024-03-29T09:00");
        worker = as("social-worker");
        HttpResponse<String> unexplained = worker.change(care, 1, Map.of("began", "4/1/2024", "ended", "28/3/2024"));
        assertThat(unexplained.body()).contains("Choose why the period of being looked after ended");
        Practitioner.location(
                worker.change(care, 1, Map.of("began", "4/1/2024", "ended", "28/3/2024", "reasonEnded", "E4A")));
        assertThat(worker.read(care)).contains("Fell away").doesNotContain("Overdue");
    }

    private static Map<String, String> with(Map<String, String> answers, String name, String value) {
        Map<String, String> more = new HashMap<>(answers);
        more.put(name, value);
        return more;
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }
}
