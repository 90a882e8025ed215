package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the council sets itself takes hold at once, and what the law fixes cannot be set. */
class PracticeTest {

    private static final MovableClock CLOCK = new MovableClock("2024-03-28T16:00");

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
    void aLocalClockIsSetForThoseThatRunAlreadyAndTheLawsIsNot() {
        Practitioner manager = new Practitioner(application, "front-door-manager");
        String child = manager.newPerson("Jenna", "Rowse", "1/5/2012");
        String contact = manager.add(child, "contact", "", contact());
        assertThat(manager.read(contact)).contains("29 March 2024, 16:00").contains("Local: 24 hours");
        Map<String, String> eight =
                Map.of("id", "mash-amber", "amount", "8", "unit", "HOURS", "reason", "Agreed by the partnership");
        Practitioner.location(manager.visitor().post("/practice/clocks", eight));
        assertThat(manager.read(contact)).contains("29 March 2024, 00:00").contains("Local: 8 hours");
        assertThat(manager.read("/practice")).contains("rated amber: 8 hours").contains("Agreed by the partnership");

        Map<String, String> unexplained = new HashMap<>(eight);
        unexplained.put("reason", " ");
        assertThat(manager.visitor().post("/practice/clocks", unexplained).body())
                .contains("Say why, or who agreed it");
        assertThat(manager.visitor()
                        .post(
                                "/practice/clocks",
                                Map.of("id", "assessment", "amount", "90", "unit", "WORKING_DAYS", "reason", "Busy"))
                        .statusCode())
                .isEqualTo(404);
    }

    /** Twelve months from 4 January 2024. Missing from the 10th to the 20th: nine days do not count. */
    @Test
    void aLocalClockStandsStillWhileTheChildIsMissingWhereTheCouncilSaysSo() {
        Practitioner manager = new Practitioner(application, "front-door-manager");
        Practitioner worker = new Practitioner(application, "social-worker");
        String child = manager.newPerson("Perran", "Tresidder", "1/5/2012");
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        String period = worker.add(child, "period-of-care", "", Map.of("began", "4/1/2024"));
        String missing = worker.add(child, "missing-episode", "", Map.of("began", "10/1/2024", "kind", "M"));
        assertThat(worker.read(period)).contains("4 January 2025").doesNotContain("Stands still");
        Map<String, String> paused = Map.of(
                "id",
                "dental-check",
                "amount",
                "12",
                "unit",
                "MONTHS",
                "paused",
                "missing",
                "reason",
                "Practice group");
        assertThat(manager.read("/practice")).doesNotContain("paused while the child is missing");
        Practitioner.location(manager.visitor().post("/practice/clocks", paused));
        assertThat(manager.read("/practice")).contains("Dental check: 12 months, paused while the child is missing");
        assertThat(worker.read(period))
                .contains("Paused")
                .contains("Stands still since 10 January 2024 while the child is missing");
        assertThat(worker.read("/work")).contains("<dt>Paused</dt><dd>1</dd>");
        worker.change(missing, 1, Map.of("began", "10/1/2024", "kind", "M", "returned", "20/1/2024"));
        assertThat(worker.read(period))
                .contains("13 January 2025")
                .contains("Moved on by 9 days for which the child was missing")
                .doesNotContain("Stands still");

        Map<String, String> hours = new HashMap<>(paused);
        hours.put("unit", "HOURS");
        hours.put("reason", "As typed, so kept");
        assertThat(manager.visitor().post("/practice/clocks", hours).body())
                .contains("A clock that is counted in hours cannot stand still")
                .contains("As typed, so kept");
        hours.put("id", "mash-green");
        hours.put("amount", "72");
        Practitioner.location(manager.visitor().post("/practice/clocks", hours));
        assertThat(manager.read("/practice")).doesNotContain("72 hours, paused");
        Map<String, String> running = new HashMap<>(paused);
        running.remove("paused");
        Practitioner.location(manager.visitor().post("/practice/clocks", running));
        assertThat(worker.read(period)).contains("4 January 2025").doesNotContain("Moved on");
    }

    @Test
    void whoDecidesIsSetUnlessTheLawSays() {
        Practitioner manager = new Practitioner(application, "front-door-manager");
        Practitioner worker = new Practitioner(application, "front-door-worker");
        String child = worker.newPerson("Talan", "Skewes", "1/5/2012");
        String contact = worker.add(child, "contact", "", contact());
        assertThat(worker.decide(contact, "advise", "Advice", "").statusCode()).isEqualTo(403);
        Practitioner.location(manager.visitor()
                .post(
                        "/practice/deciders",
                        Map.of(
                                "pathway",
                                "contact",
                                "move",
                                "advise",
                                "deciders",
                                "front-door-worker",
                                "reason",
                                "Trial from April")));
        Practitioner.location(worker.decide(contact, "advise", "Advice", ""));
        assertThat(manager.visitor()
                        .post(
                                "/practice/deciders",
                                Map.of(
                                        "pathway",
                                        "placement",
                                        "move",
                                        "approve-distant",
                                        "deciders",
                                        "team-manager",
                                        "reason",
                                        "Quicker"))
                        .body())
                .contains("The law says who decides this");
    }

    private static Map<String, String> contact() {
        return Map.of(
                "received",
                "28/3/2024",
                "receivedAt",
                "15:40",
                "source",
                "1B",
                "concern",
                "Left alone.",
                "threshold",
                "Level 2",
                "priority",
                "AMBER",
                "rated",
                "28/3/2024",
                "ratedAt",
                "16:00");
    }
}
