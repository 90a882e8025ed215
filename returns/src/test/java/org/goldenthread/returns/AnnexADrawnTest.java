package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.returns.annexa.AnnexAReader;
import org.goldenthread.returns.tabular.GridCell;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.returns.tabular.Workbook;
import org.goldenthread.returns.write.NotWritten;
import org.goldenthread.returns.write.annexa.RawWorkbook;
import org.goldenthread.snapshot.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annex A of a small made-up borough that loaded no workbook of it. */
class AnnexADrawnTest {
    /** The six months to it begin on 1 March, since the same day of February would be after its last, the 29th. */
    private static final LocalDate AUGUST = LocalDate.of(2024, 8, 31);
    /** The six months to it begin on 30 August 2023, the twelve on 1 March 2023, for 28 February is the day before them. */
    private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);

    private static final String PERSONS = """
            pers_person_id,pers_sex,pers_ethnicity,pers_dob
            K1,M,WBRI,2012-02-29
            K2,F,BCRB,2010-09-01
            K3,U,,2007-03-01
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> extract = new LinkedHashMap<>(Map.of("ssd_person", PERSONS));

    @Test
    void eventsOfSixMonthsAreThoseFromTheDayAfterTheSameDayUpToTheDay() throws IOException {
        extract.put("ssd_contacts", """
                cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code
                C1,K1,2023-08-29,1A
                C2,K1,2023-08-30,2B
                C3,K1,2024-02-29,3C
                C4,K1,2024-03-01,6
                C5,K2,2024-08-31,10
                C6,K2,2024-09-01,6
                """);
        extract.put("ssd_cin_episodes", """
                cine_referral_id,cine_person_id,cine_referral_date,cine_referral_source_code,cine_referral_nfa,cine_referral_team
                R1,K1,2023-08-31,1A,N,T1
                R2,K1,2023-09-01,1A,N,T1
                R3,K1,2024-08-31,5D,Y,T1
                """);
        extract.put("ssd_department", """
                dept_team_id,dept_team_name
                T1,=cmd|' /C calc'!A0
                """);
        Council council = council();

        assertThat(rows(council, AUGUST, 1))
                .containsExactly(
                        "K1|a) Male|a) WBRI|2012-02-29|12|2024-03-01|g) Police",
                        "K2|b) Female|n) BCRB|2010-09-01|13|2024-08-31|k) Unknown");
        // Of K1's three referrals one was a year and a day ago; the twelve months begin on 1 September.
        assertThat(rows(council, AUGUST, 3))
                .containsExactly(
                        "K1|a) Male|a) WBRI|2012-02-29|12|2024-08-31|5D: Local authority services: early help|Yes|2"
                                + "|=cmd|' /C calc'!A0|");
        assertThat(RawWorkbook.read(council.annexA(AUGUST)).formulas()).isZero();
        // The leap day's child is 12 on 29 February 2024 itself.
        assertThat(rows(council, LEAP_DAY, 1))
                .containsExactly(
                        "K1|a) Male|a) WBRI|2012-02-29|12|2023-08-30|c) Education services",
                        "K1|a) Male|a) WBRI|2012-02-29|12|2024-02-29|d) Health services");
    }

    @Test
    void assessmentsEnquiriesAndPlansCountWhileTheyAreOpenAndForSixMonthsAfter() throws IOException {
        extract.put("ssd_cin_episodes", """
                cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_nfa,cine_close_date,cine_close_reason
                R1,K1,2023-01-10,N1,N,,
                R2,K2,2023-02-10,N2,N,2024-02-29,RC8
                R3,K2,2024-05-01,N2,N,2024-09-01,RC7
                R4,K2,2024-06-01,N2,N,,
                R5,K3,2023-06-01,N0,N,2024-03-01,RC6
                """);
        extract.put("ssd_cin_assessments", """
                cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_child_seen,cina_assessment_auth_date,cina_assessment_outcome_nfa
                A1,K1,R1,2023-01-11,Y,2024-02-29,N
                A2,K2,R2,2023-02-11,Y,2024-03-01,Y
                A3,K2,R3,2024-05-02,N,2024-09-01,N
                A4,K3,R5,2023-06-02,Y,,
                """);
        extract.put("ssd_s47_enquiry", """
                s47e_s47_enquiry_id,s47e_referral_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_date,s47e_s47_nfa
                E1,R1,K1,2024-02-20,2024-02-29,N
                E2,R1,K1,2024-02-21,2024-03-01,N
                E3,R2,K2,2023-02-12,,N
                E4,R3,K2,2024-08-31,,Y
                """);
        extract.put("ssd_initial_cp_conference", """
                icpc_icpc_id,icpc_s47_enquiry_id,icpc_person_id,icpc_icpc_date,icpc_icpc_outcome_cp_flag
                I1,E2,K1,2024-03-01,Y
                """);
        extract.put("ssd_cp_plans", """
                cppl_cp_plan_id,cppl_referral_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_initial_category,cppl_cp_plan_latest_category
                P1,R1,K1,2022-01-01,2024-02-29,NEG,NEG
                P2,R1,K1,2024-03-01,2024-09-01,PHY,EMO
                """);
        extract.put("ssd_cp_visits", """
                cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen,cppv_cp_visit_seen_alone
                V1,K1,P2,2024-08-31,Y,Y
                V2,K1,P2,2024-09-01,Y,N
                """);
        extract.put("ssd_cp_reviews", """
                cppr_cp_review_id,cppr_person_id,cppr_cp_plan_id,cppr_cp_review_date
                W1,K1,P2,2024-05-30
                W2,K1,P2,2024-09-01
                """);
        extract.put("ssd_disability", """
                disa_table_id,disa_person_id,disa_disability_code
                D1,K1,NONE
                D2,K2,LD
                """);
        Council council = council();

        // A1 was authorised six months and a day ago; what A3 came to was not known on the day.
        assertThat(rows(council, AUGUST, 4))
                .containsExactly(
                        "K2|b) Female|n) BCRB|2010-09-01|13|Yes|2023-02-11|Yes|2024-03-01|No||",
                        "K2|b) Female|n) BCRB|2010-09-01|13|Yes|2024-05-02|No||||",
                        "K3|c) Not stated/recorded||2007-03-01|17||2023-06-02|Yes||||");
        // E3 is over, for its referral was closed; E1 ended six months and a day ago.
        assertThat(rows(council, AUGUST, 5))
                .containsExactly(
                        "K1|a) Male|a) WBRI|2012-02-29|12|No|2024-02-21|No|2024-03-01|Yes|2|1||",
                        "K2|b) Female|n) BCRB|2010-09-01|13|Yes|2024-08-31|Yes|||1|0||");
        // R4 led to nothing more; R2 closed on the day before the six months.
        assertThat(rows(council, AUGUST, 6))
                .containsExactly(
                        "K1|a) Male|a) WBRI|2012-02-29|12|No|2023-01-10|N1: Abuse, neglect and exploitation|2024-08-31|||b) Child Protection plan||",
                        "K2|b) Female|n) BCRB|2010-09-01|13|Yes|2024-05-01|N2: Child's disability or illness||||d) Open assessment||",
                        "K3|c) Not stated/recorded||2007-03-01|17||2023-06-01|N0: Not stated||2024-03-01|RC6: Transferred to adult social care services|e) Closed episode||");
        assertThat(rows(council, AUGUST, 7))
                .containsExactly(
                        "K1|a) Male|a) WBRI|2012-02-29|12|No|2024-03-01|b) Physical Abuse|d) Emotional Abuse|2024-08-31"
                                + "|Yes|2024-05-30|||1||");
        assertThat(problems(council, AUGUST))
                .contains(
                        "List 1 (contacts) has no row, for the snapshot holds no contacts.",
                        "List 11 (adopters) has no row, for the snapshot holds no adopters.",
                        "List 7 (child protection): the snapshot tells nothing of these columns, which are empty: Child"
                                + " Protection Plan End Date; Subject to Emergency Protection Order or Protected Under"
                                + " Police Powers in Last Six Months (Y/N); Allocated Team; Allocated Worker.");
    }

    @Test
    void childrenInCareLeaversAndAdoptionAreDrawnFromTheReturnOfChildrenLookedAfter() throws IOException {
        Council council = new Council(folder)
                .lookedAfter(
                        "2024",
                        "header.csv",
                        Council.HEADER
                                + "K1,1,29/02/2012,WBRI,,,\nK2,2,01/09/2010,BCRB,,,\nK3,2,01/03/2006,OOTH,,,\nK4,1,05/05/2019,MOTH,,,\n")
                .lookedAfter(
                        "2024",
                        "episodes.csv",
                        Council.EPISODES
                                + "K1,01/04/2023,S,V2,N1,U6,PR1,01/06/2023,E4A,,,,\n"
                                + "K1,01/10/2023,S,V2,N1,U6,PR1,01/12/2023,X1,CARPL,,,SC111111\n"
                                + "K1,01/12/2023,B,C2,N1,K2,PR4,,,,,,SC222222\n"
                                + "K2,01/04/2023,S,C2,N5,U1,PR1,29/08/2023,E4B,,,,\n"
                                + "K3,01/04/2022,S,C2,N1,U4,PR1,30/08/2023,E5,,,,\n"
                                + "K4,01/01/2023,S,E1,N1,A5,PR1,01/03/2023,E11,,,,\n"
                                + "K4,02/03/2023,S,E1,N1,A5,PR1,,,,,,\n")
                .lookedAfter(
                        "2024",
                        "placed_for_adoption.csv",
                        "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\nK4,05/05/2019,02/03/2023,,\n")
                .lookedAfter("2024", "uasc.csv", "CHILD,SEX,DOB,DUC\nK3,2,01/03/2006,28/02/2023\n")
                .lookedAfter(
                        "2024",
                        "missing.csv",
                        "CHILD,DOB,MISSING,MIS_START,MIS_END\nK1,29/02/2012,M,28/02/2023,01/03/2023\n"
                                + "K1,29/02/2012,M,01/10/2023,02/10/2023\nK1,29/02/2012,A,29/02/2024,\n")
                .lookedAfter(
                        "2024",
                        "reviews.csv",
                        "CHILD,DOB,REVIEW,REVIEW_CODE\nK1,29/02/2012,29/02/2024,PN1\nK1,29/02/2012,01/03/2024,PN1\n")
                .lookedAfter("2024", "oc3.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nK3,01/03/2006,YES,F2,U2\n")
                .load();

        // K2 left on the day before the six months, K3 on their first.
        assertThat(rows(council, LEAP_DAY, 8))
                .startsWith(
                        "K1|a) Male|a) WBRI|2012-02-29|12|No||2023-10-01|N1: Abuse, neglect and exploitation|Yes|2023-12-01|C2: Full care order"
                                + "|2024-02-29||||||3|||2023-12-01|K2: Children's home subject to Children's Homes Regulations|PR4: Private provision||SC222222"
                                + "|||1|1||||")
                .anyMatch(row -> row.startsWith("K3|"))
                .noneMatch(row -> row.startsWith("K2|"));
        // The return tells of K3 as of the 18th birthday, which is the day after.
        assertThat(rows(council, LEAP_DAY, 9)).isEmpty();
        assertThat(rows(council, LEAP_DAY.plusDays(1), 9))
                .containsExactly(
                        "K3|b) Female|r) OOTH|2006-03-01|18|Yes|||||b) Former relevant||a) In touch||U: Independent living"
                                + "|b) Not suitable|F2: Full time in education other than higher education");
        // K4's earlier adoption is not written, for nothing tells when it was decided.
        assertThat(rows(council, LEAP_DAY, 10))
                .containsExactly("K4||a) Male|i) MOTH|2019-05-05|4||2023-03-02|2023-03-02|2023-03-02||2023-03-02||||");
        assertThat(problems(council, LEAP_DAY))
                .contains(
                        "List 10 (adoption): rows left out, for the snapshot does not tell their \"Child Unique ID\" or"
                                + " \"Date of Decision that Child Should be Placed for Adoption\": 1.");
        assertThat(problems(council, LocalDate.of(2024, 4, 1)))
                .contains(
                        "The returns of children looked after that were loaded speak of days up to 2024-03-31, so nothing"
                                + " that came later is in the lists.");
    }

    private Council council() throws IOException {
        Council council = new Council(folder);
        Path files = Files.createDirectories(folder.resolve("extract"));
        for (Map.Entry<String, String> table : extract.entrySet()) {
            Files.writeString(files.resolve(table.getKey() + ".csv"), table.getValue(), StandardCharsets.UTF_8);
        }
        council.request().ssd(files).extracted(LocalDate.of(2024, 9, 2));
        return council.load();
    }

    private List<String> problems(Council council, LocalDate day) throws IOException {
        return NotWritten.listProblems(council.exportAnnexA(day).getLast());
    }

    /** The rows of a list, cells divided by bars and dates in ISO form; our own reader has to take each of them without a fault. */
    private List<String> rows(Council council, LocalDate day, int list) throws IOException {
        if (!Files.exists(council.annexA(day))) {
            council.exportAnnexA(day);
        }
        RecordingSink sink = new RecordingSink();
        AnnexAReader.read(council.annexA(day), null, sink);
        assertThat(sink.findingsOf(Severity.ERROR)).isEmpty();
        assertThat(sink.findingsOf(Severity.WARNING)).isEmpty();
        List<String> rows = new ArrayList<>();
        try (Workbook workbook = Workbook.open(council.annexA(day))) {
            List<GridRow> all = workbook.listSheets().get(list - 1).readAll();
            int width = all.getFirst().cells().size();
            for (GridRow row : all.subList(1, all.size())) {
                List<String> cells = new ArrayList<>();
                for (int place = 0; place < width; place++) {
                    cells.add(text(row.cell(place)));
                }
                rows.add(String.join("|", cells));
            }
        } catch (RefusedFile refused) {
            throw new IOException(refused);
        }
        assertThat(sink.rowsOf("gt_annex_a_" + list)).hasSameSizeAs(rows);
        assertThat(sink.rowsOf("gt_annex_a_" + list))
                .allSatisfy(row -> assertThat(row.values().get("as_at")).isEqualTo(day));
        return rows;
    }

    private static String text(GridCell cell) {
        return cell.dated() && cell.date() instanceof DateText.Read read
                ? read.value().toString()
                : cell.text();
    }
}
