package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goldenthread.app.extract.RecordReturns;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.cin.CensusChild;
import org.goldenthread.returns.check.cin.CensusReturn;
import org.goldenthread.returns.check.cin.CinField;
import org.goldenthread.returns.check.cin.CinTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Children in need and under child protection plans, mirrored from a small census beside the children looked after, and cut over. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MovingInNeedTest {

    private static final MovableClock CLOCK = new MovableClock("2024-04-02T09:00");
    private static final String AS_AT = "31/3/2024";
    private static final Map<String, String> ON = Map.of("on", "2/4/2024");

    /** An enquiry without a conference, and a case that is closed. */
    private static final String CLOSED = """
            <CINdetails><CINreferralDate>2023-11-01</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N5</PrimaryNeedCode>
              <CINclosureDate>2024-02-01</CINclosureDate><ReasonForClosure>RC9</ReasonForClosure><ReferralNFA>0</ReferralNFA>
              <Assessments><AssessmentActualStartDate>2023-11-01</AssessmentActualStartDate>
                <AssessmentAuthorisationDate>2023-12-01</AssessmentAuthorisationDate>
                <FactorsIdentifiedAtAssessment><AssessmentFactors>21</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
              <Section47><S47ActualStartDate>2023-11-06</S47ActualStartDate><InitialCPCtarget>2023-11-27</InitialCPCtarget>
                <ICPCnotRequired>1</ICPCnotRequired></Section47></CINdetails>""";

    /** A plan without an assessment, and an open referral. */
    private static final String PLAN_ALONE = """
            <CINdetails><CINreferralDate>2024-03-04</CINreferralDate><ReferralSource>8</ReferralSource><PrimaryNeedCode>N3</PrimaryNeedCode>
              <ReferralNFA>0</ReferralNFA>
              <CINPlanDates><CINPlanStartDate>2024-03-18</CINPlanStartDate></CINPlanDates></CINdetails>""";

    private static final String UNREADABLE = """
            <CINdetails><CINreferralDate>2023-05-32</CINreferralDate><ReferralSource>1B</ReferralSource><ReferralNFA>1</ReferralNFA></CINdetails>""";

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
    @Order(1)
    void aCensusIsMirroredFoundCutOverAndDrawnAgainAsItWas() throws IOException {
        Practitioner door = as("front-door-manager");
        String known = door.newPupil("Loveday", "Trewhella", "14/5/2013", "V201200001001");
        String number = numberOf(door, known);
        String secret = door.newPupil("Rosabel", "Carlyon", "9/9/2012", "");
        String secretNumber = numberOf(door, secret);

        Practitioner manager = as("service-manager");
        MovingSteps need = new MovingSteps(manager, "child-in-need");
        String given = MadeUpCensus.census(
                MadeUpCensus.child(number, "2013-05-14", "2", "V201200001001", MadeUpCensus.WHOLE_WAY),
                MadeUpCensus.child("90777", "2012-02-01", "1", "", MadeUpCensus.NO_FURTHER_ACTION),
                MadeUpCensus.child("90778", "2010-06-07", "2", "", CLOSED),
                MadeUpCensus.unborn("90779", "2024-06-01", PLAN_ALONE),
                MadeUpCensus.child("90780", "2011-01-01", "1", "", UNREADABLE),
                // Born on another day than the one of the record who has the number.
                MadeUpCensus.child(secretNumber, "2012-09-10", "2", "", MadeUpCensus.NO_FURTHER_ACTION));
        assertThat(need.importFiles(AS_AT, "census.xml", given.getBytes(StandardCharsets.UTF_8)))
                .contains("5 children are in the mirror now");
        String page = need.read();
        assertThat(page)
                .contains("From: children in need census")
                .contains("Children who are in the record: 1")
                .contains("whom the cut-over makes: 90777, 90778, 90779")
                .contains("Referrals: 5")
                .contains("Review conferences: 2")
                .contains("Children in need census 2023-24:")
                .contains("All of this child is left out")
                .contains("CINreferralDate is no date: “2023-05-32”");
        assertThat(manager.read("/people/" + known))
                .contains("From the present system, as at 31 March 2024: not the record")
                .contains("Child protection plan, emotional abuse")
                .contains("from 5 July 2023 until 10 January 2024");

        // Found by whoever finds every child of social care, and by nobody else.
        assertThat(as("front-door-worker").read("/people?q=90777"))
                .contains("In the present system: not the record")
                .contains("Born 1 February 2012")
                .contains("as at 31 March 2024");
        assertThat(as("front-door-worker").read("/people?q=Loveday"))
                .contains("More in the present system as at 31 March 2024, which is not the record");
        for (String role : List.of("social-worker", "early-help-worker", "early-help-manager")) {
            assertThat(as(role).read("/people?q=90777"))
                    .as(role)
                    .doesNotContain("present system")
                    .doesNotContain("1 February 2012");
        }
        MovingSteps.lookAt(application, "front-door-worker", "found-in-mirror", "/people?q=90777", "/people?q=Loveday");
        MovingSteps.lookAt(
                application, "service-manager", "moving-in-need", "/moving-in/child-in-need", "/people/" + known);
        // One who may be somebody kept from the searcher is not told of.
        assertThat(as("front-door-worker").read("/people?q=10/9/2012")).contains("Number " + secretNumber);
        restrict(secret);
        assertThat(as("front-door-worker").read("/people?q=10/9/2012")).doesNotContain("Number " + secretNumber);

        assertThat(need.refused("cut-over", ON)).contains("Decide first who these children are: " + secretNumber);
        need.match(secretNumber, false);
        assertThat(need.refused("cut-over", ON)).contains("The rules of the return found something");
        need.accept("They were answered when the census was sent");
        assertThat(need.read()).contains("They were answered when the census was sent");

        // A refreshed mirror keeps who a child is, and asks anew what the rules found.
        need.importFiles(AS_AT, "census.xml", given.getBytes(StandardCharsets.UTF_8));
        assertThat(need.read()).contains("so that the cut-over gives them another: " + secretNumber);
        assertThat(need.refused("cut-over", ON)).contains("The rules of the return found something");
        need.accept("They were answered when the census was sent");

        need.done("cut-over", ON);
        CLOCK.set("2024-04-02T10:00");
        assertThat(manager.read("/people/" + known)).doesNotContain("not the record");
        assertThat(as("front-door-worker").read("/people?q=90777")).doesNotContain("In the present system");
        CensusReturn drawn = drawn();
        CensusReturn imported = read(given, "imported.xml");
        for (String child : List.of(number, "90777", "90778", "90779")) {
            assertThat(told(drawn, child)).as(child).isEqualTo(told(imported, child));
        }
        // No clock runs for what was done: the plan that lasts alone waits for visits and reviews.
        assertThat(clocks(manager.read("/people/" + known)))
                .containsEntry("Child and family assessment", "Done in time")
                .containsEntry("Initial child protection conference", "Done in time")
                .containsEntry("Core group", "Fell away")
                .containsEntry("Child in need visit", "Overdue");
    }

    private static Map<String, String> clocks(String page) {
        Map<String, String> clocks = new TreeMap<>();
        Pattern.compile("(?s)<th scope=\"row\"[^>]*>(?:<a [^>]*>)?([^<]*)<.*?<strong class=\"govuk-tag[^>]*>([^<]*)<")
                .matcher(page)
                .results()
                .forEach(row -> clocks.put(row.group(1), row.group(2)));
        return clocks;
    }

    @Test
    @Order(2)
    void aChildOfTwoMirrorsIsOnePerson() throws IOException {
        Practitioner manager = as("service-manager");
        MovingSteps care = new MovingSteps(manager, "looked-after");
        Path folder = Files.createTempDirectory("two-mirrors");
        Files.writeString(folder.resolve("header.csv"), """
                CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
                90777,1,01/02/2012,WBRI,UN4,,
                90999,1,01/02/2014,WBRI,UN4,,
                """);
        Files.writeString(folder.resolve("episodes.csv"), """
                CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
                90777,10/02/2024,S,V2,N1,U6,PR1,,,,AB1 0AB,AB1 0AD,SC123456
                90999,10/02/2024,S,V2,N1,U6,PR1,,,,AB1 0AB,AB1 0AD,SC123456
                """);
        Files.writeString(folder.resolve("missing.csv"), """
                CHILD,DOB,MISSING,MIS_START,MIS_END
                90999,01/02/2014,M,12/02/2024,13/02/2024
                """);
        care.importFiles(AS_AT, "ssda903.zip", Zips.of(folder));
        // Made by the other area's cut-over, and so in the record.
        assertThat(care.read())
                .contains("Children who are in the record: 1")
                .contains("Missing episodes: 1")
                .contains("whom the cut-over makes: 90999");
        care.accept("A rehearsal");
        care.done("cut-over", ON);
        assertThat(count("select count(*) from person where local_number = '90777'"))
                .isEqualTo(1);
        assertThat(count("select count(distinct person) from mirror_person where number = '90777'"))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from period_of_care c join person p on p.id = c.person join referral r on r.person = p.id"
                                + " where p.local_number = '90777' and not c.withdrawn and not r.withdrawn"))
                .isEqualTo(1);

        // The way back of one area leaves the other, and says what stays.
        MovingSteps need = new MovingSteps(manager, "child-in-need");
        String page = need.read();
        assertThat(page).contains("Referrals: 5").doesNotContain("Recorded since beside it");
        CLOCK.set("2024-04-02T11:00");
        String person = application.ask("select id from person where local_number = '90778'");
        Practitioner door = as("front-door-manager");
        Map<String, String> told = Map.of(
                "received",
                "2/4/2024",
                "source",
                "1B",
                "concern",
                "Left alone.",
                "threshold",
                "Level 4",
                "primaryNeed",
                "N1");
        String contact = door.add(person, "contact", "", told);
        Practitioner.location(door.decide(contact, "refer", "Threshold met", ""));
        String typed = door.add(person, "referral", Practitioner.idOf(contact), told);
        assertThat(need.read())
                .contains("Recorded since beside it, and stays: 2")
                .contains(contact)
                .contains(typed);
        need.done("back", Map.of("reason", "A rehearsal"));
        assertThat(count("select count(*) from referral where not withdrawn")).isEqualTo(1);
        assertThat(count("select count(*) from period_of_care where not withdrawn"))
                .isEqualTo(2);
        assertThat(need.refused("cut-over", ON))
                .contains("would have two of one thing")
                .contains("Referrals: 90778");
    }

    @Test
    @Order(3)
    void aCutOverThatIsKilledHasLeftNothingAndIsAskedForAgain() throws IOException, SQLException {
        Practitioner manager = as("service-manager");
        MovingSteps need = new MovingSteps(manager, "child-in-need");
        List<String> children = new ArrayList<>();
        for (int place = 0; place < 150; place++) {
            children.add(MadeUpCensus.child(
                    String.valueOf(80000 + place),
                    "2012-03-%02d".formatted(place % 28 + 1),
                    "1",
                    "",
                    MadeUpCensus.WHOLE_WAY));
        }
        need.importFiles(
                AS_AT,
                "census.xml",
                MadeUpCensus.census(children.toArray(String[]::new)).getBytes(StandardCharsets.UTF_8));
        need.accept("A rehearsal");
        int before = count("select count(*) from referral");
        int people = count("select count(*) from person");
        String run = need.start("cut-over", ON);
        String page = manager.read(run);
        while (page.contains("<progress")
                && !Pattern.compile("step [1-9][0-9]* of 1200").matcher(page).find()) {
            page = manager.read(run);
        }
        assertThat(page).contains("Making the records: step ");
        try (Connection superuser = application.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'golden_thread_app'"
                            + " and xact_start < clock_timestamp() - interval '50 milliseconds'");
        }
        assertThat(need.waited(run)).contains(": not done").contains("nothing of it was kept");
        assertThat(count("select count(*) from referral")).isEqualTo(before);
        assertThat(count("select count(*) from person")).isEqualTo(people);
        assertThat(need.read()).doesNotContain("Cut over on");

        need.done("cut-over", ON);
        assertThat(count("select count(*) from referral")).isEqualTo(before + 150);
        MovingSteps.lookAt(application, "service-manager", "moving-in-run", run);
        assertThat(need.read()).contains("Cut over on 2 April 2024");
    }

    private static List<String> told(CensusReturn census, String number) {
        CensusChild child = census.children().stream()
                .filter(each -> each.id().equals(number))
                .findFirst()
                .orElseThrow();
        List<String> told = new ArrayList<>();
        for (CinTable table : CinTable.values()) {
            for (Row row : child.rows(table)) {
                table.fields().forEach(field -> {
                    if (!row.isBlank(field) && field != CinField.AssessmentFactors) {
                        told.add(table.label() + " " + field.name() + " " + row.textOrEmpty(field));
                    }
                });
            }
        }
        child.referrals().stream()
                .flatMap(referral -> referral.assessments().stream())
                .forEach(assessment -> told.add(assessment.factors().toString()));
        return told;
    }

    private static CensusReturn drawn() throws IOException {
        Path folder = Files.createTempDirectory("drawn");
        CollectionYear year = CollectionYear.containing(LocalDate.of(2024, 3, 31));
        application.bean(RecordReturns.class).writeCensus(year, LocalDate.of(2024, 4, 2), "999", folder);
        return CensusReturn.read(folder.resolve("cin-" + year.label() + ".xml"), year.end());
    }

    private static CensusReturn read(String census, String name) throws IOException {
        Path file = Files.createTempDirectory("census").resolve(name);
        Files.writeString(file, census);
        return CensusReturn.read(file, 2024);
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }

    private static String numberOf(Practitioner by, String person) {
        return by.read("/people/" + person).replaceAll("(?s).*?\\b(5\\d{5})\\b.*", "$1");
    }

    private static void restrict(String person) {
        as("front-door-manager")
                .visitor()
                .post(
                        "/people/" + person + "/access/restrict",
                        Map.of(
                                "kind", "OTHER",
                                "reason", "Kept from everybody else.",
                                "ask", "the front door manager",
                                "token", UUID.randomUUID().toString()));
    }

    private static int count(String sql) {
        return Integer.parseInt(application.ask(sql));
    }
}
