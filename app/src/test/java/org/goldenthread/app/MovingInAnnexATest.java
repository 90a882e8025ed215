package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A council’s monthly workbook of Annex A: seen and found beside the record, refreshed, and no source of records. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MovingInAnnexATest {

    private static final Path SAMPLES = Path.of("..", "..", "shared", "data", "annex-a");
    private static final String AS_AT = "31/3/2024";
    private static final String NAMED = "annex-a-2024-03-31.xlsx";
    private static final Map<String, String> ON = Map.of("on", "2/4/2024");
    private static final String ID = "Child Unique ID";
    private static final String BORN = "Date of Birth";
    private static final String CASE = "CIN Start Date";
    private static final String PLAN = "Child Protection Plan Start Date";
    private static final String ASSESSED = "Continuous Assessment Start Date";
    private static final LocalDate BIRTHDAY = LocalDate.of(2012, 2, 1);
    private static final LocalDate OPENED = LocalDate.of(2024, 1, 8);

    private static RunningApplication application;
    private static Practitioner manager;
    private static MovingSteps need;
    private static MovingSteps care;

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(new MovableClock("2024-04-02T09:00"));
        manager = new Practitioner(application, "service-manager");
        need = new MovingSteps(manager, "child-in-need");
        care = new MovingSteps(manager, "looked-after");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @Order(1)
    void aDrawnWorkbookIsSeenAndFoundAndNotCutOver() throws IOException {
        Practitioner door = as("front-door-manager");
        String known = door.newPupil("Loveday", "Trewhella", "14/5/2013", "V201200001001");
        String number = door.read("/people/" + known).replaceAll("(?s).*?\\b(5\\d{5})\\b.*", "$1");
        byte[] workbook = DrawnAnnexA.of(number);
        assertThat(need.importFiles(AS_AT, NAMED, workbook)).contains("3 children are in the mirror now");
        assertThat(care.importFiles(AS_AT, NAMED, workbook)).contains("2 children are in the mirror now");

        assertThat(facts("CHILDREN_IN_NEED", number))
                .containsExactly(
                        "referral 2023-06-12 to now, primaryNeed=N1",
                        "assessment 2023-11-20 to 2024-01-05",
                        "section-47 2024-01-08",
                        "conference 2024-01-22",
                        "child-protection-plan 2024-01-22 to now, firstCategory=NEG, latestCategory=EMO",
                        "review-conference 2024-03-20",
                        "visit 2024-03-26, seen=ALONE");
        // No further was done of one referral; the other's case is in two lists, and is one.
        assertThat(facts("CHILDREN_IN_NEED", "80002")).containsExactly("referral 2024-02-05, source=6");
        assertThat(facts("CHILDREN_IN_NEED", "80003"))
                .containsExactly(
                        "referral 2023-12-04 to 2024-02-20, primaryNeed=N3, source=1A",
                        "closure 2024-02-20, reason=RC9",
                        "assessment 2023-12-04 to 2024-01-12",
                        "visit 2024-02-14, seen=WITH_OTHERS");
        assertThat(facts("LOOKED_AFTER", "80004"))
                .containsExactly(
                        "period-of-care 2022-01-10 to now",
                        "legal-status 2022-03-01 to now, status=C2",
                        "placement 2023-12-01 to now, kind=K2, ofstedNumber=SC654321, provider=PR4",
                        "looked-after-review 2024-02-05",
                        "visit 2024-03-12",
                        "health-assessment 2023-10-02",
                        "health-assessment 2023-09-14, kind=DENTAL_CHECK");
        assertThat(facts("LOOKED_AFTER", "80005"))
                .containsExactly(
                        "pathway-plan-review 2024-01-30",
                        "care-leaver-contact 2024-03-05, accommodation=U1, activity=F2, inTouch=YES");

        assertThat(need.read())
                .contains("From: Ofsted’s Annex A")
                .contains("No rule was run on these files")
                .contains("Children who are in the record: 1")
                .contains("Children who are not: 80002, 80003")
                // The case of a closed referral, and a referral of which there is no case, are not open.
                .contains("Open now, with nobody allocated: " + number + "<")
                .contains("Its row of List 8 (children in care) is not part of this area");
        assertThat(manager.read("/people/" + known))
                .contains("From the present system, as at 31 March 2024: not the record")
                .contains("Child protection plan, emotional abuse")
                .contains("from 22 January 2024")
                .contains("Visit: child seen alone")
                .contains("It is of Ofsted’s Annex A, which tells no history");
        assertThat(as("front-door-worker").read("/people?q=80004"))
                .contains("In the present system: not the record")
                .contains("Born 7 June 2010")
                .contains("as at 31 March 2024");
        assertThat(as("early-help-manager").read("/people/" + known)).doesNotContain("not the record");
        for (String role : List.of("social-worker", "early-help-worker", "early-help-manager")) {
            assertThat(as(role).read("/people?q=80004")).as(role).doesNotContain("present system");
        }

        assertThat(need.read())
                .contains("It cannot be cut over yet. This mirror is of Ofsted’s Annex A")
                .doesNotContain("Day of the cut-over");
        assertThat(need.refused("cut-over", ON)).contains("Draw the children in need census or an extract");
        assertThat(care.refused("cut-over", ON)).contains("Draw the SSDA903 or an extract");
        assertThat(application.ask("select count(*) from child_protection_plan"))
                .isEqualTo("0");
        MovingSteps.lookAt(
                application,
                "service-manager",
                "moving-in-annex-a",
                "/moving-in/child-in-need",
                "/moving-in/looked-after",
                "/people/" + known);
        MovingSteps.lookAt(application, "front-door-worker", "found-in-annex-a", "/people?q=80004");
    }

    @Test
    @Order(2)
    void whatIsDamagedIsToldWithItsPlaceAndARefreshReplacesWhatWasThere() throws IOException {
        byte[] workbook = withFormula(new WrittenAnnexA()
                .list(1, Map.of(ID, "91001", "Date of Contact", OPENED), Map.of(ID, "91009", "Date of Contact", OPENED))
                .list(
                        3,
                        Map.of(ID, "91001", BORN, BIRTHDAY, "Date of referral", OPENED, "Referral Source", "Health"),
                        Map.of(BORN, BIRTHDAY, "Date of referral", OPENED))
                .list(4, Map.of(ID, "91001", BORN, BIRTHDAY, ASSESSED, OPENED))
                .list(
                        6,
                        Map.of(ID, "91001", BORN, BIRTHDAY, CASE, OPENED, "CIN Closure Date", LocalDate.of(2024, 5, 1)),
                        Map.of(ID, "91001", BORN, BIRTHDAY, CASE, OPENED, "CIN Closure Date", LocalDate.of(2024, 5, 1)),
                        Map.of(ID, "91002", BORN, BIRTHDAY, CASE, OPENED),
                        Map.of(ID, "91004", BORN, "02/13/2012", CASE, OPENED),
                        Map.of(ID, "=CMD()", BORN, BIRTHDAY, CASE, OPENED))
                .list(
                        7,
                        Map.of(
                                ID,
                                "91001",
                                BORN,
                                BIRTHDAY.plusDays(1),
                                PLAN,
                                OPENED,
                                "Date of latest review conference",
                                "31/02/2024"),
                        Map.of(ID, "91002", BORN, BIRTHDAY, PLAN, "not known"),
                        Map.of(ID, "91003", BORN, BIRTHDAY, PLAN, OPENED, "Child Protection Plan End Date", "June"))
                .write());
        assertThat(need.importFiles(AS_AT, NAMED, workbook)).contains("2 children are in the mirror now");
        // A review that cannot be read falls away alone; a closure that lies ahead has not come.
        assertThat(facts("CHILDREN_IN_NEED", "91001"))
                .containsExactly(
                        "referral 2024-01-08 to now",
                        "assessment 2024-01-08 to now",
                        "child-protection-plan 2024-01-08 to now");
        assertThat(facts("CHILDREN_IN_NEED", "80002")).isEmpty();
        assertThat(need.read())
                .contains("13 rows in the files")
                .contains("List 7, line 2: Date of latest review conference is no date: “31/02/2024”")
                .contains("List 7, line 2: The date of birth is another than on line 2 of")
                .contains("List 7, line 3: All of this child is left out, because of line 3 of")
                .contains("Child Protection Plan Start Date is no date: “not known”")
                .contains("List 6, line 4: All of this child is left out")
                .contains("Child Protection Plan End Date is no date: “June”")
                .contains("List 6, line 5: Date of Birth is no date: “02/13/2012”")
                .contains("CIN Closure Date lies after the day of the workbook and is not taken: 1 May 2024")
                .contains("List 3, line 2: Referral Source tells no one code that is known here")
                .contains("List 3, line 3: All of this child is left out")
                .contains("The number of the child is missing")
                .contains("Its 2 rows of List 1 (contacts) are not part of this area")
                .contains("no rule was run on them")
                .contains(
                        "Continuous Assessment Start Date: List 4 (assessments): 1 values of this column come from formulas")
                .contains("=CMD()");
    }

    @Test
    @Order(3)
    void whatIsHostileOrOfAnotherDayIsNotDoneAndLeavesTheMirror() throws IOException {
        byte[] workbook = new WrittenAnnexA()
                .list(6, Map.of(ID, "91001", BORN, BIRTHDAY, CASE, OPENED))
                .write();
        assertThat(need.importFiles("30/3/2024", NAMED, workbook))
                .contains(": not done")
                .contains("is of 31 March 2024, and not of 30 March 2024");
        // The lists have nobody who is looked after.
        assertThat(care.importFiles(AS_AT, NAMED, workbook)).contains(": not done");
        byte[] bomb = rewritten(
                workbook,
                (name, text) -> name.endsWith("sheet1.xml")
                        ? text.replace("<sheetData>", "<sheetData>" + " ".repeat(64 * 1024 * 1024))
                        : text);
        byte[] entities = rewritten(
                workbook,
                (name, text) -> name.endsWith("sheet1.xml")
                        ? text.replaceFirst(
                                "(<\\?xml[^>]*\\?>)", "$1<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")
                        : text);
        for (byte[] hostile : List.of(bomb, entities)) {
            assertThat(need.importFiles(AS_AT, NAMED, hostile))
                    .contains(": not done")
                    .doesNotContain("The fault is ours")
                    .doesNotContain("root:");
        }
        assertThat(application.home().resolve("dropped")).isEmptyDirectory();
        assertThat(facts("CHILDREN_IN_NEED", "91001")).hasSize(3);
    }

    @Test
    @Order(4)
    void theSamplesAreTakenOrTold() throws IOException {
        assumeThat(SAMPLES)
                .as("the samples beside the checkout, without which this is skipped")
                .exists();
        byte[] workbook = Files.readAllBytes(SAMPLES.resolve("Annex_A_2024_Jan.xlsx"));
        // Its name says no day, and its latest event is of long before the day of its name.
        assertThat(need.importFiles(AS_AT, "sample.xlsx", workbook))
                .contains("is of 15 March 2021, and not of 31 March");
        assertThat(need.importFiles("15/3/2021", "sample.xlsx", workbook))
                .contains("27 children are in the mirror now");
        assertThat(need.read())
                .contains("59 rows in the files")
                .contains("Primary Need Code tells no one code that is known here")
                .doesNotContain("Allocated Team");
        assertThat(care.importFiles("15/3/2021", "sample.xlsx", workbook))
                .contains("11 children are in the mirror now");
        assertThat(care.read()).contains("Placements: 5").contains("It has no day of the latest contact");
        // The other has no date of birth at all.
        byte[] bare = Files.readAllBytes(SAMPLES.resolve("annexa_example.xlsx"));
        assertThat(need.importFiles("15/5/2020", "sample.xlsx", bare))
                .contains(": not done")
                .contains("List 3, line 2: All of this child is left out")
                .contains("The date of birth is missing or no date");
    }

    @Test
    @Order(5)
    void theReturnIsImportedInItsPlaceAndCutOver() {
        need.importFiles(
                AS_AT,
                "census.xml",
                MadeUpCensus.census(MadeUpCensus.child("91001", "2012-02-01", "1", "", MadeUpCensus.WHOLE_WAY))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(need.read()).doesNotContain("Annex A, which says");
        need.accept("A rehearsal");
        need.done("cut-over", ON);
        assertThat(need.read()).contains("Cut over on 2 April 2024");
        assertThat(application.ask("select count(*) from child_protection_plan where not withdrawn"))
                .isEqualTo("1");
    }

    @Test
    @Order(6)
    void contactsAndEarlyHelpAreAMirrorOfTheirOwnAndNotCutOver() throws IOException {
        MovingSteps early = new MovingSteps(manager, "early-help");
        byte[] workbook = new WrittenAnnexA()
                .list(
                        1,
                        Map.of(ID, "92001", BORN, BIRTHDAY, "Date of Contact", OPENED, "Contact Source", "Police"),
                        Map.of(ID, "92002", BORN, BIRTHDAY, "Date of Contact", "31/02/2024"))
                .list(
                        2,
                        Map.of(
                                ID,
                                "92003",
                                BORN,
                                BIRTHDAY,
                                "Assessment start date",
                                OPENED,
                                "Assessment completion date",
                                OPENED.plusDays(30),
                                "Organisation completing assessment",
                                "Fairmead Primary School"))
                .write();
        // A contact without a day is told, and nobody is a child of the mirror for it.
        assertThat(early.importFiles(AS_AT, NAMED, workbook)).contains("2 children are in the mirror now");
        assertThat(facts("EARLY_HELP", "92001")).containsExactly("contact 2024-01-08, source=6");
        assertThat(facts("EARLY_HELP", "92003"))
                .containsExactly(
                        "early-help-assessment 2024-01-08 to 2024-02-07, organisation=Fairmead Primary School");
        assertThat(early.read())
                .contains("Date of Contact is no date: “31/02/2024”")
                .contains("no rule was run on them");
        assertThat(early.refused("cut-over", ON))
                .contains("This mirror is of Ofsted’s Annex A")
                .contains("Draw an extract of the Standard Safeguarding Dataset, which holds the history");
        assertThat(as("front-door-worker").read("/people?q=92001")).contains("In the present system: not the record");
        assertThat(as("early-help-worker").read("/people?q=92001")).doesNotContain("present system");
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }

    /** What a mirror has of a child, with every answer that is no day, in the order in which it was made. */
    private static List<String> facts(String area, String number) {
        String facts = application.ask("""
                select coalesce(string_agg(kind || ' ' || began
                        || case when lasts then ' to ' || coalesce(ended::text, 'now') else '' end
                        || coalesce((select string_agg(', ' || key || '=' || value, '' order by key) from jsonb_each_text(answers)
                            where key <> 'concern' and value !~ '^[0-9]+/[0-9]+/[0-9]{4}$'), ''), '|' order by id), '')
                from mirror_fact where area = '%s' and number = '%s'
                """.formatted(area, number));
        return facts.isEmpty() ? List.of() : List.of(facts.split("\\|"));
    }

    /** Has the first day of an assessment come of a formula. */
    private static byte[] withFormula(byte[] workbook) throws IOException {
        String day = "<v>" + (OPENED.toEpochDay() + 25_569) + "(\\.0)?</v>";
        return rewritten(
                workbook,
                (name, text) ->
                        name.endsWith("sheet3.xml") ? text.replaceFirst(day + "(?=</c></row>)", "<f>1+1</f>$0") : text);
    }

    private static byte[] rewritten(byte[] workbook, BiFunction<String, String, String> rewriting) throws IOException {
        Path file = Files.write(Files.createTempFile("rewritten", ".xlsx"), workbook);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // By its table of contents, since what streams it writes no sizes where they would be read before it.
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                to.write(rewriting.apply(entry.getName(), text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
