package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Private fostering, a reviewing officer's dispute and the sharing of a placement's cost, with dates worked by hand from the calendar of 2024: Good
 * Friday 29 March, Easter Monday 1 April.
 */
class LookedAfterPathwaysTest {

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

    @Test
    void privateFosteringIsVisitedFromTheProposalToTheSixteenthBirthday() {
        CLOCK.set("2024-03-25T09:00");
        String child = child("Keren", "Pascoe");
        Practitioner worker = as("social-worker");
        Map<String, String> told = new HashMap<>(Map.of("notified", "25/3/2024", "carer", "A neighbour"));
        String fostering = worker.add(child, "private-fostering", "", told);
        String id = Practitioner.idOf(fostering);
        assertThat(worker.read(fostering))
                .contains("Visit after a proposal of private fostering")
                .contains("5 April 2024");
        worker.add(child, "visit", id, Map.of("visited", "25/3/2024", "seen", "NO"));
        assertThat(worker.read(fostering)).contains("Done 25 March 2024");

        CLOCK.set("2024-04-12T09:00");
        worker = as("social-worker");
        told.putAll(Map.of("arrived", "10/4/2024", "arrivalNotified", "12/4/2024"));
        Practitioner.location(worker.change(fostering, 1, told));
        assertThat(worker.read(fostering)).contains("23 April 2024");
        assertThat(as("team-manager").decide(fostering, "suitable", "", "").body())
                .contains("Write how suitable the arrangement is");

        CLOCK.set("2024-04-22T09:00");
        worker = as("social-worker");
        worker.add(child, "visit", id, Map.of("visited", "22/4/2024", "seen", "ALONE"));
        assertThat(worker.read(fostering)).contains("3 June 2024");
        assertThat(worker.read("/people/" + child)).contains("Private fostering visit");
        told.putAll(Map.of("ownWords", "I like it here.", "assessment", "Own room; school near."));
        Practitioner.location(worker.change(fostering, 2, told));
        Practitioner.location(as("team-manager").decide(fostering, "suitable", "", ""));
        assertThat(as("team-manager")
                        .decide(fostering, "prohibit", "Unsafe", "")
                        .statusCode())
                .isEqualTo(403);

        told.putAll(Map.of("ended", "22/4/2024", "reasonEnded", "DID_NOT_BEGIN"));
        HttpResponse<String> contrary = worker.change(fostering, 4, told);
        assertThat(contrary.statusCode()).isEqualTo(422);
        assertThat(contrary.body())
                .contains("so it began: choose another reason")
                .contains("I like it here.");
        told.put("reasonEnded", "WENT_HOME");
        Practitioner.location(worker.change(fostering, 4, told));
        Practitioner.location(as("team-manager").decide(fostering, "end", "", ""));
        assertThat(worker.read(fostering)).contains("Ended").doesNotContain("Overdue");
    }

    @Test
    void aDisputeGoesUpThroughStagesThatTheCouncilTimesAndToCafcassAtAnyTime() {
        CLOCK.set("2024-03-04T09:00");
        String child = child("Senara", "Rosewarne");
        String period =
                Practitioner.idOf(as("social-worker").add(child, "period-of-care", "", Map.of("began", "4/3/2024")));
        Practitioner officer = as("reviewing-officer");
        Map<String, String> concern = Map.of("raised", "4/3/2024", "concern", "No school was found.");
        assertThat(as("social-worker")
                        .visitor()
                        .post(
                                "/people/" + child + "/records/dispute-resolution/new",
                                with(
                                        with(concern, "follows", period),
                                        "token",
                                        UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(403);
        String dispute = officer.add(child, "dispute-resolution", period, concern);
        assertThat(officer.read(dispute)).contains("18 March 2024").contains("Local: 10 working days");
        assertThat(as("team-manager").read("/work")).contains("Reviewing officer’s dispute: informal");
        Practitioner.location(as("team-manager").decide(dispute, "answer-informal", "A place is asked for", ""));

        CLOCK.set("2024-03-14T09:00");
        officer = as("reviewing-officer");
        Practitioner.location(officer.decide(dispute, "stage-one", "Nothing came of it", ""));
        // Five working days are the 21st; twenty, past Easter, are 15 April.
        assertThat(officer.read(dispute))
                .contains("21 March 2024")
                .contains("15 April 2024")
                .contains("IRO Handbook");
        assertThat(officer.read("/people/" + child)).contains("Formal dispute resolved");

        CLOCK.set("2024-03-22T09:00");
        officer = as("reviewing-officer");
        Practitioner.location(officer.decide(dispute, "stage-two", "No answer in time", ""));
        assertThat(officer.read(dispute)).contains("2 April 2024").contains("Fell away");
        Practitioner.location(as("service-manager")
                .visitor()
                .post(
                        "/practice/clocks",
                        Map.of("id", "dispute-stage-two", "amount", "3", "unit", "WORKING_DAYS", "reason", "Agreed")));
        assertThat(officer.read(dispute)).contains("27 March 2024").doesNotContain("2 April 2024");
        assertThat(as("team-manager")
                        .decide(dispute, "answer-two", "It will be done", "")
                        .statusCode())
                .isEqualTo(403);
        Practitioner.location(as("service-manager").decide(dispute, "answer-two", "Not before summer", ""));
        assertThat(officer.decide(dispute, "resolve", "", "").body()).contains("Write how it was resolved");
        assertThat(as("service-manager").decide(dispute, "refer", "Gladly", "").statusCode())
                .isEqualTo(403);
        Practitioner.location(officer.decide(dispute, "refer", "The child has been out of school for weeks", ""));
        assertThat(officer.read(dispute)).contains("Referred to Cafcass").contains("Done 22 March 2024");
    }

    @Test
    void theSharesOfACostAddUpToTheWholeAndAreReviewed() {
        CLOCK.set("2024-03-04T09:00");
        String child = child("Petrok", "Hosken");
        Practitioner worker = as("social-worker");
        String period = Practitioner.idOf(worker.add(child, "period-of-care", "", Map.of("began", "4/3/2024")));
        String placement = Practitioner.idOf(worker.add(
                child,
                "placement",
                period,
                Map.of("started", "4/3/2024", "kind", "K2", "whyHere", "Specialist home.")));
        Map<String, String> shares = new HashMap<>(Map.of(
                "proposed",
                "4/3/2024",
                "socialCare",
                "60",
                "education",
                "20",
                "health",
                "30",
                "follows",
                placement,
                "token",
                UUID.randomUUID().toString()));
        HttpResponse<String> tooMuch = worker.visitor().post("/people/" + child + "/records/cost-split/new", shares);
        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(tooMuch.body()).contains("must add up to 100 per cent; they add up to 110");
        shares.put("socialCare", "50");
        String split =
                Practitioner.location(worker.visitor().post("/people/" + child + "/records/cost-split/new", shares));
        assertThat(worker.decide(split, "agree", "Mine", "").statusCode()).isEqualTo(403);
        assertThat(as("service-manager")
                        .decide(split, "agree", "Needs of health", "")
                        .body())
                .contains("Enter the day by which it is reviewed");
        shares.put("reviewBy", "4/9/2024");
        Practitioner.location(worker.change(split, 1, shares));
        Practitioner.location(as("service-manager").decide(split, "agree", "Needs of health", ""));
        assertThat(worker.read(split)).contains("Cost split reviewed").contains("4 September 2024");
        assertThat(worker.read("/records/placement/" + placement))
                .contains("social care 50%, education 20%, health 30%");
        Practitioner.location(as("service-manager").decide(split, "review", "As it was", ""));
        assertThat(worker.read(split)).contains("Done 4 March 2024");

        shares.putAll(Map.of("token", UUID.randomUUID().toString(), "reviewBy", "4/12/2024"));
        String another =
                Practitioner.location(worker.visitor().post("/people/" + child + "/records/cost-split/new", shares));
        Practitioner.location(as("service-manager").decide(another, "agree", "As before", ""));
        assertThat(worker.read(another)).contains("4 December 2024").doesNotContain("Fell away");
        CLOCK.set("2024-05-15T09:00");
        worker = as("social-worker");
        Practitioner.location(worker.change(
                "/records/placement/" + placement,
                1,
                Map.of("started", "4/3/2024", "ended", "15/5/2024", "kind", "K2", "whyHere", "Specialist home.")));
        assertThat(worker.read(another)).contains("Fell away");
        assertThat(worker.read(split)).contains("Done 4 March 2024").doesNotContain("Fell away");
    }

    /** Sixteen weeks from Monday 4 March 2024 end on 24 June; the nominated officer may give eight more, to 19 August. */
    @Test
    void aConnectedPersonsTemporaryApprovalIsExtendedByTheNominatedOfficer() {
        CLOCK.set("2024-03-04T09:00");
        String child = child("Kerra", "Hosken");
        Practitioner worker = as("social-worker");
        String period = Practitioner.idOf(worker.add(child, "period-of-care", "", Map.of("began", "4/3/2024")));
        Map<String, String> withAunt =
                new HashMap<>(Map.of("started", "4/3/2024", "kind", "U3", "whyHere", "Her aunt."));
        String ordinary = worker.add(child, "placement", period, withAunt);
        Practitioner.location(as("service-manager").decide(ordinary, "approve-connected", "Suitable", ""));
        assertThat(as("service-manager")
                        .decide(ordinary, "extend-approval", "More time", "")
                        .body())
                .contains("Only the approval of a carer who is approved for a time");
        withAunt.putAll(Map.of("approvedForATime", "yes", "outsideTerms", "yes"));
        Practitioner.location(worker.change(ordinary, 2, withAunt));
        assertThat(Practitioner.words(worker.read(ordinary)))
                .contains("Connected person approved in full 24 June 2024")
                .contains("Emergency placement outside the terms of approval ended or the terms changed 12 March 2024");
        CLOCK.set("2024-06-24T09:00");
        worker = as("social-worker");
        assertThat(as("team-manager")
                        .decide(ordinary, "extend-approval", "More time", "")
                        .statusCode())
                .isEqualTo(403);
        Practitioner.location(as("service-manager").decide(ordinary, "extend-approval", "The panel meets in July", ""));
        assertThat(Practitioner.words(worker.read(ordinary)))
                .contains("Connected person approved in full 19 August 2024");
        CLOCK.set("2024-08-19T09:00");
        worker = as("social-worker");
        Practitioner.location(as("service-manager")
                .decide(ordinary, "extend-for-review", "Refused on 1 August, review sought on the 5th", ""));
        CLOCK.set("2024-09-30T09:00");
        worker = as("social-worker");
        assertThat(Practitioner.words(worker.read(ordinary)))
                .contains("Connected person approved in full Not known yet Paused")
                .contains("Stands still since 19 August 2024 while the review of the refusal is not decided");
        Practitioner.location(as("team-manager").decide(ordinary, "review-decided", "To be approved", ""));
        assertThat(Practitioner.words(worker.read(ordinary)))
                .contains("Connected person approved in full 30 September 2024");
        withAunt.putAll(Map.of("assessed", "24/6/2024", "termsChanged", "11/3/2024"));
        Practitioner.location(worker.change(ordinary, 6, withAunt));
        assertThat(Practitioner.words(worker.read(ordinary)))
                .contains("Done 24 June 2024")
                .contains("Done 11 March 2024");
        withAunt.put("kind", "U6");
        withAunt.putAll(Map.of("approvedForATime", "no", "assessed", ""));
        assertThat(worker.change(ordinary, 7, withAunt).body()).contains("approved by another decision");
    }

    private static Map<String, String> with(Map<String, String> answers, String name, String value) {
        Map<String, String> more = new HashMap<>(answers);
        more.put(name, value);
        return more;
    }

    private static String child(String given, String family) {
        Practitioner manager = as("front-door-manager");
        String child = manager.newPerson(given, family, "12/9/2014");
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        manager.allocate(child, "reviewing-service|reviewing-officer", "REVIEWING_OFFICER");
        return child;
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }
}
