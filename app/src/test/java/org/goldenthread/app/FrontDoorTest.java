package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a neighbour's call to an authorised assessment, through the pages, with dates worked by hand from the calendar of 2024. */
class FrontDoorTest {

    private static final String CONCERN = "Shouting most nights and the boy outside alone after dark.";

    private static final MovableClock CLOCK = new MovableClock("2024-03-28T16:00");
    private static RunningApplication application;

    private final Practitioner worker = new Practitioner(application, "front-door-worker");
    private final Practitioner manager = new Practitioner(application, "front-door-manager");
    private final Practitioner socialWorker = new Practitioner(application, "social-worker");

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(CLOCK);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void resetTheClock() {
        CLOCK.set("2024-03-28T16:00");
    }

    @Test
    void aContactBecomesAReferralAnAssessmentAndAnAuthorisedOneWithEachClockOnItsDay() {
        String child = worker.newPerson("Tamsin", "Wintle", "29/2/2016");
        String contact = worker.add(child, "contact", "", contact());
        // Received on Maundy Thursday: one working day is Tuesday 2 April.
        assertThat(worker.read(contact)).contains("Awaiting decision").contains("2 April 2024");

        assertThat(worker.decide(contact, "refer", "Threshold met", "").statusCode())
                .isEqualTo(403);
        HttpResponse<String> unready = manager.decide(contact, "refer", "Threshold met", "");
        assertThat(unready.statusCode()).isEqualTo(422);
        assertThat(unready.body()).contains("Write why, against the threshold").contains("Nothing is decided yet");

        Map<String, String> rated = contact();
        rated.put("priority", "AMBER");
        rated.put("rated", "28/3/2024");
        rated.put("ratedAt", "16:10");
        rated.put("threshold", "Level 4: neglect, and likely harm by a parent’s drinking.");
        Practitioner.location(worker.change(contact, 1, rated));
        assertThat(worker.read(contact)).contains("29 March 2024, 16:10").contains("Local: 24 hours");
        Practitioner.location(worker.decide(contact, "enquire", "", ""));
        Practitioner.location(manager.decide(contact, "refer", "Threshold met", ""));
        assertThat(manager.read(contact))
                .contains("Accepted as referral")
                .contains("Done in time")
                .contains("Begin the referral");

        String referral = manager.add(child, "referral", Practitioner.idOf(contact), referral());
        Practitioner.location(manager.decide(referral, "assess", "Section 17 assessment", ""));
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");

        CLOCK.set("2024-04-03T09:30");
        Practitioner socialWorker = new Practitioner(application, "social-worker");
        Practitioner teamManager = new Practitioner(application, "team-manager");
        String assessment =
                socialWorker.add(child, "assessment", Practitioner.idOf(referral), Map.of("began", "28/3/2024"));
        // 45 working days from 28 March, over Easter and two May bank holidays: 5 June. Review point, 10: 15 April.
        assertThat(socialWorker.read(assessment)).contains("5 June 2024").contains("15 April 2024");
        assertThat(socialWorker.read("/work")).contains("Tamsin Wintle").contains("Manager’s review point");

        HttpResponse<String> early = socialWorker.decide(assessment, "submit", "", "");
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body())
                .contains("the child was seen")
                .contains("own words")
                .contains("factors found")
                .contains("analysis");
        Practitioner.location(socialWorker.change(assessment, 1, assessment()));
        Practitioner.location(socialWorker.decide(assessment, "submit", "", ""));
        assertThat(socialWorker.change(assessment, 3, assessment()).statusCode())
                .isEqualTo(403);
        assertThat(socialWorker.decide(assessment, "authorise", "", "").statusCode())
                .isEqualTo(403);
        Practitioner.location(teamManager.decide(assessment, "return", "Say more of the father", ""));
        assertThat(socialWorker.read("/work")).contains("Assessment: returned");
        Practitioner.location(socialWorker.decide(assessment, "submit", "", ""));

        CLOCK.set("2024-06-06T10:00");
        teamManager = new Practitioner(application, "team-manager");
        assertThat(teamManager.read("/work")).contains("Assessment: submitted").contains("Overdue");
        Practitioner.location(teamManager.decide(assessment, "authorise", "", "5/6/2024"));
        assertThat(teamManager.read(assessment)).contains("Authorised").contains("Done in time");
        String page = teamManager.read("/people/" + child + "/chronology");
        assertThat(page)
                .contains("Contact from")
                .contains("MASH priority amber")
                .contains("Contact: accepted as a referral. Threshold met")
                .contains("Child seen alone for the assessment")
                .contains("Assessment: returned for changes. Say more of the father")
                .contains("Assessment: authorised");

        // As it was known on 10 April nobody had authorised it, and it was not overdue then either.
        String then = teamManager.read("/people/" + child + "?as-known=10/4/2024");
        assertThat(then).contains("As it was known at the end of 10/4/2024").doesNotContain("Assessment: authorised");
    }

    @Test
    void whatIsSentTwiceCountsOnce() {
        String child = worker.newPerson("Osric", "Penhale", "1/5/2012");
        Map<String, String> twice = contact();
        twice.put("token", "5f0c1a52-8d4e-4f4b-9d5e-0123456789ab");
        String first = worker.add(child, "contact", "", twice);
        assertThat(worker.add(child, "contact", "", twice)).isEqualTo(first);
    }

    @Test
    void twoWhoChangeTheSameSeeBothTextsAndLoseNeither() {
        String child = worker.newPerson("Ione", "Tregear", "1/5/2012");
        String contact = worker.add(child, "contact", "", contact());
        Map<String, String> first = contact();
        first.put("concern", "The neighbour called again and heard a plate break.");
        first.put("childSafeNow", "With the grandmother tonight.");
        Practitioner.location(worker.change(contact, 1, first));
        Map<String, String> second = contact();
        second.put("concern", "The school saw a bruise on the arm.");
        second.put("agency", "Made-up Primary School");
        HttpResponse<String> answer = manager.change(contact, 1, second);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Somebody else changed this while you were writing")
                .contains("The neighbour called again and heard a plate break.")
                .contains("The school saw a bruise on the arm.")
                .contains("With the grandmother tonight.")
                .contains("Made-up Primary School");
        assertThat(manager.read(contact)).contains("plate break").doesNotContain("bruise");
        // The draft keeps the second text, so that closing the page loses nothing either.
        assertThat(manager.read(contact + "/change")).contains("The school saw a bruise on the arm.");
        second.put("concern", "The neighbour heard a plate break; the school saw a bruise.");
        second.put("childSafeNow", "With the grandmother tonight.");
        Practitioner.location(manager.change(contact, 2, second));
        assertThat(manager.read(contact + "/versions"))
                .contains("Version 3")
                .contains("Version 1")
                .contains("plate break; the school saw a bruise");
    }

    @Test
    void whatIsWithdrawnTakesItsClockAndItsEventsAlongAndBringsThemBack() {
        String child = worker.newPerson("Bertram", "Nance", "1/5/2012");
        String contact = worker.add(child, "contact", "", contact());
        assertThat(worker.read("/people/" + child)).contains("Threshold decision on a contact");
        Practitioner.location(worker.visitor()
                .post(
                        contact + "/withdraw",
                        Map.of("version", "1", "withdrawn", "true", "why", "Meant for another child")));
        assertThat(worker.read("/people/" + child))
                .doesNotContain("Threshold decision")
                .contains("No clock is running");
        Practitioner.location(worker.visitor()
                .post(
                        contact + "/withdraw",
                        Map.of("version", "2", "withdrawn", "false", "why", "It was right after all")));
        assertThat(worker.read("/people/" + child)).contains("Threshold decision on a contact");
        assertThat(worker.visitor()
                        .post(contact + "/withdraw", Map.of("version", "3", "withdrawn", "true", "why", " "))
                        .body())
                .contains("Say why it is withdrawn");
    }

    @Test
    void whatIsDecidedIsNotWithdrawnByWhoeverMayNotCorrectIt() {
        String child = worker.newPerson("Eval", "Trevena", "1/5/2012");
        Map<String, String> ready = contact();
        ready.put("threshold", "Level 2");
        String contact = worker.add(child, "contact", "", ready);
        Practitioner.location(manager.decide(contact, "advise", "Advice given", ""));
        assertThat(worker.read(contact)).doesNotContain("Entered in error?");
        Map<String, String> withdrawal = Map.of("version", "2", "withdrawn", "true", "why", "Not wanted");
        assertThat(worker.visitor().post(contact + "/withdraw", withdrawal).statusCode())
                .isEqualTo(403);
        Practitioner.location(manager.visitor().post(contact + "/withdraw", withdrawal));
    }

    @Test
    void whatHasPagesOfItsOwnIsNotWrittenThroughTheCommonForm() {
        String child = worker.newPerson("Nessa", "Penberthy", "1/5/2012");
        for (String kind : new String[] {"allocation", "restriction", "person"}) {
            assertThat(manager.visitor()
                            .get("/people/" + child + "/records/" + kind + "/new")
                            .statusCode())
                    .as(kind)
                    .isEqualTo(404);
        }
        assertThat(manager.visitor()
                        .get("/records/person/" + child + "/withdraw")
                        .statusCode())
                .isEqualTo(403);
        assertThat(manager.visitor().get("/records/person/" + child + "/change").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsWrongIsSaidWhereItIsAndNothingTypedIsLost() {
        String child = worker.newPerson("Hester", "Vosper", "1/5/2012");
        Map<String, String> wrong = contact();
        wrong.put("received", "31/2/2024");
        wrong.put("receivedAt", "25:00");
        wrong.remove("source");
        HttpResponse<String> answer = worker.visitor().post("/people/" + child + "/records/contact/new", wrong);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("There is a problem")
                .contains("is a day that does not exist")
                .contains("must be a time of day, like 14:30")
                .contains("Choose an answer: who told us")
                .contains(CONCERN)
                .contains("value=\"31/2/2024\"");
    }

    @Test
    void theSameIsRecordedForBrothersAndSistersInOneGo() {
        String child = worker.newPerson("Morwenna", "Curnow", "1/5/2012");
        String brother = worker.newPerson("Perran", "Curnow", "1/5/2015");
        Practitioner.location(worker.visitor()
                .post(
                        "/people/" + child + "/records/relationship/new",
                        Map.of(
                                "other",
                                brother,
                                "kind",
                                "SIBLING",
                                "token",
                                UUID.randomUUID().toString())));
        assertThat(worker.read("/people/" + brother))
                .contains("Brother or sister")
                .contains("Morwenna Curnow");
        Map<String, String> both = contact();
        both.put("also", brother);
        both.put("threshold", "Level 4");
        String contact = worker.add(child, "contact", "", both);
        assertThat(worker.read("/people/" + brother)).contains("Contact from").contains("2 April 2024");
        // Each referral comes of the contact of its own child.
        Practitioner.location(manager.decide(contact, "refer", "Threshold met", ""));
        Map<String, String> referral = new HashMap<>(referral());
        referral.put("also", brother);
        manager.add(child, "referral", Practitioner.idOf(contact), referral);
        Matcher own = Pattern.compile("/records/referral/[0-9a-f-]{36}").matcher(manager.read("/people/" + brother));
        assertThat(own.find()).isTrue();
        assertThat(manager.read(own.group())).contains("What it belongs to").doesNotContain(contact);
    }

    @Test
    void aSocialWorkerSeesNoFileThatIsNotAllocatedAndIsToldWhomToAsk() {
        String child = worker.newPerson("Loveday", "Hocking", "1/5/2012");
        String contact = worker.add(child, "contact", "", contact());
        HttpResponse<String> page = socialWorker.visitor().get("/people/" + child);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).doesNotContain("Loveday").contains("not yours to see");
        assertThat(socialWorker.visitor().get(contact).statusCode()).isEqualTo(404);
        assertThat(socialWorker.visitor().get(contact + "/versions").statusCode())
                .isEqualTo(404);
        manager.allocate(child, "assessment-team", "ALLOCATED_WORKER");
        assertThat(socialWorker.visitor().get("/people/" + child).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverEndsAnAllocationSeesTheFileForAWeekMore() {
        String child = worker.newPerson("Sowena", "Tonkin", "1/5/2012");
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        Practitioner teamManager = new Practitioner(application, "team-manager");
        Matcher allocation = Pattern.compile("name=\"allocation\" value=\"([0-9a-f-]{36})\"")
                .matcher(teamManager.read("/people/" + child + "/access"));
        assertThat(allocation.find()).isTrue();
        Practitioner.location(teamManager
                .visitor()
                .post("/people/" + child + "/access/end", Map.of("allocation", allocation.group(1))));
        assertThat(teamManager.read("/people/" + child + "/access"))
                .contains("28 March 2024")
                .doesNotContain("End today");
        assertThat(teamManager.read("/work/team")).doesNotContain("Sowena");
        CLOCK.set("2024-04-04T23:00");
        assertThat(new Practitioner(application, "social-worker")
                        .visitor()
                        .get("/people/" + child)
                        .statusCode())
                .isEqualTo(200);
        CLOCK.set("2024-04-05T00:30");
        assertThat(new Practitioner(application, "social-worker")
                        .visitor()
                        .get("/people/" + child)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aRestrictedFileIsSeenByThoseNamedAndByWhoeverBreaksTheGlassForAWhile() {
        String child = worker.newPerson("Digory", "Angove", "1/5/2012");
        worker.add(child, "contact", "", contact());
        Practitioner.location(manager.visitor()
                .post(
                        "/people/" + child + "/access/restrict",
                        Map.of(
                                "kind",
                                "STAFF_FAMILY",
                                "reason",
                                "Son of a manager here",
                                "ask",
                                "Head of safeguarding")));
        assertThat(manager.visitor().get("/people/" + child).statusCode()).isEqualTo(200);
        HttpResponse<String> stopped = worker.visitor().get("/people/" + child);
        assertThat(stopped.statusCode()).isEqualTo(403);
        assertThat(stopped.body())
                .contains("Head of safeguarding")
                .doesNotContain("Digory")
                .doesNotContain("Open the file");

        Practitioner nights = new Practitioner(application, "emergency-duty-worker");
        assertThat(nights.read("/people/" + child)).contains("Open the file").doesNotContain("Digory");
        assertThat(nights.visitor()
                        .post("/people/" + child + "/open", Map.of("reason", "short"))
                        .body())
                .contains("in at least 10 characters");
        Practitioner.location(nights.visitor()
                .post("/people/" + child + "/open", Map.of("reason", "Police called: child found alone at 23:40")));
        assertThat(nights.read("/people/" + child)).contains("Digory");
        assertThat(manager.read("/work/openings")).contains("child found alone at 23:40");
        CLOCK.passHours(12);
        nights = new Practitioner(application, "emergency-duty-worker");
        assertThat(nights.visitor().get("/people/" + child).statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsTypedIsKeptAsADraftUntilItIsSavedOrThrownAway() {
        String child = worker.newPerson("Senara", "Trewin", "1/5/2012");
        Map<String, String> typed = contact();
        typed.put("factors", "a");
        assertThat(worker.visitor().post("/drafts/new.contact." + child, typed).statusCode())
                .isEqualTo(204);
        assertThat(worker.read("/people/" + child + "/records/contact/new"))
                .contains("This is your draft")
                .contains(CONCERN);
        assertThat(manager.read("/people/" + child + "/records/contact/new"))
                .doesNotContain(CONCERN)
                .contains("is typing into this form too");
        Practitioner.location(worker.visitor().post("/people/" + child + "/records/contact/new/discard", Map.of()));
        assertThat(worker.read("/people/" + child + "/records/contact/new")).doesNotContain("This is your draft");
    }

    @Test
    void aRecordComesOfNoRecordOfAnotherChild() {
        String child = worker.newPerson("Petroc", "Hosken", "1/5/2012");
        String other = worker.newPerson("Lamorna", "Teague", "1/5/2014");
        String contact = worker.add(child, "contact", "", contact());
        Map<String, String> share = new HashMap<>(
                Map.of("agency", "Police", "token", UUID.randomUUID().toString()));
        assertThat(worker.visitor()
                        .post("/people/" + other + "/records/agency-share/new", share)
                        .body())
                .contains("Begin it from the record that it comes of");
        share.put("follows", Practitioner.idOf(contact));
        assertThat(worker.visitor()
                        .post("/people/" + other + "/records/agency-share/new", share)
                        .statusCode())
                .isEqualTo(403);
        assertThat(worker.visitor()
                        .post("/people/" + child + "/records/agency-share/new", share)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void nobodyMakesSomebodyAParentToSeeTheirFile() {
        String own = worker.newPerson("Branok", "Rosevear", "1/5/2012");
        String stranger = worker.newPerson("Eseld", "Nancarrow", "1/5/1984");
        worker.add(
                stranger,
                "case-note",
                "",
                Map.of("happened", "28/3/2024", "kind", "NOTE", "note", "Nothing of theirs."));
        for (String[] each : new String[][] {{own, "assessment-team"}, {stranger, "reviewing-service"}}) {
            Practitioner.location(manager.visitor()
                    .post(
                            "/people/" + each[0] + "/access/allocate",
                            Map.of("whom", each[1], "token", UUID.randomUUID().toString())));
        }
        assertThat(socialWorker.visitor().get("/people/" + stranger).statusCode())
                .isEqualTo(403);
        assertThat(socialWorker
                        .visitor()
                        .post(
                                "/people/" + own + "/records/relationship/new",
                                Map.of(
                                        "other",
                                        stranger,
                                        "kind",
                                        "MOTHER",
                                        "token",
                                        UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(socialWorker.visitor().get("/people/" + stranger).statusCode())
                .isEqualTo(403);
        // Whoever sees both may say so, and then whoever sees the child sees the mother.
        worker.add(own, "relationship", "", Map.of("other", stranger, "kind", "MOTHER"));
        assertThat(socialWorker.visitor().get("/people/" + stranger).statusCode())
                .isEqualTo(200);
    }

    @Test
    void noSecondRecordIsMadeOfAChildWithoutBeingAsked() {
        String child = worker.newPerson("Jowan", "Carlyon", "17/8/2013");
        Practitioner.location(manager.visitor()
                .post(
                        "/people/" + child + "/access/restrict",
                        Map.of("kind", "ADOPTION", "reason", "Placed for adoption", "ask", "Adoption manager")));
        Map<String, String> again = new HashMap<>(Map.of(
                "givenName",
                "Jowan",
                "familyName",
                "Carlyon",
                "born",
                "17/8/2013",
                "token",
                UUID.randomUUID().toString()));
        HttpResponse<String> asked = worker.visitor().post("/people/new", again);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body())
                .contains("Nothing is saved yet")
                .contains("Restricted. Ask: Adoption manager")
                .contains("It is none of them: save as a new person");
        again.put("confirmed", "true");
        assertThat(Practitioner.idOf(worker.visitor().post("/people/new", again)))
                .isNotEqualTo(child);
        assertThat(worker.read("/people?q=Jowan+Carlyon")).contains("17 August 2013");
    }

    @Test
    void everyLookAndEveryActIsInTheAuditLog() {
        String child = worker.newPerson("Kerensa", "Bolitho", "1/5/2012");
        String contact = worker.add(child, "contact", "", contact());
        worker.read(contact);
        worker.read("/people/" + child);
        String log = Visitor.signedInTo(application, "auditor").get("/audit").body();
        assertThat(log)
                .contains("Added a record")
                .contains("Looked at a record")
                .contains("Looked at a person")
                .contains(child);
        assertThat(log).doesNotContain("Kerensa");
    }

    private static Map<String, String> contact() {
        Map<String, String> answers = new HashMap<>();
        answers.put("received", "28/3/2024");
        answers.put("receivedAt", "15:40");
        answers.put("source", "1B");
        answers.put("concern", CONCERN);
        return answers;
    }

    private static Map<String, String> referral() {
        return Map.of("received", "28/3/2024", "source", "1B", "concern", CONCERN, "primaryNeed", "N1");
    }

    private static Map<String, String> assessment() {
        Map<String, String> answers = new HashMap<>();
        answers.put("began", "28/3/2024");
        answers.put("seen", "4/4/2024");
        answers.put("seenAlone", "YES");
        answers.put("ownWords", "I like it best at Nan’s. It is loud at home.");
        answers.put("analysis", "If nothing changes, the shouting goes on and the child is left alone.");
        answers.put("factors", "3B");
        answers.put("outcome", "CHILD_IN_NEED_PLAN");
        return answers;
    }
}
