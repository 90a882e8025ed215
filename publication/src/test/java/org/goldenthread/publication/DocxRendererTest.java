package org.goldenthread.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.goldenthread.measures.scorecard.Scorecard;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

class DocxRendererTest {

    @Test
    void the_pages_lie_across_and_each_names_the_part() throws IOException {
        try (XWPFDocument document = open(SampleScorecards.partTwo())) {
            var page = document.getDocument().getBody().getSectPr().getPgSz();
            assertThat(page.getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
            assertThat(document.getHeaderList()).hasSize(1);
            assertThat(document.getHeaderList().getFirst().getText())
                    .contains("Part 2 \u2013 exempt, not for publication");
        }
    }

    @Test
    void every_table_repeats_its_heading_row_and_no_row_is_split() throws IOException {
        try (XWPFDocument document = open(SampleScorecards.partOne())) {
            assertThat(document.getTables()).hasSize(5);
            for (XWPFTable table : document.getTables()) {
                assertThat(table.getRow(0).isRepeatHeader()).isTrue();
                assertThat(table.getRows()).allMatch(XWPFTableRow::isCantSplitRow);
                for (XWPFTableRow row : table.getRows()) {
                    int width = row.getTableCells().stream()
                            .mapToInt(cell -> cell.getCTTc().getTcPr() != null
                                            && cell.getCTTc().getTcPr().getGridSpan() != null
                                    ? cell.getCTTc()
                                            .getTcPr()
                                            .getGridSpan()
                                            .getVal()
                                            .intValue()
                                    : 1)
                            .sum();
                    assertThat(width).isEqualTo(25);
                }
            }
        }
    }

    @Test
    void headings_are_styles_that_word_finds_in_its_outline() throws IOException {
        try (XWPFDocument document = open(SampleScorecards.partOne())) {
            List<String> headings = document.getParagraphs().stream()
                    .filter(p -> "Heading1".equals(p.getStyle()))
                    .map(XWPFParagraph::getText)
                    .toList();
            assertThat(headings)
                    .containsExactly("Indicators performing below expectation", "The index", "Definitions and sources");
            assertThat(document.getStyles()
                            .getStyle("Heading1")
                            .getCTStyle()
                            .getPPr()
                            .getOutlineLvl()
                            .getVal())
                    .isZero();
        }
    }

    @Test
    void ratings_directions_and_states_are_in_words() throws IOException {
        try (XWPFDocument document = open(SampleScorecards.partOne());
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            assertThat(extractor.getText())
                    .contains("AMBER")
                    .contains("down, worse (since Mar-23)")
                    .contains("Data suppressed, see Part 2")
                    .contains("revised, was 409");
        }
    }

    @Test
    void the_file_says_its_title_and_language() throws IOException {
        var files = Archive.read(Rendered.bytes("docx", SampleScorecards.partOne()));
        assertThat(new String(files.get("docProps/core.xml"), StandardCharsets.UTF_8))
                .contains(
                        "<dc:title>Children's scrutiny dataset 2023/24, London Borough of Fairmead \u2013 Part 1</dc:title>")
                .contains("<dc:language>en-GB</dc:language>");
        assertThat(new String(files.get("word/styles.xml"), StandardCharsets.UTF_8))
                .contains("w:val=\"en-GB\"");
    }

    private static XWPFDocument open(Scorecard scorecard) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(Rendered.bytes("docx", scorecard)));
    }
}
