package org.goldenthread.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.measures.scorecard.Scorecard;
import org.junit.jupiter.api.Test;

class XlsxRendererTest {
    /** Columns of the index: 4 of words, 3 years, 3 areas; April is the eleventh. */
    private static final int APRIL = 10;

    @Test
    void numbers_are_numbers_and_states_are_words() throws IOException {
        try (XSSFWorkbook book = open(SampleScorecards.partOne())) {
            Row assessments = row(book.getSheet("Index"), "7");
            // 290 of 300 is 96.67%, shown as 97%
            assertThat(assessments.getCell(APRIL).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(assessments.getCell(APRIL).getNumericCellValue()).isEqualTo(0.97);
            assertThat(new DataFormatter().formatCellValue(assessments.getCell(APRIL)))
                    .isEqualTo("97%");
            assertThat(row(book.getSheet("Index"), "6").getCell(APRIL).getNumericCellValue())
                    .isEqualTo(268);
            assertThat(new DataFormatter()
                            .formatCellValue(row(book.getSheet("Index"), "26").getCell(APRIL)))
                    .isEqualTo("1.2%");
            assertThat(row(book.getSheet("Index"), "4").getCell(APRIL).getStringCellValue())
                    .isEqualTo("suppressed");
            assertThat(row(book.getSheet("Index"), "10").getCell(APRIL).getStringCellValue())
                    .isEqualTo("not collected");
        }
    }

    @Test
    void headings_stay_in_view_and_are_repeated_on_landscape_pages() throws IOException {
        try (XSSFWorkbook book = open(SampleScorecards.partTwo())) {
            XSSFSheet index = book.getSheet("Index");
            assertThat(index.getPaneInformation().isFreezePane()).isTrue();
            assertThat(index.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
            assertThat(index.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 2);
            assertThat(index.getRepeatingRows().formatAsString()).isEqualTo("1:2");
            assertThat(index.getPrintSetup().getLandscape()).isTrue();
            assertThat(index.getFitToPage()).isTrue();
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                assertThat(book.getSheetAt(i).getHeader().getLeft())
                        .endsWith("Part 2 \u2013 exempt, not for publication");
                assertThat(book.getSheetAt(i).getRow(0).getCell(0).getStringCellValue())
                        .startsWith("Part 2 \u2013 exempt, not for publication");
            }
        }
    }

    @Test
    void rows_on_another_year_have_their_own_heading_row() throws IOException {
        try (XSSFWorkbook book = open(SampleScorecards.partTwo())) {
            Row plans = row(book.getSheet("Index"), "31");
            Row headings = book.getSheet("Index").getRow(plans.getRowNum() - 1);
            assertThat(headings.getCell(APRIL).getStringCellValue()).isEqualTo("Jan-24");
        }
    }

    @Test
    void no_text_that_people_typed_is_a_formula() throws IOException {
        Scorecard hostile = SampleScorecards.scorecard(
                Part.PART_1,
                List.of(new SampleIndicator("=1", "=HYPERLINK(\"x\")", "@SUM(1)", Unit.COUNT, Polarity.HIGH)
                        .months("1 2 3")
                        .years("1 2 3")
                        .compare("- - -")
                        .why("-1+1")
                        .note("+1")
                        .build()));
        byte[] file = Rendered.bytes("xlsx", hostile);

        assertThat(Rendered.everythingIn("xlsx", file)).doesNotContain("<f>").doesNotContain("<f ");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Cell name = row(book.getSheet("Index"), "'=1").getCell(1);
            assertThat(name.getStringCellValue()).isEqualTo("'=HYPERLINK(\"x\")");
        }
    }

    @Test
    void the_list_by_exception_carries_the_commentary_that_the_part_may_show() throws IOException {
        try (XSSFWorkbook partOne = open(SampleScorecards.partOne());
                XSSFWorkbook partTwo = open(SampleScorecards.partTwo())) {
            assertThat(row(partOne.getSheet("By exception"), "7").getCell(8).getStringCellValue())
                    .startsWith("Two teams ran with vacancies")
                    .endsWith("Head of Service, Referral and Assessment, 22 April 2024");
            assertThat(row(partTwo.getSheet("By exception"), "4").getCell(8).getStringCellValue())
                    .startsWith("Both of the 2 children");
        }
    }

    private static XSSFWorkbook open(Scorecard scorecard) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Rendered.bytes("xlsx", scorecard)));
    }

    private static Row row(XSSFSheet sheet, String number) {
        for (Row row : sheet) {
            Cell first = row.getCell(0);
            if (first != null && first.getStringCellValue().equals(number)) {
                return row;
            }
        }
        throw new AssertionError("The sheet has no row " + number + ".");
    }
}
