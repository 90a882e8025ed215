package org.goldenthread.returns.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.goldenthread.returns.check.ssda903.Providers;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Correcting a return: what is shown after any changes is what a check of the changed return would find. */
class DeskTest {
    private static final String HEADER = """
            CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
            a1,M,05/05/2012,WBRI,UN2,,
            B2,F,06/06/2014,WBRI,UN2,,
            C3,1,07/07/2010,WBRI,UN2,,
            """;
    /** A1's first placement ends a day after the second begins; C3's number is in no list. */
    private static final String EPISODES = """
            CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
            A1,10/04/2025,S,C2,N1,U6,PR1,21/06/2025,X1,CARPL,AA1 1AA,AA1 1AB,1234567
            A1,20/06/2025,P,C2,N1,U6,PR1,,,,AA1 1AA,AA1 1AC,1234567
            B2,01/05/2025,S,C2,N1,K2,PR1,,,,AA1 1AA,BB1 1BB,2000001
            C3,01/05/2025,S,C2,N1,K2,PR4,,,,AA1 1AA,BB1 1BB,1111111
            """;

    private static final String CENSUS = """
            <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>
            <ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
            <Source><SourceLevel>L</SourceLevel><LEA>399</LEA><SerialNo>001</SerialNo></Source></Header>
            <Children>
            <Child><ChildIdentifiers><LAchildID>KID0001</LAchildID><UPNunknown>UN3</UPNunknown>
            <PersonBirthDate>2012-02-29</PersonBirthDate><Sex>m</Sex></ChildIdentifiers>
            <ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>NONE</Disability></Disabilities></ChildCharacteristics>
            <CINdetails><CINreferralDate>2025-05-01</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
            <Assessments><AssessmentActualStartDate>2025-05-01</AssessmentActualStartDate>
            <AssessmentAuthorisationDate>2025-06-01</AssessmentAuthorisationDate>
            <FactorsIdentifiedAtAssessment><AssessmentFactors>2B</AssessmentFactors><AssessmentFactors>3A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
            <Section47><S47ActualStartDate>2025-06-02</S47ActualStartDate><InitialCPCtarget>2025-06-22</InitialCPCtarget>
            <DateOfInitialCPC>2025-06-20</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>
            <ReferralNFA>0</ReferralNFA>
            <ChildProtectionPlans><CPPstartDate>2025-06-20</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
            <LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP>
            <Reviews><CPPreviewDate>2025-09-10</CPPreviewDate></Reviews></ChildProtectionPlans>
            </CINdetails></Child>
            <Child><ChildIdentifiers><LAchildID>KID0002</LAchildID><UPNunknown>UN3</UPNunknown>
            <PersonBirthDate>2015-03-04</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
            <CINdetails><CINreferralDate>01/02/2026</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA></CINdetails></Child>
            </Children></Message>
            """;

    @TempDir
    private Path folder;

    private Desk lookedAfter() throws IOException {
        Files.writeString(folder.resolve("header.csv"), HEADER);
        Files.writeString(folder.resolve("episodes.csv"), EPISODES);
        Providers providers = new Providers(Map.of(
                "2000001",
                List.of(new Providers.Provider("2000001", Set.of("K2"), Set.of("PR4"), null, "BB11BB", "")),
                "2000002",
                List.of(new Providers.Provider(
                        "2000002", Set.of("K2"), Set.of("PR4"), LocalDate.of(2020, 1, 1), "BB11BB", ""))));
        return Desk.lookedAfter(
                Ssda903Rows.read(List.of(folder)), 2026, new Ssda903Children.Beside(null, null, providers, null));
    }

    private Desk census() throws IOException {
        return Desk.census(List.of(Files.writeString(folder.resolve("cin.xml"), CENSUS)), 2026);
    }

    @Test
    void anEditClearsItsProblemAtOnceAndUndoingItBringsTheProblemBack() throws IOException {
        Desk desk = lookedAfter();
        List<Problem> before = desk.listProblems();
        RowId row = RowId.parse("Header-3");
        assertThat(desk.listProblems("C3")).extracting(Problem::rule).contains("101");

        List<Change> change = List.of(new Change.Edited(row, "SEX", "1", "M"));
        desk.apply(change);
        assertThat(desk.listProblems("C3")).extracting(Problem::rule).doesNotContain("101");

        desk.apply(Desk.reversed(change));
        assertThat(desk.listProblems()).isEqualTo(before);
    }

    @Test
    void textsStayLetterByLetterThoughTheRulesCompareThemInCapitals() throws IOException {
        Desk desk = lookedAfter();
        assertThat(desk.listChildren()).containsExactly("A1", "B2", "C3");
        assertThat(desk.listRows("A1").getFirst().texts()).startsWith("a1", "M");
    }

    @Test
    void aSecondEditorIsToldWhatStandsThereNowAndChangesNothing() throws IOException {
        Desk desk = lookedAfter();
        RowId row = RowId.parse("Episodes-3");
        desk.apply(List.of(new Change.Edited(row, "PLACE", "K2", "K1")));
        assertThatThrownBy(() -> desk.apply(
                        List.of(new Change.Edited(row, "LS", "C2", "V2"), new Change.Edited(row, "PLACE", "K2", "U1"))))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.now()).isEqualTo("K1"))
                .hasMessageContaining("'K1'");
        assertThat(desk.findRow(row).orElseThrow().texts()).contains("C2", "K1");
    }

    /** A1's first episode ends where the second begins: a date, so one by one. The home's number and code: in bulk. */
    @Test
    void suggestionsFollowFromTheNextEpisodeAndFromOfstedsListAndDatesAreNotForBulk() throws IOException {
        Desk desk = lookedAfter();
        assertThat(desk.suggest("A1"))
                .filteredOn(one -> one.change().field().equals("DEC"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.change().after()).isEqualTo("20/06/2025");
                    assertThat(one.bulk()).isFalse();
                });
        assertThat(desk.suggest("B2"))
                .filteredOn(Suggestion::bulk)
                .extracting(one -> one.change().field() + " " + one.change().after())
                .contains("PLACE_PROVIDER PR4");
        // 2000002 is at the postcode too, and its registration ended before the placement began.
        assertThat(desk.suggest("C3"))
                .extracting(one -> one.change().field() + " " + one.change().after())
                .contains("URN 2000001", "SEX M");
    }

    @Test
    void aTableThatTheReturnLackedMakesItsRulesRunOnceItHasARow() throws IOException {
        Desk desk = lookedAfter();
        assertThat(desk.notRun().values()).contains("the return has no Missing");
        List<Change> added = List.of(new Change.Added(
                desk.next("Missing"), "", Map.of("CHILD", "A1", "MISSING", "M", "MIS_START", "01/01/2027")));
        desk.apply(added);
        assertThat(desk.notRun().values()).doesNotContain("the return has no Missing");
        assertThat(desk.listProblems("A1")).extracting(Problem::table).contains("Missing");
        desk.apply(Desk.reversed(added));
        assertThat(desk.notRun().values()).contains("the return has no Missing");
    }

    @Test
    void aCensusIsCorrectedWithinItsNestedRecords() throws IOException {
        Desk desk = census();
        ShownRow assessment = desk.listRows("KID0001").stream()
                .filter(row -> row.id().table().equals("Assessments"))
                .findFirst()
                .orElseThrow();
        assertThat(assessment.texts()).contains("2B, 3A");
        assertThat(assessment.within()).isEqualTo("CINdetails-1");

        // 2 June 2025 and 15 working days: 23 June.
        assertThat(desk.suggest("KID0001"))
                .extracting(one -> one.change().field() + " " + one.change().after())
                .contains("InitialCPCtarget 2025-06-23", "Sex M");
        assertThat(desk.suggest("KID0002"))
                .extracting(one -> one.change().field() + " " + one.change().after())
                .contains("CINreferralDate 2026-02-01");

        desk.apply(List.of(new Change.Added(
                desk.next("Reviews"), "ChildProtectionPlans-1", Map.of("CPPreviewDate", "2026-03-01"))));
        assertThat(desk.listRows("KID0001"))
                .filteredOn(row -> row.id().table().equals("Reviews"))
                .extracting(row -> row.texts().getFirst())
                .containsExactly("2025-09-10", "2026-03-01");

        // A referral goes with all that it holds, innermost first, and comes back whole.
        List<ShownRow> whole = desk.listRows("KID0001");
        List<Change> removal = desk.removal(RowId.parse("CINdetails-1"));
        desk.apply(removal);
        assertThat(desk.listRows("KID0001"))
                .extracting(row -> row.id().table())
                .containsExactly("ChildIdentifiers", "ChildCharacteristics", "Disabilities");
        desk.apply(Desk.reversed(removal));
        assertThat(desk.listRows("KID0001")).isEqualTo(whole);
    }

    @Test
    void theCorrectedReturnReadBackHoldsEveryRowAsItNowIs() throws IOException {
        Desk desk = lookedAfter();
        desk.apply(List.of(
                // The rules compare identifiers in capitals; in XML a child is one element, so they have to agree
                // letter by letter.
                new Change.Edited(RowId.parse("Header-1"), "CHILD", "a1", "A1"),
                new Change.Edited(RowId.parse("Header-3"), "SEX", "1", "M"),
                new Change.Added(
                        desk.next("Reviews"),
                        "",
                        Map.of("CHILD", "C3", "DOB", "07/07/2010", "REVIEW", "01/09/2025", "REVIEW_CODE", "PN1"))));
        Path csv = Files.createDirectory(folder.resolve("csv"));
        Path xml = Files.createDirectory(folder.resolve("xml"));
        assertThat(desk.write("csv", csv).leftOut()).isEmpty();
        assertThat(desk.write("xml", xml).leftOut()).isEmpty();
        for (Path written : List.of(csv, xml)) {
            Desk again = Desk.lookedAfter(
                    Ssda903Rows.read(List.of(written)), 2026, new Ssda903Children.Beside(null, null, null, null));
            for (String table : List.of("Header", "Episodes", "Reviews")) {
                assertThat(again.listTable(table))
                        .as("%s of %s", table, written)
                        .extracting(ShownRow::texts)
                        .allSatisfy(texts -> assertThat(desk.listTable(table))
                                .extracting(row -> row.texts())
                                .anySatisfy(known -> assertThat(texts.subList(0, known.size()))
                                        .isEqualTo(known)))
                        .hasSameSizeAs(desk.listTable(table));
            }
        }
    }

    @Test
    void theCorrectedCensusReadBackHoldsEveryRecordAsItNowIs() throws IOException {
        Desk desk = census();
        desk.apply(List.of(
                new Change.Edited(RowId.parse("ChildCharacteristics-2"), "Ethnicity", "", "WBRI"),
                new Change.Edited(RowId.parse("Assessments-1"), "AssessmentFactors", "2B, 3A", "3A, 4B, 16A")));
        Path written = Files.createDirectory(folder.resolve("out"));
        Desk.Corrected corrected = desk.write("xml", written);
        assertThat(corrected.leftOut()).isEmpty();
        Desk again = Desk.census(corrected.files(), 2026);
        desk.tables()
                .forEach(table -> assertThat(again.listTable(table.label()))
                        .extracting(ShownRow::texts)
                        .isEqualTo(desk.listTable(table.label()).stream()
                                .map(ShownRow::texts)
                                .toList()));
    }

    @Test
    void whatIsShownAfterAnyChangesIsWhatACheckOfEverythingFindsAndTakingThemAllBackRestoresTheReturn()
            throws IOException {
        for (Desk desk : List.of(lookedAfter(), census())) {
            for (int seed = 0; seed < 30; seed++) {
                List<ShownRow> rows = everyRow(desk);
                Set<Problem> problems = new HashSet<>(desk.listProblems());
                List<Change> made = new ArrayList<>();
                Random random = new Random(seed);
                for (int step = 0; step < 12; step++) {
                    List<Change> next = anyChange(desk, random);
                    desk.apply(next);
                    made.addAll(next);
                    assertThat(new HashSet<>(desk.listProblems()))
                            .as("seed %s, step %s of %s: %s", seed, step, desk.returnName(), next)
                            .isEqualTo(new HashSet<>(desk.listProblemsAfresh()));
                }
                desk.apply(Desk.reversed(made));
                assertThat(everyRow(desk)).as("seed %s", seed).isEqualTo(rows);
                assertThat(new HashSet<>(desk.listProblems()))
                        .as("seed %s", seed)
                        .isEqualTo(problems);
            }
        }
    }

    private static List<ShownRow> everyRow(Desk desk) {
        List<ShownRow> rows = new ArrayList<>();
        desk.tables().forEach(table -> rows.addAll(desk.listTable(table.label())));
        return rows;
    }

    /** An edit of any cell, a copied row under another number, or a row taken out with all that it holds. */
    private static List<Change> anyChange(Desk desk, Random random) {
        List<ShownRow> rows = everyRow(desk);
        ShownRow row = rows.get(random.nextInt(rows.size()));
        ShownTable table = desk.getTable(row.id().table());
        boolean header = desk.returnName().equals("cin") && table.label().equals("Header");
        int kind = random.nextInt(10);
        if (kind < 2 && !header) {
            return desk.removal(row.id());
        }
        if (kind < 4 && !header) {
            Map<String, String> texts = new HashMap<>();
            for (int place = 0; place < row.texts().size(); place++) {
                texts.put(table.fields().get(place).name(), row.texts().get(place));
            }
            return List.of(new Change.Added(desk.next(table.label()), row.within(), texts));
        }
        int place = random.nextInt(row.texts().size());
        List<String> values = List.of("", "A1", "B2", "01/06/2025", "2025-06-01", "K2", "M", "x y", "C2", "2A, 9Z");
        return List.of(new Change.Edited(
                row.id(),
                table.fields().get(place).name(),
                row.texts().get(place),
                table.fields().get(place).name().equals("AssessmentFactors")
                        ? "2A, 9Z"
                        : values.get(random.nextInt(values.size()))));
    }
}
