package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a strategy discussion to the end of a plan and a second one, with dates worked by hand from the calendar of 2024. */
class ChildProtectionTest {

    private static final MovableClock CLOCK = new MovableClock("2024-04-09T09:00");
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
    void aPlanIsMadeReviewedEndedAndMadeAgainWithEachClockOnItsDay() {
        Practitioner manager = as("front-door-manager");
        String child = manager.newPerson("Merryn", "Tangye", "3/6/2015");
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        manager.allocate(child, "reviewing-service|reviewing-officer", "REVIEWING_OFFICER");
        Practitioner worker = as("social-worker");

        // Requested on Tuesday 9 April: three working days, a local limit, are Friday 12.
        String discussion = worker.add(child, "strategy-discussion", "", Map.of("requested", "9/4/2024"));
        assertThat(worker.read(discussion)).contains("12 April 2024").contains("Local: 3 working days");
        CLOCK.set("2024-04-10T15:00");
        worker = as("social-worker");
        Practitioner teamManager = as("team-manager");
        HttpResponse<String> unready =
                teamManager.decide(discussion, "section-47", "Bruising in a non-mobile place", "");
        assertThat(unready.body())
                .contains("Enter the date on which it was held")
                .contains("not quorate without social care and police and health")
                .contains("Write the rationale")
                .contains("Add at least one agreed action");
        Practitioner.location(worker.change(
                discussion,
                1,
                Map.of(
                        "requested", "9/4/2024",
                        "held", "10/4/2024",
                        "heldAt", "14:00",
                        "socialCare", "Team manager",
                        "police", "Detective sergeant",
                        "health", "Named nurse",
                        "rationale", "The account does not fit the injury.")));
        String action = worker.add(
                child,
                "agreed-action",
                Practitioner.idOf(discussion),
                Map.of("what", "Medical", "owner", "Named nurse", "due", "11/4/2024"));
        Practitioner.location(teamManager.decide(discussion, "section-47", "Bruising in a non-mobile place", ""));
        assertThat(worker.read("/people/" + child)).contains("Action agreed").contains("11 April 2024");
        Practitioner.location(worker.change(
                action, 1, Map.of("what", "Medical", "owner", "Named nurse", "due", "11/4/2024", "done", "10/4/2024")));
        assertThat(worker.read(action)).contains("Done in time");

        // 15 working days from the discussion on 10 April: Wednesday 1 May.
        Map<String, String> enquiry = new HashMap<>(Map.of("began", "10/4/2024", "strategyDiscussion", "10/4/2024"));
        String section47 = worker.add(child, "section-47", Practitioner.idOf(discussion), enquiry);
        assertThat(worker.read(section47))
                .contains("Initial child protection conference")
                .contains("1 May 2024");
        enquiry.putAll(Map.of(
                "seen",
                "11/4/2024",
                "seenAlone",
                "YES",
                "ownWords",
                "He grabbed me.",
                "analysis",
                "Likely harm.",
                "finding",
                "LIKELY_HARM"));
        Practitioner.location(worker.change(section47, 1, enquiry));
        Practitioner.location(worker.decide(section47, "submit", "", ""));
        CLOCK.set("2024-04-12T10:00");
        teamManager = as("team-manager");
        Practitioner.location(teamManager.decide(section47, "conference", "", ""));

        CLOCK.set("2024-05-01T16:00");
        Practitioner officer = as("reviewing-officer");
        assertThat(as("social-worker")
                        .visitor()
                        .get("/people/" + child + "/records/conference/new")
                        .statusCode())
                .isEqualTo(403);
        String conference = officer.add(
                child,
                "conference",
                Practitioner.idOf(section47),
                Map.of("held", "1/5/2024", "agencies", "4", "ownWords", "I want it to stop."));
        assertThat(officer.read(section47)).contains("Done in time");
        Practitioner.location(officer.decide(conference, "plan", "Likely to suffer significant harm", ""));
        String plan = officer.add(
                child,
                "child-protection-plan",
                Practitioner.idOf(conference),
                Map.of("began", "1/5/2024", "firstCategory", "PHY"));
        // Core group and visit: 10 working days from 1 May, over the holiday of 6 May, are 16 May. Review: 1 August.
        assertThat(officer.read(plan))
                .contains("16 May 2024")
                .contains("1 August 2024")
                .doesNotContain("Second or subsequent plan");

        CLOCK.set("2024-05-21T09:00");
        worker = as("social-worker");
        worker.add(child, "core-group", Practitioner.idOf(plan), Map.of("held", "15/5/2024"));
        worker.add(child, "visit", Practitioner.idOf(plan), Map.of("visited", "16/5/2024", "seen", "NO"));
        assertThat(worker.read("/people/" + child)).contains("Overdue");
        worker.add(child, "visit", Practitioner.idOf(plan), Map.of("visited", "20/5/2024", "seen", "ALONE"));
        // The core group again within six weeks: 26 June. The visit, ten working days over the holiday of 27 May: 4
        // June.
        assertThat(worker.read(plan))
                .contains("26 June 2024")
                .contains("4 June 2024")
                .contains("Done late")
                .doesNotContain("Overdue");

        CLOCK.set("2024-08-02T09:00");
        officer = as("reviewing-officer");
        officer.add(child, "review-conference", Practitioner.idOf(plan), Map.of("held", "1/8/2024", "decision", "END"));
        assertThat(officer.read(plan)).contains("1 February 2025");
        Practitioner.location(officer.decide(plan, "end", "The child is safe", "1/8/2024"));
        assertThat(officer.read(plan)).contains("Fell away").contains("Ended 1 August 2024 before it was done");
        assertThat(officer.read("/people/" + child)).contains("No clock is running");

        CLOCK.set("2024-09-10T09:00");
        officer = as("reviewing-officer");
        String second = officer.add(
                child,
                "child-protection-plan",
                Practitioner.idOf(conference),
                Map.of("began", "9/9/2024", "firstCategory", "EMO"));
        assertThat(officer.read(second))
                .contains("Second or subsequent plan: the child had one before, from 1 May 2024");
        assertThat(officer.read("/people/" + child + "/story"))
                .contains("I want it to stop.")
                .contains("He grabbed me.");
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }
}
