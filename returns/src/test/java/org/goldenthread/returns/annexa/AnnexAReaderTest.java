package org.goldenthread.returns.annexa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.goldenthread.returns.RecordingSink;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnexAReaderTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 31);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ethnicity     | a) WBRI                                         | WBRI
            ethnicity     | MWBC - Mixed White and Black Caribbean          | MWBC
            ethnicity     | (A.A1)White - British                           | WBRI
            ethnicity     | Traveller of Irish Heritage                     | WIRT
            source        | q) 6: Police                                    | 6
            source        | 3B - Health services - Health Visitor           | 3B
            source        | Health Visitor/Nurse                            | 3B
            source        | INDIVIDUAL – family member, relative or carer   | 1A
            source        | HOSP                                            | 3
            placement     | f) U6: Foster placement - not FFA               | U6
            placement     | Foster placement with relative or friend        | foster
            placement     | Secure Children’s Homes                         | K1
            provider      | e) PR4 - Private provision                      | PR4
            need          | N1 - Abuse or Neglect                           | N1
            closure       | RC8 - Case closed after assessment              | RC8
            abuse         | Neglect, Physical                               | MUL
            abuse         | d) Emotional abuse                              | EMO
            legal-status  | C2: FCO                                         | C2
            legal-status  | Interim Care Order                              | C1
            yes-no        | Child not seen alone                            | no
            yes-no        | a) Yes                                          | yes
            in-touch      | 2 - No, resident in the UK                      | NO
            accommodation | Y: Other accommodation                          | Y
            accommodation | Bed and Breakfast                               | W
            suitability   | Accommodation is considered unsuitable          | unsuitable
            suitability   | 1 - Suitable                                    | suitable
            activity      | G5: Not in education, employment or training    | G5
            case-status   | CP                                              | child-protection-plan
            gender        | b) Female                                       | F
            """)
    void values_are_read_as_councils_write_them(String set, String text, String expected) {
        assertThat(AnnexACodes.standard().find(set, text)).contains(expected);
    }

    @Test
    void a_list_is_found_by_its_headings_below_a_title_and_under_another_name() throws Exception {
        RecordingSink sink = read(sheet(
                "Referrals Q4",
                List.of(
                        List.of("Referrals in the last six months"),
                        List.of(
                                "Worker",
                                "Child ID",
                                "Sex",
                                "Ethnic origin",
                                "DOB",
                                "Age",
                                "Referral date",
                                "Source of referral",
                                "NFA?",
                                "Number of referrals in last 12 months",
                                "Team"),
                        List.of(
                                "A worker",
                                "77",
                                "M",
                                "WBRI",
                                "29/02/2012",
                                "12.08",
                                "15/03/2024",
                                "6 - Police",
                                "b) No",
                                "2",
                                "North"))));
        assertThat(sink.findingsOf(Severity.ERROR)).isEmpty();
        assertThat(sink.rowsOf("gt_annex_a_3")).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.values().get("person_id")).isEqualTo("77");
            assertThat(row.values().get("referral_date")).isEqualTo(LocalDate.of(2024, 3, 15));
            assertThat(row.values().get("referral_source")).isEqualTo("6");
            assertThat(row.values().get("referral_nfa")).isEqualTo("no");
            assertThat(row.values().get("age")).isEqualTo(12);
            assertThat(row.values().get("as_at")).isEqualTo(DAY);
        });
        assertThat(sink.rowsOf("ssd_person"))
                .singleElement()
                .satisfies(row -> assertThat(row.values().get("pers_dob")).isEqualTo(LocalDate.of(2012, 2, 29)));
        assertThat(sink.coverage).singleElement().satisfies(coverage -> {
            assertThat(coverage.source()).isEqualTo("annex-a.3");
            assertThat(coverage.from()).isEqualTo(LocalDate.of(2023, 10, 1));
        });
    }

    @Test
    void a_bad_row_is_reported_with_its_place_and_the_good_ones_load() throws Exception {
        RecordingSink sink = read(sheet(
                "List 1",
                List.of(
                        List.of(
                                "Child Unique ID",
                                "Gender",
                                "Ethnicity",
                                "Date of Birth",
                                "Age of Child (Years)",
                                "Date of Contact",
                                "Contact Source"),
                        List.of("1", "a) Male", "a) WBRI", "01/01/2010", "14", "03/25/2024", "q) 6: Police"),
                        List.of("2", "a) Male", "Martian", "01/01/10", "fourteen", "25/03/2024", "q) 6: Police"),
                        List.of("", "a) Male", "a) WBRI", "01/01/2010", "14", "25/03/2024", "q) 6: Police"),
                        List.of("3", "b) Female", "a) WBRI", "01/01/2010", "14", "26/03/2024", "q) 6: Police"))));
        assertThat(sink.rowsOf("gt_annex_a_1"))
                .extracting(row -> String.valueOf(row.values().get("person_id")))
                .containsExactly("2", "3");
        assertThat(sink.findings)
                .filteredOn(found -> found.line() != null && found.line() > 1)
                .extracting(Finding::severity, Finding::line, Finding::column)
                .containsExactly(
                        tuple(Severity.ERROR, 2, "Date of Contact"),
                        tuple(Severity.WARNING, 3, "Ethnicity"),
                        tuple(Severity.ERROR, 3, "Date of Birth"),
                        tuple(Severity.ERROR, 3, "Age of Child (Years)"),
                        tuple(Severity.ERROR, 4, "Child Unique ID"));
    }

    @Test
    void a_list_without_a_heading_that_it_needs_is_left_out_and_the_rest_loads() throws Exception {
        Sheet contacts = sheet(
                "List 1",
                List.of(
                        List.of(
                                "Child Unique ID",
                                "Gender",
                                "Ethnicity",
                                "Date of Birth",
                                "Age of Child (Years)",
                                "Contact Source"),
                        List.of("1", "a) Male", "a) WBRI", "01/01/2010", "14", "q) 6: Police")));
        Sheet earlyHelp = sheet(
                "List 2",
                List.of(
                        List.of(
                                "Child Unique ID",
                                "Gender",
                                "Ethnicity",
                                "Date of Birth",
                                "Age of Child (Years)",
                                "Assessment start date",
                                "Assessment completion date",
                                "Organisation completing assessment"),
                        List.of("1", "a) Male", "a) WBRI", "01/01/2010", "14", "25/03/2024", "", "A school")));
        RecordingSink sink = read(contacts, earlyHelp);
        assertThat(sink.findingsOf(Severity.ERROR))
                .singleElement()
                .satisfies(found -> assertThat(found.problem())
                        .isEqualTo("List 1 (contacts) lacks the heading \"Date of Contact\" and was left out."));
        assertThat(sink.rowsOf("gt_annex_a_1")).isEmpty();
        assertThat(sink.rowsOf("gt_annex_a_2")).hasSize(1);
    }

    @Test
    void the_day_of_the_lists_is_in_the_name_or_was_given_or_is_the_latest_that_they_speak_of() throws Exception {
        Sheet contacts = sheet(
                "List 1",
                List.of(
                        List.of(
                                "Child Unique ID",
                                "Gender",
                                "Ethnicity",
                                "Date of Birth",
                                "Age",
                                "Date of Contact",
                                "Contact Source"),
                        List.of("1", "a) Male", "a) WBRI", "01/01/2010", "14", "25/03/2024", "q) 6: Police")));
        assertThat(day("Annex A 2024-03-28.xlsx", null, contacts)).isEqualTo("2024-03-28");
        assertThat(day("annex_a_28032024.xlsx", DAY, contacts)).isEqualTo("2024-03-28");
        assertThat(day("Annex A.xlsx", DAY, contacts)).isEqualTo("2024-03-31");
        assertThat(day("Annex A.xlsx", LocalDate.of(2024, 3, 1), contacts)).isEqualTo("2024-03-25");
        assertThat(day("Annex A.xlsx", LocalDate.of(2024, 5, 31), contacts)).isEqualTo("2024-03-25");
        assertThat(day("Annex A.xlsx", null, contacts)).isEqualTo("2024-03-25");
    }

    private String day(String name, LocalDate extracted, Sheet sheet) throws Exception {
        RecordingSink sink = new RecordingSink();
        AnnexAReader.read(write(name, sheet), extracted, sink);
        return sink.coverage.getFirst().to().toString();
    }

    @Test
    void a_list_in_two_sheets_is_told_and_a_finding_names_the_sheet_that_it_is_of() throws Exception {
        List<String> headings = List.of(
                "Child Unique ID",
                "Gender",
                "Ethnicity",
                "Date of Birth",
                "Age of Child (Years)",
                "Date of Contact",
                "Contact Source");
        List<String> good = List.of("1", "a) Male", "a) WBRI", "01/01/2010", "14", "25/03/2024", "q) 6: Police");
        List<String> nameless = List.of("", "a) Male", "a) WBRI", "01/01/2010", "14", "25/03/2024", "q) 6: Police");
        RecordingSink sink = read(
                sheet("January", List.of(headings, good, nameless)),
                sheet("February", List.of(headings, List.of(" "), nameless, headings)));

        assertThat(sink.rowsOf("gt_annex_a_1")).hasSize(1);
        assertThat(sink.findings)
                .filteredOn(found -> found.problem().startsWith("List 1 "))
                .extracting(Finding::severity, Finding::line, Finding::problem)
                .containsExactly(
                        tuple(
                                Severity.WARNING,
                                null,
                                "List 1 (contacts) is in 2 sheets, \"January\" and \"February\"; the rows of all were read."),
                        tuple(
                                Severity.ERROR,
                                3,
                                "List 1 (contacts) of the sheet \"January\": the row has no \"Child Unique ID\" and was"
                                        + " left out."),
                        tuple(
                                Severity.NOTE,
                                1,
                                "List 1 (contacts) of the sheet \"January\": of 2 rows below the heading 1 was taken, 1 was"
                                        + " left out."),
                        tuple(
                                Severity.ERROR,
                                3,
                                "List 1 (contacts) of the sheet \"February\": the row has no \"Child Unique ID\" and was"
                                        + " left out."),
                        tuple(
                                Severity.NOTE,
                                1,
                                "List 1 (contacts) of the sheet \"February\": of 3 rows below the heading 1 was left out,"
                                        + " 1 is blank, 1 repeats the headings."));
    }

    @Test
    void a_workbook_of_something_else_is_refused() throws Exception {
        RecordingSink sink = read(sheet("Budget", List.of(List.of("Line", "Pounds"), List.of("Travel", "10"))));
        assertThat(sink.rows).isEmpty();
        assertThat(sink.findingsOf(Severity.ERROR))
                .singleElement()
                .satisfies(found -> assertThat(found.problem()).contains("No sheet"));
    }

    private record Sheet(String name, List<List<String>> rows) {}

    private static Sheet sheet(String name, List<List<String>> rows) {
        return new Sheet(name, rows);
    }

    private RecordingSink read(Sheet... sheets) throws Exception {
        RecordingSink sink = new RecordingSink();
        AnnexAReader.read(write("lists.xlsx", sheets), DAY, sink);
        return sink;
    }

    private Path write(String name, Sheet... sheets) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(out, "Test", "1.0");
            for (Sheet sheet : sheets) {
                Worksheet worksheet = workbook.newWorksheet(sheet.name());
                for (int row = 0; row < sheet.rows().size(); row++) {
                    for (int column = 0; column < sheet.rows().get(row).size(); column++) {
                        worksheet.value(row, column, sheet.rows().get(row).get(column));
                    }
                }
            }
            workbook.finish();
        }
        return file;
    }
}
