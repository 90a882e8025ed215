package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.extract.RecordReturns;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Validation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Children who come into care and for whom adoption becomes the plan. Each clock is compared with a day worked by hand from the calendars
 * of 2023 and 2024, and the SSDA903 and Annex A with what was recorded, cell for cell.
 */
class AdoptionTest {

    private static final MovableClock CLOCK = new MovableClock("2023-04-03T09:00");
    private RunningApplication application;

    @BeforeEach
    void start() {
        CLOCK.set("2023-04-03T09:00");
        application = RunningApplication.demoWithClock(CLOCK);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void aChildIsAdoptedAndTheClocksAndTheReturnsSaySo() throws IOException {
        String child = child("Tamsin", "Nancarrow");
        String care = as("social-worker")
                .add(child, "period-of-care", "", answers("began", "3/4/2023", "previousPermanence", "Z1"));
        String period = Practitioner.idOf(care);
        String interim = status(child, period, "3/4/2023", "C1");
        String fostered = placement(child, period, "3/4/2023", "U6", "SC123456");
        Practitioner.location(as("team-manager").decide(fostered, "approve", "", ""));
        // The second review is due by 4 May and three months more; the plan for permanence four months after 3 April.
        assertThat(words(care)).contains("Permanence plan 3 August 2023").contains("4 May 2023");

        CLOCK.set("2023-08-01T15:00");
        review(child, period, "2/5/2023");
        review(child, period, "1/8/2023");
        String permanence = as("social-worker")
                .add(
                        child,
                        "permanence-plan",
                        period,
                        answers("decided", "1/8/2023", "route", "ADOPTION", "parallel", "RETURN_HOME"));
        assertThat(words(permanence)).contains("Recommendation on adoption 1 October 2023");

        CLOCK.set("2023-09-20T10:00");
        Map<String, String> proposal = answers("recommended", "6/9/2023", "received", "11/9/2023");
        String plan = as("social-worker").add(child, "adoption-plan", Practitioner.idOf(permanence), proposal);
        // Seven working days after Monday 11 September.
        assertThat(words(plan)).contains("Decision whether the child should be placed for adoption 20 September 2023");
        assertThat(as("service-manager").decide(plan, "decide", "Needed", "").statusCode())
                .isEqualTo(403);
        assertThat(as("agency-decision-maker")
                        .decide(plan, "decide", "Needed", "")
                        .body())
                .contains("Write why adoption");
        proposal.put("reasons", "Her parents cannot care for her in time for her.");
        Practitioner.location(as("social-worker").change(plan, 1, proposal));
        Practitioner.location(as("agency-decision-maker").decide(plan, "decide", "In her best interests", ""));
        assertThat(words(plan))
                .contains("Parents told of the decision on adoption 22 September 2023")
                .contains("Parents written to about the decision on adoption 27 September 2023")
                .contains("Match recommended 20 March 2024");

        CLOCK.set("2023-11-13T16:00");
        proposal.put("parentsTold", "21/9/2023");
        proposal.put("parentsWritten", "28/9/2023");
        Practitioner.location(as("social-worker").change(plan, 3, proposal));
        assertThat(words(plan)).contains("Done late");
        Practitioner.location(as("social-worker").change(interim, 1, ended("3/4/2023", "13/11/2023", "C1")));
        String order = status(child, period, "13/11/2023", "E1");
        assertThat(words(care)).contains("Review of a child who may be placed for adoption 13 February 2024");

        CLOCK.set("2024-02-06T10:00");
        review(child, period, "15/1/2024");
        assertThat(words(care)).contains("Review of a child who may be placed for adoption 15 July 2024");
        Map<String, String> adopters = answers(
                "adopters",
                "AH0012",
                "sexes",
                "MF",
                "legalStatus",
                "L0",
                "fosterCarers",
                "no",
                "reasons",
                "Calm and warm.");
        adopters.put("recommended", "25/1/2024");
        adopters.put("received", "30/1/2024");
        HttpResponse<String> single = as("social-worker")
                .visitor()
                .post(
                        "/people/" + child + "/records/adoption-match/new",
                        with(
                                with(adopters, "follows", Practitioner.idOf(plan)),
                                "token",
                                UUID.randomUUID().toString()));
        assertThat(single.body()).contains("legal status does not agree");
        adopters.put("legalStatus", "L11");
        String match = as("social-worker").add(child, "adoption-match", Practitioner.idOf(plan), adopters);
        // Seven working days after Tuesday 30 January.
        assertThat(words(match)).contains("Decision on the match with adopters 8 February 2024");
        Practitioner.location(as("agency-decision-maker").decide(match, "match", "As the panel has it", ""));

        CLOCK.set("2024-02-19T10:00");
        Practitioner.location(as("social-worker").change(fostered, 2, movedOn("19/2/2024")));
        String placed = placement(child, period, "19/2/2024", "A6", "");
        assertThat(as("team-manager").decide(placed, "approve", "", "").body())
                .contains("approved by another decision");
        Map<String, String> placement = placed("19/2/2024", "A6", "");
        assertRefused(placed, "Enter the reference of the adopters’ household");
        placement.put("adopters", "AH0099");
        corrected(placed, 1, placement);
        assertRefused(placed, "No match of this child with the household AH0099");
        placement.putAll(Map.of("adopters", "ah0012", "kind", "A5"));
        corrected(placed, 2, placement);
        assertRefused(placed, "adopters do not foster the child now");
        placement.put("kind", "A4");
        corrected(placed, 3, placement);
        assertRefused(placed, "No consent to placing the child");
        placement.put("kind", "A6");
        corrected(placed, 4, placement);
        Practitioner.location(as("agency-decision-maker").decide(placed, "approve-adoption", "As matched", ""));
        // What was approved as placement for adoption is not made another kind, or one with others, by a change.
        assertThat(as("social-worker")
                        .change(placed, 6, with(placement, "adopters", "AH0099"))
                        .body())
                .contains("No match of this child with the household AH0099");
        assertThat(words(placed)).contains("Weekly visit to a child placed for adoption 26 February 2024");
        assertThat(words(care)).contains("Review of a child placed for adoption 18 March 2024");

        CLOCK.set("2024-03-14T16:00");
        for (String day : List.of("23/2/2024", "4/3/2024", "11/3/2024")) {
            as("social-worker")
                    .add(child, "visit", Practitioner.idOf(placed), answers("visited", day, "seen", "ALONE"));
        }
        assertThat(words(placed)).contains("Weekly visit to a child placed for adoption 18 March 2024");
        review(child, period, "14/3/2024");
        as("social-worker")
                .add(
                        child,
                        "adoption-visits",
                        Practitioner.idOf(placed),
                        answers("decided", "14/3/2024", "weeks", "3"));
        assertThat(words(placed)).contains("Fell away");
        assertThat(words(care)).contains("Review of a child placed for adoption 14 June 2024");
        assertThat(words("/people/" + child + "/returns")).contains("SSDA903) 2023-24 Clean");
        adopter("AH0012");

        CLOCK.set("2024-04-02T09:00");
        checkCare(
                2024,
                List.of(
                        "500001,03/04/2023,S,C1,N1,U6,PR1,13/11/2023,X1,,AB1 0AB,AB1 0CD,SC123456",
                        "500001,13/11/2023,L,E1,N1,U6,PR1,19/02/2024,X1,CARPL,AB1 0AB,AB1 0CD,SC123456",
                        "500001,19/02/2024,P,E1,N1,A6,PR1,,,,AB1 0AB,AB1 0CD,XXXXXXX"),
                List.of(),
                List.of("500001,10/02/2023,20/09/2023,,"));
        String adoptionSoFar =
                "Child Unique ID=500001|Gender=b) Female|Ethnicity=a) WBRI|Date of Birth=2023-02-10|Age of Child (Years)=1"
                        + "|Does the Child have a Disability=No|Date the Child Entered Care=2023-04-03"
                        + "|Date of Decision that Child Should be Placed for Adoption=2023-09-20|Date of Placement Order=2023-11-13"
                        + "|Date of Matching Child and Prospective Adopters=2024-02-06|Date Placed for Adoption=2024-02-19";
        String household =
                "Individual adopter identifier=500002|Family identifier=AH0012|Gender=b) Female|Ethnicity=a) WBRI"
                        + "|Disability=No|Date enquiry received=2023-01-09|Date adopter matched with child(ren)=2024-02-06"
                        + "|Date child/children placed with adopter(s)=2024-02-19|No. of children placed=1";
        Map<Integer, List<String>> march = annexA("2024-03-31");
        assertThat(march.get(10)).containsExactly(adoptionSoFar);
        assertThat(march.get(11)).containsExactly(household);

        CLOCK.set("2024-09-17T09:00");
        review(child, period, "12/6/2024");
        Practitioner.location(as("social-worker").change(order, 1, ended("13/11/2023", "16/9/2024", "E1")));
        Practitioner.location(as("social-worker")
                .change(
                        care,
                        1,
                        with(
                                answers("began", "3/4/2023", "ended", "16/9/2024", "reasonEnded", "E11"),
                                "previousPermanence",
                                "Z1")));
        assertThat(words(care)).doesNotContain("Overdue").doesNotContain("Due soon");

        assertThat(as("service-manager").read(care))
                .contains("Restrict the file")
                .contains("Seal the new identity");
        assertThat(as("social-worker").read(care))
                .doesNotContain("Restrict the file")
                .doesNotContain("Seal the new");
        as("service-manager").visitor().post("/people/" + child + "/access/restrict", restriction("social-worker"));
        assertThat(as("service-manager").read(care))
                .doesNotContain("Restrict the file")
                .contains("Seal the new identity");
        assertThat(as("agency-decision-maker").visitor().get(care).statusCode()).isNotEqualTo(200);

        CLOCK.set("2025-04-01T09:00");
        checkCare(
                2025,
                List.of("500001,19/02/2024,P,E1,N1,A6,PR1,16/09/2024,E11,,AB1 0AB,AB1 0CD,XXXXXXX"),
                List.of("500001,10/02/2023,20/09/2023,06/02/2024,0,2,MF,L11"),
                List.of("500001,10/02/2023,20/09/2023,,"));
        Map<Integer, List<String>> december = annexA("2024-12-31");
        assertThat(december.get(10)).containsExactly(adoptionSoFar + "|Date of Adoption Order=2024-09-16");
        assertThat(december.get(11)).containsExactly(household + "|Date of Adoption Order=2024-09-16");
    }

    /** A child who is fostered for adoption and then placed with the same carers, by the consent of both parents. */
    @Test
    void aChildIsPlacedByConsentWithThoseWhoFosteredForAdoption() {
        String child = child("Meryn", "Tregear");
        Practitioner worker = as("social-worker");
        String care = worker.add(child, "period-of-care", "", answers("began", "3/4/2023", "previousPermanence", "Z1"));
        String period = Practitioner.idOf(care);
        status(child, period, "3/4/2023", "V2");
        String fostered = placement(child, period, "3/4/2023", "U5", "SC123456");
        assertThat(as("team-manager").decide(fostered, "approve", "", "").body())
                .contains("approved by another decision");
        Practitioner.location(as("service-manager")
                .decide(fostered, "approve-fostering-for-adoption", "Most appropriate for him", ""));
        assertThat(words(care)).doesNotContain("placed for adoption");

        CLOCK.set("2023-09-28T10:00");
        String permanence = as("social-worker")
                .add(child, "permanence-plan", period, answers("decided", "1/8/2023", "route", "ADOPTION"));
        String plan = as("social-worker")
                .add(
                        child,
                        "adoption-plan",
                        Practitioner.idOf(permanence),
                        answers("recommended", "6/9/2023", "received", "11/9/2023", "reasons", "No return home."));
        Practitioner.location(as("agency-decision-maker").decide(plan, "decide", "In his best interests", "18/9/2023"));
        Map<String, String> adopters = answers("adopters", "AH0020", "sexes", "MF", "legalStatus", "L11");
        adopters.putAll(answers("fosterCarers", "yes", "reasons", "He lives with them.", "received", "20/9/2023"));
        String match = as("social-worker").add(child, "adoption-match", Practitioner.idOf(plan), adopters);
        Map<String, String> movedOn = placed("3/4/2023", "U5", "SC123456");
        movedOn.putAll(Map.of("ended", "27/9/2023", "reasonChanged", "CARPL"));
        Practitioner.location(as("social-worker").change(fostered, 2, movedOn));
        Map<String, String> placement = with(placed("27/9/2023", "A3", "SC123456"), "adopters", "AH0020");
        String placed = as("social-worker").add(child, "placement", period, placement);
        assertRefused(placed, "No match of this child with the household AH0020 is approved");
        Practitioner.location(as("agency-decision-maker").decide(match, "match", "As the panel has it", "22/9/2023"));

        // In force from the day on which it was given, and no more on the day on which it ended.
        Map<String, String> consent = answers("given", "28/9/2023", "kind", "SECTION_19", "adopters", "AH0021");
        String consented = as("social-worker").add(child, "adoption-consent", period, consent);
        assertThat(words(care)).contains("Review of a child who may be placed for adoption 28 December 2023");
        assertRefused(placed, "No consent to placing the child with these adopters is in force");
        consent.put("given", "27/9/2023");
        corrected(consented, 1, consent);
        assertRefused(placed, "No consent to placing the child with these adopters is in force");
        consent.put("adopters", "");
        corrected(consented, 2, with(consent, "ended", "27/9/2023"));
        assertRefused(placed, "No consent to placing the child with these adopters is in force");
        corrected(consented, 3, with(consent, "ended", ""));
        Practitioner.location(as("agency-decision-maker").decide(placed, "approve-adoption", "As matched", ""));
        assertThat(words(care))
                .contains("Review of a child placed for adoption 25 October 2023")
                .doesNotContain("Review of a child who may be placed for adoption");
    }

    private void assertRefused(String placed, String why) {
        HttpResponse<String> refused = as("agency-decision-maker").decide(placed, "approve-adoption", "As matched", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(why);
    }

    private void corrected(String record, int version, Map<String, String> answers) {
        Practitioner.location(as("social-worker").change(record, version, answers));
    }

    @Test
    void adoptionCeasesToBeThePlanAndTheReturnsSayWhenAndWhy() throws IOException {
        String child = child("Jory", "Penhale");
        Practitioner worker = as("social-worker");
        String period = Practitioner.idOf(
                worker.add(child, "period-of-care", "", answers("began", "3/4/2023", "previousPermanence", "Z1")));
        status(child, period, "3/4/2023", "C2");
        placement(child, period, "3/4/2023", "U6", "SC123456");
        CLOCK.set("2023-09-20T10:00");
        String permanence = as("social-worker")
                .add(child, "permanence-plan", period, answers("decided", "1/8/2023", "route", "ADOPTION"));
        Map<String, String> proposal =
                answers("recommended", "6/9/2023", "received", "11/9/2023", "reasons", "No return home.");
        String plan = as("social-worker").add(child, "adoption-plan", Practitioner.idOf(permanence), proposal);
        Practitioner.location(as("agency-decision-maker").decide(plan, "decide", "In his best interests", ""));
        CLOCK.set("2024-03-20T10:00");
        assertThat(as("agency-decision-maker")
                        .decide(plan, "reverse", "A year of looking", "")
                        .body())
                .contains("Choose why it is no longer the plan");
        proposal.put("reasonReversed", "RD3");
        Practitioner.location(as("social-worker").change(plan, 2, proposal));
        Practitioner.location(as("agency-decision-maker").decide(plan, "reverse", "A year of looking", "18/3/2024"));
        // Match recommended by 20 March: the plan ceased two days before.
        assertThat(words(plan)).contains("Match recommended").contains("Fell away");
        CLOCK.set("2024-04-02T09:00");
        checkCare(
                2024,
                List.of("500001,03/04/2023,S,C2,N1,U6,PR1,,,,AB1 0AB,AB1 0CD,SC123456"),
                List.of(),
                List.of("500001,10/02/2023,20/09/2023,18/03/2024,RD3"));
        assertThat(annexA("2024-03-31").get(10))
                .singleElement()
                .asString()
                .endsWith(
                        "|Date of Decision that Child Should No Longer be Placed for Adoption=2024-03-18"
                                + "|Reason Why Child No Longer Placed for Adoption=RD3: Prospective adopters could not be found");
    }

    @Test
    void adoptersAreWatchedThroughTheStagesAndSeenByThoseNamedAlone() throws IOException {
        CLOCK.set("2023-01-09T09:00");
        String adopter = as("team-manager").newPerson("Wenna", "Carlyon", "3/5/1985");
        as("front-door-manager").allocate(adopter, "assessment-team|social-worker", "ALLOCATED_WORKER");
        Map<String, String> first = answers("household", "AH0012", "enquired", "9/1/2023");
        // On an open file nothing of it is recorded, and what was typed is still there.
        HttpResponse<String> open = as("social-worker")
                .visitor()
                .post(
                        "/people/" + adopter + "/records/prospective-adopter/new",
                        with(first, "token", UUID.randomUUID().toString()));
        assertThat(open.statusCode()).isEqualTo(422);
        assertThat(open.body()).contains("Restrict the file first, as adoption").contains("AH0012");
        as("team-manager").visitor().post("/people/" + adopter + "/access/restrict", restriction("social-worker"));
        as("team-manager")
                .visitor()
                .post("/people/" + adopter + "/access/members", answers("add", "agency-decision-maker"));
        String record = as("social-worker").add(adopter, "prospective-adopter", "", first);

        CLOCK.set("2023-08-21T10:00");
        first.putAll(answers("registered", "16/1/2023", "stageOneBegan", "20/1/2023"));
        Practitioner.location(as("social-worker").change(record, 1, first));
        // Answered on the fifth working day would be the 23rd; stage one lasts two months.
        assertThat(words(record))
                .contains("Answer to a registration of interest 23 January 2023")
                .contains("Stage one of approving an adopter 20 March 2023");
        first.putAll(answers("stageOneEnded", "17/3/2023", "stageTwoBegan", "3/4/2023"));
        Practitioner.location(as("social-worker").change(record, 2, first));
        assertThat(words(record))
                .contains("Stage two begun after stage one 17 September 2023")
                .contains("Stage two of approving an adopter 3 August 2023");
        first.putAll(answers("stageTwoEnded", "28/7/2023", "applied", "20/7/2023", "received", "15/8/2023"));
        first.put("fosteringForAdoption", "no");
        Practitioner.location(as("social-worker").change(record, 3, first));
        // Seven working days after Tuesday 15 August.
        assertThat(words(record)).contains("Decision whether somebody is suitable to adopt 24 August 2023");
        assertThat(as("team-manager").decide(record, "approve", "Suitable", "").statusCode())
                .isEqualTo(403);
        Practitioner.location(as("agency-decision-maker").decide(record, "approve", "Suitable", ""));
        assertThat(words(record)).contains("Done late");

        // The director sees every file but this: neither the adopter's record nor what happened according to it.
        assertThat(as("director-of-childrens-services").visitor().get(record).statusCode())
                .isEqualTo(404);
        Practitioner duty = as("emergency-duty-worker");
        duty.visitor().post("/people/" + adopter + "/open", answers("reason", "Police ask who lives there tonight"));
        assertThat(duty.visitor().get(record).statusCode()).isEqualTo(404);
        assertThat(duty.read("/people/" + adopter + "/chronology")).doesNotContain("Enquired about adopting");
        assertThat(words("/people/" + adopter + "/chronology")).contains("Enquired about adopting");

        assertThat(annexA("2023-08-31").get(11))
                .containsExactly("Individual adopter identifier=500001|Family identifier=AH0012"
                        + "|Is the (prospective) adopter fostering for adoption?=No|Date enquiry received=2023-01-09"
                        + "|Date Stage 1 started=2023-01-20|Date Stage 1 ended=2023-03-17|Date Stage 2 started=2023-04-03"
                        + "|Date Stage 2 ended=2023-07-28|Date application submitted=2023-07-20"
                        + "|Date application approved=2023-08-21");
        assertThat(annexA("2023-08-31").get(10)).isEmpty();
    }

    private void adopter(String household) {
        Map<String, String> person =
                answers("givenName", "Merryn", "familyName", "Bolitho", "born", "3/5/1985", "sex", "F");
        person.putAll(Map.of("ethnicity", "WBRI", "disabilities", "NONE", "confirmed", "true"));
        person.put("token", UUID.randomUUID().toString());
        Practitioner manager = as("team-manager");
        String adopter = Practitioner.idOf(manager.visitor().post("/people/new", person));
        manager.visitor().post("/people/" + adopter + "/access/restrict", restriction("team-manager"));
        manager.add(adopter, "prospective-adopter", "", answers("household", household, "enquired", "9/1/2023"));
    }

    private static Map<String, String> restriction(String member) {
        return answers("kind", "ADOPTION", "reason", "Adoption", "ask", "Adoption team manager", "members", member);
    }

    /** A baby with a referral, a home and a social worker, as the SSDA903 wants them. */
    private String child(String given, String family) {
        Visitor.signedInTo(application, "administrator")
                .post("/accounts/number", Map.of("name", "social-worker", "number", "SW123456"));
        Practitioner door = as("front-door-manager");
        Map<String, String> person = answers("givenName", given, "familyName", family, "born", "10/2/2023", "sex", "F");
        person.putAll(Map.of("ethnicity", "WBRI", "disabilities", "NONE", "upnUnknown", "UN1", "confirmed", "true"));
        person.put("token", UUID.randomUUID().toString());
        String child = Practitioner.idOf(door.visitor().post("/people/new", person));
        door.add(
                child,
                "address",
                "",
                answers("lines", "1 Made-up Road", "postcode", "AB1 0AB", "kind", "HOME", "started", "10/2/2023"));
        Map<String, String> called = answers("received", "3/4/2023", "source", "1B", "concern", "Left alone.");
        String contact = door.add(child, "contact", "", with(called, "threshold", "Level 4"));
        Practitioner.location(door.decide(contact, "refer", "Threshold met", ""));
        door.add(child, "referral", Practitioner.idOf(contact), with(called, "primaryNeed", "N1"));
        Practitioner.location(door.visitor()
                .post(
                        "/people/" + child + "/access/allocate",
                        with(
                                answers("whom", "assessment-team|social-worker", "reasonChanged", "FCONTA"),
                                "token",
                                UUID.randomUUID().toString())));
        return child;
    }

    private String status(String child, String period, String day, String code) {
        return as("social-worker").add(child, "legal-status", period, answers("started", day, "status", code));
    }

    private static Map<String, String> ended(String started, String ended, String code) {
        return answers("started", started, "ended", ended, "status", code);
    }

    private String placement(String child, String period, String day, String kind, String ofstedNumber) {
        return as("social-worker").add(child, "placement", period, placed(day, kind, ofstedNumber));
    }

    private static Map<String, String> placed(String day, String kind, String ofstedNumber) {
        Map<String, String> placed = answers("started", day, "kind", kind, "provider", "PR1", "postcode", "AB1 0CD");
        placed.put("ofstedNumber", ofstedNumber.isEmpty() ? "XXXXXXX" : ofstedNumber);
        placed.put("whyHere", "Near.");
        return placed;
    }

    private static Map<String, String> movedOn(String day) {
        Map<String, String> moved = placed("3/4/2023", "U6", "SC123456");
        moved.putAll(Map.of("ended", day, "reasonChanged", "CARPL"));
        return moved;
    }

    private void review(String child, String period, String day) {
        as("social-worker").add(child, "looked-after-review", period, answers("held", day, "participation", "PN0"));
    }

    private void checkCare(int end, List<String> episodes, List<String> adoptions, List<String> decisions)
            throws IOException {
        CollectionYear year = new CollectionYear(end);
        Path folder = application.home().resolve("drawn").resolve("ssda903-" + end);
        assertThat(application.bean(RecordReturns.class).writeLookedAfter(year, year.lastDay(), folder))
                .isEqualTo(1);
        assertRows(folder.resolve("episodes.csv"), episodes);
        assertRows(folder.resolve("ad1.csv"), adoptions);
        assertRows(folder.resolve("placed_for_adoption.csv"), decisions);
        Validation validation = Ssda903Validation.run(
                Ssda903Rows.read(List.of(folder)), end, new Ssda903Children.Beside(null, null, null, null));
        assertThat(validation.run()).contains("521", "551", "552", "553", "554");
        assertThat(validation.faults())
                .filteredOn(fault -> fault.kind() == Kind.ERROR)
                .as(year.label())
                .isEmpty();
    }

    private static void assertRows(Path file, List<String> expected) throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        assertThat(lines.stream().skip(1).toList())
                .as(file.getFileName().toString())
                .isEqualTo(expected);
    }

    private Map<Integer, List<String>> annexA(String day) throws IOException {
        return AnnexALists.read(application
                .bean(RecordReturns.class)
                .writeAnnexA(LocalDate.parse(day), "201", application.home().resolve("drawn"))
                .getFirst());
    }

    private String words(String address) {
        return as("social-worker").read(address).replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static Map<String, String> answers(String... pairs) {
        Map<String, String> answers = new HashMap<>();
        for (int place = 0; place < pairs.length; place += 2) {
            answers.put(pairs[place], pairs[place + 1]);
        }
        return answers;
    }

    private static Map<String, String> with(Map<String, String> answers, String name, String value) {
        Map<String, String> more = new HashMap<>(answers);
        more.put(name, value);
        return more;
    }

    private Practitioner as(String role) {
        return new Practitioner(application, role);
    }
}
