package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.app.extract.RecordReturns;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A child looked after, mirrored from a small SSDA903, cut over to the record, drawn from it again, and taken back. */
class MovingInTest {

    private static final MovableClock CLOCK = new MovableClock("2024-04-02T09:00");
    private static final String HEADER = """
            CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
            500001,2,14/05/2013,WBRI,V201200001001,0,
            90777,1,01/02/2012,WBRI,UN4,,
            90888,1,01/02/2011,WBRI,UN4,,
            70001,2,03/03/2010,WBRI,H801200001001,0,
            500002,1,04/04/2009,WBRI,UN4,,
            """;

    /** The placement goes on when the status changes, and the status when the placement does. */
    private static final String EPISODES = """
            CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
            500001,06/11/2023,S,V2,N1,U6,PR1,20/11/2023,X1,,AB1 0AB,AB1 0AA,SC123456
            500001,20/11/2023,L,C1,N1,U6,PR1,15/01/2024,X1,CREQB,AB1 0AB,AB1 0AA,SC123456
            500001,15/01/2024,P,C1,N1,K2,PR4,,,,AB1 0AB,AB1 0AC,SC654321
            90777,10/02/2024,S,V2,,U6,PR1,01/03/2024,E4A,,,AB1 0AD,SC123456
            90888,10/02/2024,L,C2,,U6,PR1,,,,,AB1 0AD,SC123456
            70001,10/02/2024,S,C2,,U6,PR1,,,,,AB1 0AD,SC123456
            500002,10/02/2024,S,C2,,U6,PR1,,,,,AB1 0AD,SC123456
            """;

    private static final String REVIEWS = """
            CHILD,DOB,REVIEW,REVIEW_CODE
            500001,14/05/2013,01/12/2023,PN1
            """;

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
    void whatIsImportedIsShownAsNotTheRecordUntilTheCutOverAndDrawnFromTheRecordAfterIt() throws IOException {
        Practitioner door = as("front-door-manager");
        String child = door.newPupil("Loveday", "Trewhella", "14/5/2013", "V201200001001");
        String number = door.read("/people/" + child).replaceAll("(?s).*?\\b(5\\d{5})\\b.*", "$1");
        door.add(
                child,
                "address",
                "",
                Map.of("lines", "3 Made-up Terrace", "postcode", "AB1 0AB", "kind", "HOME", "started", "1/6/2019"));
        String contact = door.add(
                child,
                "contact",
                "",
                Map.of("received", "11/9/2023", "source", "1B", "concern", "Left alone.", "threshold", "Level 4"));
        Practitioner.location(door.decide(contact, "refer", "Threshold met", ""));
        door.add(
                child,
                "referral",
                Practitioner.idOf(contact),
                Map.of("received", "11/9/2023", "source", "1B", "concern", "Left alone.", "primaryNeed", "N1"));

        // Somebody else has the number that the present system has for another child.
        door.newPerson("Senara", "Pascoe", "9/9/2012");

        Practitioner manager = as("service-manager");
        Path given = Files.createTempDirectory("moving-in");
        write(given, number);
        MovingSteps moving = new MovingSteps(manager, "looked-after");
        moving.importFiles("31/3/2024", "ssda903.zip", Zips.of(given));
        assertThat(moving.read())
                .contains("What was imported, as at 31 March 2024: not the record")
                .contains("<strong class=\"govuk-tag govuk-tag--red\">To do</strong> 1 to decide")
                .contains("<strong class=\"govuk-tag govuk-tag--yellow\">Look</strong> 2 days old")
                .contains("13 rows in the files; what was not taken, or not wholly, is told below")
                .contains("2 not taken, or not wholly")
                .contains("Give the earlier years’ returns with this one")
                .contains("Children who are in the record: 1")
                .contains("whom the cut-over makes: 70001, 90777")
                .contains("Open now, with nobody allocated: " + number);
        String mirrored = manager.read("/people/" + child);
        assertThat(mirrored)
                .contains("From the present system, as at 31 March 2024: not the record")
                .contains("from 20 November 2023")
                .doesNotContain("Started to be looked after");
        assertThat(manager.read("/people/" + child + "/chronology")).contains("not the record");
        assertThat(as("early-help-manager").read("/people/" + child)).doesNotContain("not the record");
        assertThat(drawn(Ssda903Table.EPISODES)).isEmpty();

        MovingSteps.lookAt(
                application,
                "service-manager",
                "moving-in-check-list",
                "/moving-in",
                "/moving-in/looked-after",
                "/people/" + child);
        moving.accept("The rules want a postcode directory");

        // Recorded by hand between the import and the cut-over, she must not become two.
        String meanwhile = door.newPupil("Elowen", "Rosewarne", "3/3/2010", "H801200001001");
        assertThat(moving.refused("cut-over", Map.of("on", "2/4/2024")))
                .contains("Decide first who these children are: 500002");
        moving.match("500002", false);
        assertThat(moving.read())
                .contains("Children who are in the record: 2")
                .contains("so that the cut-over gives them another: 500002");

        moving.done("cut-over", Map.of("on", "2/4/2024"));
        assertThat(moving.read()).contains("Cut over on 2 April 2024");
        MovingSteps.lookAt(application, "service-manager", "moving-in-cut-over", "/moving-in/looked-after");
        assertThat(manager.read("/people/" + child))
                .doesNotContain("not the record")
                .contains("Started to be looked after");
        assertThat(manager.read("/people/" + meanwhile)).contains("Started to be looked after");
        assertThat(drawn(Ssda903Table.HEADER).stream().filter(row -> row.contains("H801200001001")))
                .hasSize(1);
        CLOCK.set("2024-04-02T10:00");
        for (Ssda903Table table : List.of(Ssda903Table.EPISODES, Ssda903Table.REVIEWS)) {
            assertThat(drawn(table).stream().filter(row -> row.contains(number)))
                    .as(table.label())
                    .isEqualTo(rows(given, table).stream()
                            .filter(row -> row.contains(number))
                            .toList());
        }
        assertThat(drawn(Ssda903Table.EPISODES)).hasSize(6).anyMatch(row -> row.contains("90777"));
        assertThat(moving.refused("cut-over", Map.of("on", "2/4/2024"))).contains("This area was cut over");

        assertThat(moving.refused("back", Map.of("reason", ""))).contains("Say why");
        moving.done("back", Map.of("reason", "A rehearsal"));
        assertThat(drawn(Ssda903Table.EPISODES)).isEmpty();
        assertThat(manager.read("/people/" + child)).contains("not the record");
        // Again: the child whom the first cut-over made is the same one.
        moving.done("cut-over", Map.of("on", "2/4/2024"));
        assertThat(drawn(Ssda903Table.EPISODES)).hasSize(6);

        // What was recorded on an imported record since would be lost, so there is no way back any more.
        Matcher period = Pattern.compile("/records/period-of-care/[0-9a-f-]{36}")
                .matcher(manager.read("/people/" + child + "/chronology"));
        assertThat(period.find()).isTrue();
        manager.add(
                child,
                "care-plan",
                Practitioner.idOf(period.group()),
                Map.of("made", "2/4/2024", "permanence", "To stay."));
        assertThat(moving.refused("back", Map.of("reason", "Another rehearsal")))
                .contains("Work has been recorded since")
                .contains("Care plan of " + number);
        MovingSteps.lookAt(application, "service-manager", "moving-in-no-way-back", "/moving-in/looked-after");
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }

    private static List<String> drawn(Ssda903Table table) throws IOException {
        Path folder = Files.createTempDirectory("drawn");
        application
                .bean(RecordReturns.class)
                .writeLookedAfter(
                        CollectionYear.containing(LocalDate.of(2024, 3, 31)), LocalDate.of(2024, 4, 2), folder);
        return rows(folder, table);
    }

    private static List<String> rows(Path folder, Ssda903Table table) {
        return Ssda903Rows.read(List.of(folder)).list(table).stream()
                .map(Object::toString)
                .map(row -> row.replaceFirst("^(\\w+) \\d+ ", "$1 "))
                .toList();
    }

    private static void write(Path folder, String number) throws IOException {
        Files.writeString(folder.resolve("header.csv"), HEADER.replace("500001", number));
        Files.writeString(folder.resolve("episodes.csv"), EPISODES.replace("500001", number));
        Files.writeString(folder.resolve("reviews.csv"), REVIEWS.replace("500001", number));
    }
}
