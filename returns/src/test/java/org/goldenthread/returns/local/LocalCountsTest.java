package org.goldenthread.returns.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.goldenthread.returns.RecordingSink;
import org.goldenthread.returns.local.LocalMeasure.Shape;
import org.goldenthread.snapshot.Coverage;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalCountsTest {
    private static final List<LocalMeasure> MEASURES = List.of(
            new LocalMeasure("footfall", "Visits to children and family centres", Shape.VALUE, "Every visit counts."),
            new LocalMeasure(
                    "schools-good-or-outstanding",
                    "Schools that are good or outstanding",
                    Shape.NUMERATOR_AND_DENOMINATOR,
                    ""));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "2024-03, 2024-03-01, 2024-03-31",
        "Feb-24, 2024-02-01, 2024-02-29",
        "March 2024, 2024-03-01, 2024-03-31",
        "03/2024, 2024-03-01, 2024-03-31",
        "31/03/2024, 2024-03-01, 2024-03-31",
        "Q4 2023-24, 2024-01-01, 2024-03-31",
        "2023/24 Q1, 2023-04-01, 2023-06-30",
        "2023-24, 2023-04-01, 2024-03-31",
        "academic 2023-24, 2023-09-01, 2024-08-31",
        "2023, 2023-01-01, 2023-12-31",
    })
    void a_period_is_read_as_councils_write_it(String text, LocalDate start, LocalDate end) {
        assertThat(CountPeriod.find(text)).hasValueSatisfying(period -> {
            assertThat(period.start()).isEqualTo(start);
            assertThat(period.end()).isEqualTo(end);
        });
    }

    @Test
    void the_long_shape_loads_with_states_and_notes() throws Exception {
        RecordingSink sink = read("counts.csv", """
                # made up
                measure,month,value,numerator,denominator,state,note
                footfall,2024-02,"1,234",,,,
                footfall,2024-03,0,,,provisional,two days missing
                schools-good-or-outstanding,Mar-24,,38,40,,
                footfall,2024-04,,,,awaiting publication,
                footfall,2024-05,,,,,
                """);
        assertThat(sink.findings)
                .extracting(Finding::severity, Finding::problem)
                .containsExactly(tuple(
                        Severity.NOTE, "Of 5 rows below the heading 4 were taken, 1 holds nothing that is counted."));
        assertThat(sink.rows)
                .extracting(
                        row -> row.values().get("local_measure"),
                        row -> row.values().get("period_end"),
                        row -> row.values().get("numerator"),
                        row -> row.values().get("denominator"),
                        row -> row.values().get("state"))
                .containsExactly(
                        tuple("footfall", LocalDate.of(2024, 2, 29), 1234.0, null, "value"),
                        tuple("footfall", LocalDate.of(2024, 3, 31), 0.0, null, "provisional"),
                        tuple("schools-good-or-outstanding", LocalDate.of(2024, 3, 31), 38.0, 40.0, "value"),
                        tuple("footfall", LocalDate.of(2024, 4, 30), null, null, "awaiting publication"));
        assertThat(sink.coverage)
                .contains(new Coverage("local.footfall", LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29)));
    }

    @Test
    void a_template_that_was_filled_in_loads_from_either_format() throws Exception {
        List<YearMonth> months = List.of(YearMonth.of(2024, 2), YearMonth.of(2024, 3));
        Path csv = folder.resolve("template.csv");
        LocalCountsTemplate.write(csv, months, MEASURES);
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines)
                .containsExactly(
                        "\uFEFFmeasure,name,what,2024-02,2024-03",
                        "footfall,Visits to children and family centres,value,,",
                        "schools-good-or-outstanding,Schools that are good or outstanding,numerator,,",
                        "schools-good-or-outstanding,Schools that are good or outstanding,denominator,,");
        String filled = String.join("\r\n", lines)
                .replace("value,,", "value,10,n/a")
                .replace("numerator,,", "numerator,,38")
                .replace("denominator,,", "denominator,,40");
        RecordingSink text = read("filled.csv", filled);
        assertFilled(text);
        assertThat(text.findings).isEmpty();

        Path workbook = folder.resolve("template.xlsx");
        LocalCountsTemplate.write(workbook, months, MEASURES);
        RecordingSink empty = new RecordingSink();
        LocalCountsReader.read(workbook, MEASURES, empty);
        assertThat(empty.rows).isEmpty();
        assertThat(empty.findings)
                .extracting(Finding::problem)
                .containsExactly(
                        "The sheet \"How to fill it in\" has no heading of local counts and was not read.",
                        "Of 3 rows below the heading 3 hold nothing that is counted.",
                        "The file holds no count.");
        RecordingSink sheets = readWorkbook();
        assertFilled(sheets);
        assertThat(sheets.findings)
                .extracting(Finding::problem)
                .containsExactly("The sheet \"Notes\" has no heading of local counts and was not read.");
    }

    private static void assertFilled(RecordingSink sink) {
        assertThat(sink.rows)
                .extracting(
                        row -> row.values().get("local_measure"),
                        row -> row.values().get("period_end"),
                        row -> row.values().get("numerator"),
                        row -> row.values().get("denominator"),
                        row -> row.values().get("state"))
                .containsExactlyInAnyOrder(
                        tuple("footfall", LocalDate.of(2024, 2, 29), 10.0, null, "value"),
                        tuple("footfall", LocalDate.of(2024, 3, 31), null, null, "not applicable"),
                        tuple("schools-good-or-outstanding", LocalDate.of(2024, 3, 31), 38.0, 40.0, "value"));
    }

    @Test
    void a_bad_cell_is_reported_with_its_place_and_the_rest_loads() throws Exception {
        RecordingSink sink = read("counts.csv", """
                measure,month,value,numerator,denominator
                footfall,2024-13,5,,
                footfall,2024-02,about ten,,
                footfall,2024-03,-4,,
                footfall,2024-04,7,,
                footfall,Apr-24,8,,
                schools-good-or-outstanding,2024-03,,3,0
                footfal,2024-03,9,,
                """);
        assertThat(sink.findings)
                .extracting(Finding::severity, Finding::line, Finding::column)
                .containsExactlyInAnyOrder(
                        tuple(Severity.ERROR, 2, "month"),
                        tuple(Severity.ERROR, 3, "value"),
                        tuple(Severity.ERROR, 4, "value"),
                        tuple(Severity.ERROR, 6, "value"),
                        tuple(Severity.ERROR, 7, "denominator"),
                        tuple(Severity.WARNING, 8, "measure"),
                        // Of the seven rows those of 2024-04 and 2024-03 of a measure that nobody knows.
                        tuple(Severity.NOTE, 1, ""));
        assertThat(sink.findings)
                .extracting(Finding::problem)
                .contains("Of 7 rows below the heading 2 were taken, 5 were left out.");
        assertThat(sink.rows)
                .extracting(
                        row -> row.values().get("local_measure"),
                        row -> row.values().get("numerator"))
                .containsExactly(tuple("footfall", 7.0), tuple("footfal", 9.0));
    }

    @Test
    void aColumnThatIsNoneOfTheTableIsToldAndAMisspeltMonthIsWarnedOf() throws Exception {
        RecordingSink sink = read("counts.csv", """
                measure,what,2024-02,2024-13,unit
                footfall,value,5,6,visits
                """);

        assertThat(sink.rows).hasSize(1);
        assertThat(sink.findings)
                .extracting(Finding::severity, Finding::problem)
                .containsExactly(
                        tuple(
                                Severity.WARNING,
                                "Columns that are no part of a table of counts were not read: \"2024-13\"."),
                        tuple(Severity.NOTE, "Columns that are no part of a table of counts were not read: \"unit\"."));
    }

    @ParameterizedTest
    @CsvSource({
        // One letter too few; a word left out; a word too many; words the other way round.
        "footfal, footfall",
        "schools-outstanding, schools-good-or-outstanding",
        "footfall-centres, footfall",
        "Outstanding or good schools, schools-good-or-outstanding",
        "neet, ''",
    })
    void a_key_that_no_measure_has_is_met_with_those_near_it(String written, String near) throws Exception {
        RecordingSink sink = read("counts.csv", "measure,month,value\n" + written + ",2024-03,9\n");
        assertThat(sink.findings).singleElement().satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.WARNING);
            assertThat(found.action())
                    .isEqualTo("Check the key against the template."
                            + (near.isEmpty() ? "" : " Near it are " + near + "."));
        });
    }

    @Test
    void a_file_of_something_else_is_refused() throws Exception {
        RecordingSink sink = read("other.csv", "a,b\n1,2\n");
        assertThat(sink.findings).singleElement().satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.ERROR);
            assertThat(found.action()).contains("template");
        });
    }

    private RecordingSink read(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        RecordingSink sink = new RecordingSink();
        LocalCountsReader.read(file, MEASURES, sink);
        return sink;
    }

    private RecordingSink readWorkbook() throws Exception {
        Path file = folder.resolve("filled.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(out, "Test", "1.0");
            workbook.newWorksheet("Notes").value(0, 0, "Nothing here");
            Worksheet sheet = workbook.newWorksheet("Counts");
            List<String> headings = List.of("measure", "name", "what", "Feb 2024", "Mar 2024");
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
            }
            sheet.value(1, 0, "footfall");
            sheet.value(1, 2, "value");
            sheet.value(1, 3, 10);
            sheet.value(1, 4, "Not applicable");
            sheet.value(2, 1, "Schools that are good or outstanding");
            sheet.value(2, 2, "numerator");
            sheet.value(2, 4, 38);
            sheet.value(3, 1, "Schools that are good or outstanding");
            sheet.value(3, 2, "denominator");
            sheet.value(3, 4, 40);
            workbook.finish();
        }
        RecordingSink sink = new RecordingSink();
        LocalCountsReader.read(file, MEASURES, sink);
        return sink;
    }
}
