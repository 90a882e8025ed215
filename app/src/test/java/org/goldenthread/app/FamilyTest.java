package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goldenthread.app.extract.RecordReturns;
import org.goldenthread.app.extract.RecordSnapshots;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.cin.CinValidation;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Validation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A family's story at a real browser: a neighbour's call, MASH, assessment, strategy discussion, conference, plan, proceedings,
 * placement, reviews, a missing episode and the way home. Each clock is compared with a day worked by hand from the calendars of 2023
 * and 2024, and at the end the returns and the scorecard hold just that.
 */
class FamilyTest {

    private static final MovableClock CLOCK = new MovableClock("2023-09-11T09:30");
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
    void aFamilysStoryIsInTheClocksTheReturnsAndTheScorecard() throws IOException {
        String child;
        String contact;
        String referral;
        String assessment;
        Visitor administrator = Visitor.signedInTo(application, "administrator");
        assertThat(administrator
                        .post("/accounts/number", Map.of("name", "social-worker", "number", "123456"))
                        .body())
                .contains("is SW and digits");
        administrator.post("/accounts/number", Map.of("name", "social-worker", "number", "sw 123456"));
        assertThat(administrator.get("/accounts").body()).contains("value=\"SW123456\"");
        try (Typist door = as("front-door-worker")) {
            child = door.newPerson(Map.of(
                    "givenName",
                    "Loveday",
                    "familyName",
                    "Trewhella",
                    "born",
                    "14/5/2013",
                    "sex",
                    "F",
                    "ethnicity",
                    "WBRI",
                    "disabilities",
                    "NONE",
                    "upn",
                    "V201200001001"));
            door.add(
                    child,
                    "address",
                    "",
                    Map.of("lines", "3 Made-up Terrace", "postcode", "AB1 0AB", "kind", "HOME", "started", "1/6/2019"));
            contact = door.add(
                    child,
                    "contact",
                    "",
                    Map.of(
                            "received",
                            "11/9/2023",
                            "receivedAt",
                            "09:20",
                            "source",
                            "1B",
                            "concern",
                            "Left alone from Friday to Sunday.",
                            "priority",
                            "AMBER",
                            "rated",
                            "11/9/2023",
                            "ratedAt",
                            "10:00"));
            assertThat(door.read(contact))
                    .contains("12 September 2023, 10:00")
                    .contains("Threshold decision on a contact 12 September 2023");
            door.decide(contact, "enquire", "");
            door.add(child, "agency-share", contact, Map.of("agency", "School", "information", "Often hungry."));
        }
        try (Typist manager = as("front-door-manager")) {
            manager.change(contact, Map.of("threshold", "Level 4: neglect."));
            manager.decide(contact, "refer", "Threshold met");
            referral = manager.add(child, "referral", contact, Map.of("received", "11/9/2023", "primaryNeed", "N1"));
            manager.decide(referral, "assess", "Section 17");
            manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER", "FCONTA");
            manager.allocate(child, "reviewing-service|reviewing-officer", "REVIEWING_OFFICER", "");
        }
        try (Typist worker = as("social-worker")) {
            assessment = worker.add(child, "assessment", referral, Map.of());
            assertThat(worker.read(assessment)).contains("Child and family assessment 13 November 2023");
        }
        CLOCK.set("2023-10-02T09:00");
        String discussion;
        try (Typist worker = as("social-worker")) {
            discussion = worker.add(child, "strategy-discussion", "", Map.of("requested", "2/10/2023"));
            assertThat(worker.read(discussion)).contains("5 October 2023");
        }
        CLOCK.set("2023-10-03T15:00");
        String enquiry;
        try (Typist worker = as("social-worker")) {
            worker.change(
                    discussion,
                    Map.of(
                            "held",
                            "3/10/2023",
                            "socialCare",
                            "Team manager",
                            "police",
                            "Detective sergeant",
                            "health",
                            "Named nurse",
                            "rationale",
                            "The accounts do not fit."));
            worker.add(
                    child,
                    "agreed-action",
                    discussion,
                    Map.of("what", "Medical", "owner", "Named nurse", "due", "4/10/2023", "done", "3/10/2023"));
        }
        try (Typist manager = as("team-manager")) {
            manager.decide(discussion, "section-47", "Likely significant harm");
        }
        try (Typist worker = as("social-worker")) {
            enquiry = worker.add(child, "section-47", discussion, Map.of());
            assertThat(worker.read(enquiry)).contains("Initial child protection conference 24 October 2023");
            worker.change(
                    enquiry,
                    Map.of(
                            "seen",
                            "3/10/2023",
                            "seenAlone",
                            "YES",
                            "ownWords",
                            "I was scared at night.",
                            "analysis",
                            "Harm is likely.",
                            "finding",
                            "LIKELY_HARM"));
            worker.decide(enquiry, "submit", "");
        }
        CLOCK.set("2023-10-24T16:00");
        try (Typist manager = as("team-manager")) {
            manager.decide(enquiry, "conference", "");
        }
        String plan;
        try (Typist officer = as("reviewing-officer")) {
            String conference = officer.add(
                    child,
                    "conference",
                    enquiry,
                    Map.of("held", "24/10/2023", "agencies", "4", "ownWords", "I want Mum to get better."));
            officer.decide(conference, "plan", "Likely to suffer significant harm");
            plan = officer.add(child, "child-protection-plan", conference, Map.of("firstCategory", "NEG"));
            assertThat(officer.read(enquiry)).contains("Done in time Done 24 October 2023");
            assertThat(officer.read(plan))
                    .contains("Core group 7 November 2023")
                    .contains("Child protection visit 7 November 2023")
                    .contains("Child protection review conference 24 January 2024");
        }
        CLOCK.set("2023-11-10T10:00");
        try (Typist worker = as("social-worker")) {
            worker.add(child, "core-group", plan, Map.of("held", "6/11/2023"));
            worker.add(child, "visit", plan, Map.of("visited", "7/11/2023", "seen", "ALONE"));
            assertThat(worker.read(plan))
                    .contains("Core group 18 December 2023")
                    .contains("Child protection visit 21 November 2023");
            worker.change(
                    assessment,
                    Map.of(
                            "seen",
                            "13/9/2023",
                            "seenAlone",
                            "YES",
                            "ownWords",
                            "It is cold at ours.",
                            "analysis",
                            "Neglect.",
                            "factors",
                            "16A",
                            "outcome",
                            "CONTINUE_PLAN"));
            worker.decide(assessment, "submit", "");
        }
        try (Typist manager = as("team-manager")) {
            manager.decide(assessment, "authorise", "");
            assertThat(manager.read(assessment)).contains("Done in time Done 10 November 2023");
        }
        CLOCK.set("2024-01-23T12:00");
        try (Typist officer = as("reviewing-officer")) {
            officer.add(child, "review-conference", plan, Map.of("held", "23/1/2024", "decision", "CONTINUE"));
            assertThat(officer.read(plan)).contains("Child protection review conference 23 July 2024");
        }
        CLOCK.set("2024-03-11T14:00");
        String proceedings;
        String care;
        String placement;
        try (Typist worker = as("social-worker")) {
            proceedings = worker.add(child, "care-proceedings", "", Map.of("letter", "1/2/2024", "issued", "4/3/2024"));
            assertThat(worker.read(proceedings)).contains("Care proceedings concluded 1 September 2024");
            care = worker.add(
                    child,
                    "period-of-care",
                    "",
                    Map.of(
                            "began",
                            "11/3/2024",
                            "ownWords",
                            "Can I take my cat?",
                            "previousPermanence",
                            "P2",
                            "permanenceAuthority",
                            "202",
                            "permanenceOrdered",
                            "zz/06/2019"));
            worker.add(child, "legal-status", care, Map.of("started", "11/3/2024", "status", "C1"));
            placement = worker.add(
                    child,
                    "placement",
                    care,
                    Map.of(
                            "started",
                            "11/3/2024",
                            "kind",
                            "U6",
                            "provider",
                            "PR1",
                            "postcode",
                            "AB1 0CD",
                            "ofstedNumber",
                            "SC123456",
                            "whyHere",
                            "Near school."));
            assertThat(worker.read(care))
                    .contains("Review of a child looked after 10 April 2024")
                    .contains("Care plan 25 March 2024");
            assertThat(worker.read(placement))
                    .contains("Placement plan 18 March 2024")
                    .contains("Visit to the placement 18 March 2024");
        }
        try (Typist manager = as("team-manager")) {
            manager.decide(placement, "approve", "");
        }
        try (Typist officer = as("reviewing-officer")) {
            officer.decide(plan, "end", "Looked after from today");
        }
        CLOCK.set("2024-05-07T10:00");
        try (Typist worker = as("social-worker")) {
            worker.add(child, "looked-after-review", care, Map.of("held", "9/4/2024", "participation", "PN1"));
            assertThat(worker.read(care)).contains("Review of a child looked after 9 July 2024");
            String missing = worker.add(
                    child, "missing-episode", "", Map.of("began", "4/5/2024", "kind", "M", "returned", "5/5/2024"));
            assertThat(worker.read(missing)).contains("Return interview offered 8 May 2024");
            worker.change(missing, Map.of("interviewOffered", "7/5/2024"));
            assertThat(worker.read(missing)).contains("Done in time Done 7 May 2024");
        }
        CLOCK.set("2024-12-20T16:00");
        try (Typist worker = as("social-worker")) {
            worker.add(child, "looked-after-review", care, Map.of("held", "8/7/2024", "participation", "PN1"));
            assertThat(worker.read(care)).contains("Review of a child looked after 8 January 2025");
            worker.change(
                    proceedings, Map.of("concluded", "30/8/2024", "outcome", "Care order not made; home with a plan"));
            assertThat(worker.read(proceedings)).contains("Done in time Done 30 August 2024");
            worker.change(placement, Map.of("ended", "20/12/2024"));
            worker.change(care, Map.of("ended", "20/12/2024", "reasonEnded", "E4A"));
        }
        CLOCK.set("2025-01-31T12:00");
        try (Typist manager = as("team-manager")) {
            manager.add(child, "closure", referral, Map.of("closed", "31/1/2025", "reason", "RC7"));
        }
        CLOCK.set("2025-04-01T09:00");
        checkTheReturns();
        checkAnnexA();
        application
                .bean(RecordSnapshots.class)
                .take("999", "Made-up borough", LocalDate.of(2024, 3, 31), true, "system", Progress.SILENT);
        Visitor analyst = Visitor.signedInTo(application, "analyst");
        assertThat(analyst.get("/part-2/2024-03/indicators/15/children?period=M2024-03")
                        .body())
                .contains("1 counted");
    }

    private static void checkTheReturns() throws IOException {
        RecordReturns returns = application.bean(RecordReturns.class);
        Path folder = application.home().resolve("drawn");
        for (int end : List.of(2024, 2025)) {
            CollectionYear year = new CollectionYear(end);
            Path census = folder.resolve("cin-" + end);
            Path care = folder.resolve("ssda903-" + end);
            assertThat(returns.writeCensus(year, year.lastDay(), "201", census)).isEqualTo(1);
            assertThat(returns.writeLookedAfter(year, year.lastDay(), care)).isEqualTo(1);
            assertClean(CinValidation.run(census.resolve("cin-" + year.label() + ".xml"), end));
            assertClean(Ssda903Validation.run(
                    Ssda903Rows.read(List.of(care)), end, new Ssda903Children.Beside(null, null, null, null)));
        }
        String census =
                Files.readString(folder.resolve("cin-2024/cin-2023-24.xml")).replaceAll(">\\s+<", "><");
        assertThat(census)
                .contains(
                        "<CINreferralDate>2023-09-11</CINreferralDate><ReferralSource>1B</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>")
                .contains(
                        "<AssessmentActualStartDate>2023-09-11</AssessmentActualStartDate>"
                                + "<AssessmentAuthorisationDate>2023-11-10</AssessmentAuthorisationDate>"
                                + "<FactorsIdentifiedAtAssessment><AssessmentFactors>16A</AssessmentFactors></FactorsIdentifiedAtAssessment>")
                .contains(
                        "<S47ActualStartDate>2023-10-03</S47ActualStartDate><InitialCPCtarget>2023-10-24</InitialCPCtarget>"
                                + "<DateOfInitialCPC>2023-10-24</DateOfInitialCPC>")
                .contains("<CPPstartDate>2023-10-24</CPPstartDate><CPPendDate>2024-03-11</CPPendDate>"
                        + "<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>")
                .contains("<CPPreviewDate>2024-01-23</CPPreviewDate>");
        assertThat(Files.readAllLines(folder.resolve("ssda903-2024/episodes.csv")))
                .containsExactly(
                        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
                        "500001,11/03/2024,S,C1,N1,U6,PR1,,,,AB1 0AB,AB1 0CD,SC123456");
        assertThat(Files.readAllLines(folder.resolve("ssda903-2025/episodes.csv")))
                .contains("500001,11/03/2024,S,C1,N1,U6,PR1,20/12/2024,E4A,,AB1 0AB,AB1 0CD,SC123456");
        assertThat(Files.readAllLines(folder.resolve("ssda903-2025/reviews.csv")))
                .contains("500001,14/05/2013,09/04/2024,PN1", "500001,14/05/2013,08/07/2024,PN1");
        assertThat(Files.readAllLines(folder.resolve("ssda903-2024/sw_episodes.csv")))
                .containsExactly(
                        "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", "500001,14/05/2013,SW123456,11/03/2024,,FCONTA");
        assertThat(Files.readAllLines(folder.resolve("ssda903-2025/missing.csv")))
                .contains("500001,14/05/2013,M,04/05/2024,05/05/2024");
        for (int end : List.of(2024, 2025)) {
            assertThat(Files.readAllLines(folder.resolve("ssda903-" + end + "/previous_permanence.csv")))
                    .containsExactly("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", "500001,14/05/2013,P2,202,ZZ/06/2019");
        }
    }

    /** The lists of four days, each cell worked by hand from what was recorded above. */
    private static void checkAnnexA() throws IOException {
        String who =
                "Child Unique ID=500001|Gender=b) Female|Ethnicity=a) WBRI|Date of Birth=2013-05-14|Age of Child (Years)=";
        String team = "|Allocated Team=Assessment team";
        String ten = who + "10|Does the Child have a Disability=No";
        String eleven = who + "11|Does the Child have a Disability=No";

        // In the six months to the end of December the neighbour called, and a plan was made seven weeks later.
        Map<Integer, List<String>> december = annexA(LocalDate.of(2023, 12, 31));
        assertThat(december.get(1)).containsExactly(who + "10|Date of Contact=2023-09-11|Contact Source=a) Individual");
        assertThat(december.get(3))
                .containsExactly(who
                        + "10|Date of referral=2023-09-11|Referral Source=1B: Individual: acquaintance|Referral NFA?=No"
                        + "|Number of Referrals in Last 12 Months=1" + team);
        String assessed =
                ten + "|Continuous Assessment Start Date=2023-09-11|Child Seen During Continuous Assessment=Yes"
                        + "|Continuous Assessment Date of Authorisation=2023-11-10"
                        + "|Was the child assessed as requiring LA children's social care support?=Yes" + team;
        assertThat(december.get(4)).containsExactly(assessed);
        String enquired = ten + "|Strategy discussion initiating Section 47 Enquiry Start Date=2023-10-03"
                + "|Was an Initial Child Protection Conference deemed unnecessary?=No|Date of Initial Child Protection Conference=2023-10-24"
                + "|Did the Initial Child Protection Conference Result in a Child Protection Plan=Yes"
                + "|Number of Section 47 Enquiries in the last 12 months=1|Number of ICPCs in the last 12 months=1"
                + team;
        assertThat(december.get(5)).containsExactly(enquired);
        String inNeed =
                "|CIN Start Date=2023-09-11|Primary Need Code=N1: Abuse, neglect and exploitation|Date Child Was Last Seen=2023-11-07";
        assertThat(december.get(6)).containsExactly(ten + inNeed + "|Case Status=b) Child Protection plan" + team);
        String planned = ten
                + "|Child Protection Plan Start Date=2023-10-24|Initial Category of Abuse=a) Neglect|Latest Category of Abuse=a) Neglect"
                + "|Date of the Last Statutory Visit=2023-11-07|Was the Child Seen Alone?=Yes";
        assertThat(december.get(7)).containsExactly(planned + "|Number of Previous Child Protection Plans=0" + team);
        assertEmpty(december, 2, 8, 9, 10, 11);

        // By the end of March the contact is more than six months ago, the plan is over and the child is looked after.
        Map<Integer, List<String>> march = annexA(LocalDate.of(2024, 3, 31));
        assertThat(march.get(4)).containsExactly(assessed);
        assertThat(march.get(5)).containsExactly(enquired);
        assertThat(march.get(6)).containsExactly(ten + inNeed + "|Case Status=a) Looked after child" + team);
        assertThat(march.get(7))
                .containsExactly(planned
                        + "|Date of latest review conference=2024-01-23|Child Protection Plan End Date=2024-03-11"
                        + "|Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)=No"
                        + "|Number of Previous Child Protection Plans=0" + team);
        String cared =
                "|Date Started to be Looked After=2024-03-11|Child's Category of Need=N1: Abuse, neglect and exploitation"
                        + "|Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)=No"
                        + "|Start date of current legal status=2024-03-11|Child's Legal Status=C1: Interim care order";
        String placed = "|Start Date of Most Recent Placement=2024-03-11"
                + "|Placement Type=U6: Foster placement with other foster carer, not long term nor fostering for adoption"
                + "|Placement Provider=PR1: Own provision, including a regional adoption agency where the child's responsible authority is the"
                + " host authority|URN of Placement=SC123456";
        assertThat(march.get(8))
                .containsExactly(ten + cared + "|Number of Placements in the Last 12 months=1" + placed + team);
        assertEmpty(march, 1, 2, 3, 9, 10, 11);

        // The review of 8 July was not recorded before December: in September the one of 9 April was the latest that
        // was known.
        Map<Integer, List<String>> september = annexA(LocalDate.of(2024, 9, 30));
        String missing = "|Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months=1"
                + "|Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months=0"
                + "|Was the child offered a Return Interview after their last missing episode (Y/N)?=Yes"
                + "|Did the child accept a Return Interview after their last missing episode (Y/N)?=No";
        assertThat(september.get(6)).containsExactly(eleven + inNeed + "|Case Status=a) Looked after child" + team);
        assertThat(september.get(8))
                .containsExactly(eleven + cared + "|Date of Latest Statutory Review=2024-04-09"
                        + "|Number of Placements in the Last 12 months=1" + placed + missing + team);
        assertEmpty(september, 1, 2, 3, 4, 5, 7, 9, 10, 11);

        Map<Integer, List<String>> home = annexA(LocalDate.of(2025, 3, 31));
        assertThat(home.get(6))
                .containsExactly(eleven + inNeed
                        + "|CIN Closure Date=2025-01-31|Reason for Closure=RC7: Services ceased for any other reason"
                        + "|Case Status=e) Closed episode" + team);
        assertThat(home.get(8))
                .containsExactly(eleven + cared
                        + "|Date of Latest Statutory Review=2024-07-08|Number of Placements in the Last 12 months=1"
                        + "|Date Ceased to be Looked After=2024-12-20|Reason Ceased to be Looked After=E4A: Returned home to parents or other"
                        + " person with parental responsibility as part of care planning" + placed + missing + team);
        assertEmpty(home, 1, 2, 3, 4, 5, 7, 9, 10, 11);
    }

    private static void assertEmpty(Map<Integer, List<String>> lists, int... numbers) {
        assertThat(lists).hasSize(11);
        for (int number : numbers) {
            assertThat(lists.get(number)).as("list " + number).isEmpty();
        }
    }

    private static Map<Integer, List<String>> annexA(LocalDate day) throws IOException {
        return AnnexALists.read(application
                .bean(RecordReturns.class)
                .writeAnnexA(day, "201", application.home().resolve("drawn"))
                .getFirst());
    }

    private static void assertClean(Validation validation) {
        assertThat(validation.run()).isNotEmpty();
        assertThat(validation.faults())
                .filteredOn(fault -> fault.kind() == Kind.ERROR)
                .as(validation.returnName() + " " + validation.yearLabel())
                .isEmpty();
    }

    private static Typist as(String role) {
        return new Typist(application, browsers.browser(), role);
    }
}
