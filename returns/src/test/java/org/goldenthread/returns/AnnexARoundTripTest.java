package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.goldenthread.returns.annexa.AnnexAReader;
import org.goldenthread.returns.write.ExportException;
import org.goldenthread.returns.write.NotWritten;
import org.goldenthread.returns.write.annexa.RawWorkbook;
import org.goldenthread.snapshot.Erasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnexARoundTripTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 31);
    private static final List<String> LISTS =
            IntStream.rangeClosed(1, 11).mapToObj(number -> "List " + number).toList();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"Annex_A_2024_Jan.xlsx, 2021-03-15", "annexa_example.xlsx, 2020-05-15"})
    void aSampleWorkbookComesBackCellForCellUnderOfstedsHeadings(String name, LocalDate day) throws IOException {
        Path sample = SharedFolder.file("data/annex-a/" + name);
        Council council = new Council(folder);
        council.request().annexA(sample);
        council.load();

        List<Path> files = council.exportAnnexA(day);

        assertThat(files).containsExactly(council.annexA(day));
        RawWorkbook given = RawWorkbook.read(sample);
        RawWorkbook back = RawWorkbook.read(council.annexA(day));
        assertThat(given.names()).hasSize(11);
        assertThat(back.names()).isEqualTo(LISTS);
        assertThat(given.formulas()).isPositive();
        assertThat(back.formulas()).isZero();
        int cells = 0;
        for (int list = 0; list < 11; list++) {
            assertThat(back.columns(list)).as(LISTS.get(list)).isEqualTo(given.columns(list));
            cells += given.below(list).stream().mapToInt(row -> row.size()).sum();
        }
        assertThat(cells).isGreaterThan(60);
        assertThat(back.headings(0))
                .containsExactly(
                        "Child Unique ID",
                        "Gender",
                        "Ethnicity",
                        "Date of Birth",
                        "Age of Child (Years)",
                        "Date of Contact",
                        "Contact Source");
        assertThat(back.headings(8)).hasSize(17).contains("Allocated Personal Advisor", "LA in Touch");

        RecordingSink first = read(sample);
        RecordingSink again = read(council.annexA(day));
        for (int list = 1; list <= 11; list++) {
            assertThat(values(again, list)).isEqualTo(values(first, list));
        }
    }

    @Test
    void whatIsFaultyOrStrangeComesBackAndAFormulaIsOnlyText() throws IOException {
        Council council = strangeWorkbook().load();

        List<Path> files = council.exportAnnexA(DAY);

        RawWorkbook back = RawWorkbook.read(council.annexA(DAY));
        assertThat(back.names()).containsExactly("List 1");
        assertThat(back.headings(0)).endsWith("Contact Source", "Notes", "=HYPERLINK(\"x\")");
        assertThat(back.formulas()).isZero();
        assertThat(back.below(0).get(0))
                .isEqualTo(new TreeMap<>(Map.of(
                        0, "text =1+1",
                        1, "text  a) Male ",
                        4, "number 0.5",
                        5, "number 45382.0",
                        6, "text +44,\"Kit\"",
                        7, "text @SUM(A1)",
                        8, "number 1234567890")));
        assertThat(back.below(0).get(1))
                .isEqualTo(new TreeMap<>(
                        Map.of(0, "number 12", 3, "text soon", 5, "text 31/03/2024", 6, "text Kit's aunt")));
        assertThat(back.below(0).get(2)).isEqualTo(new TreeMap<>(Map.of(5, "number 45382.75", 6, "text 6")));
        assertThat(NotWritten.listProblems(files.getLast()))
                .hasSize(10)
                .first()
                .isEqualTo("List 2 (early help) was not written, for no workbook of the day had it.");
    }

    @Test
    void noIdentifierOrStrayWordOfACellIsInTheTables() {
        Council council = strangeWorkbook().load();

        assertThat(council.ask("select content from gt_return_rows order by row_number"))
                .containsExactly("h,h,h,h,h,h,h,,", ",,,,p0.5,d45382.0,,,", ",,,,,s31/03/2024,,,", ",,,,,d45382.75,,,");
        assertThat(council.ask("select return_name, given_in, drawn_up_to from gt_returns"))
                .containsExactly("annex-a|Annex A 2024-03-31.xlsx|2024-03-31");
    }

    @Test
    void aChildWhoWasErasedIsNotWrittenAndThatIsTold() throws IOException {
        Council council = strangeWorkbook().load();
        new Erasure(council.out(), council.keys(), InstantSource.fixed(Instant.parse("2024-06-01T09:00:00Z")))
                .erase("12");

        List<Path> files = council.exportAnnexA(DAY);

        assertThat(RawWorkbook.read(council.annexA(DAY)).below(0)).hasSize(2);
        assertThat(NotWritten.listProblems(files.getLast()))
                .last()
                .isEqualTo("The snapshot does not hold the identifiers of the child any more, so List 1 row 3 was left"
                        + " out.");
    }

    @Test
    void aDayThatTheSnapshotHasNothingOfIsToldWithThoseThatItHas() {
        Council council = strangeWorkbook().load();

        assertThatThrownBy(() -> council.exportAnnexA(DAY.minusDays(1)))
                .isInstanceOf(ExportException.class)
                .hasMessageStartingWith(
                        "The snapshot holds no Annex A of 2024-03-30, and nothing from which one could be drawn."
                                + " It holds that of 2024-03-31: name one of these days.");
    }

    /** A list with headings of its own, cells that look like formulas, a percentage, and rows that the reader can make nothing of. */
    private Council strangeWorkbook() {
        Path file = folder.resolve("Annex A 2024-03-31.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Contacts");
            List<String> headings = List.of(
                    "Notes",
                    "Child Unique ID",
                    "Sex",
                    "Ethnicity",
                    "DOB",
                    "Age",
                    "Contact date",
                    "Contact Source",
                    "=HYPERLINK(\"x\")");
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
            }
            sheet.value(1, 0, "@SUM(A1)");
            sheet.value(1, 1, "=1+1");
            sheet.value(1, 2, " a) Male ");
            sheet.value(1, 5, new BigDecimal("0.5"));
            sheet.style(1, 5).format("0%").set();
            sheet.value(1, 6, LocalDate.of(2024, 3, 31));
            sheet.style(1, 6).format("dd/mm/yyyy").set();
            sheet.value(1, 7, "+44,\"Kit\"");
            sheet.value(1, 8, 1234567890);
            sheet.value(2, 1, 12);
            sheet.value(2, 4, "soon");
            sheet.value(2, 6, "31/03/2024");
            sheet.value(2, 7, "Kit's aunt");
            sheet.value(4, 6, new BigDecimal("45382.75"));
            sheet.style(4, 6).format("dd/mm/yyyy hh:mm").set();
            sheet.value(4, 7, "6");
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
        Council council = new Council(folder);
        council.request().annexA(file);
        return council;
    }

    private static RecordingSink read(Path file) {
        RecordingSink sink = new RecordingSink();
        AnnexAReader.read(file, null, sink);
        return sink;
    }

    private static List<Map<String, Object>> values(RecordingSink sink, int list) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (RecordingSink.Row row : sink.rowsOf("gt_annex_a_" + list)) {
            Map<String, Object> values = new TreeMap<>(row.values());
            values.remove("row_id");
            all.add(values);
        }
        return all;
    }
}
