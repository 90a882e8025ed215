package org.goldenthread.publication;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** One band of the index as a Word table: its heading row is repeated on each page and no row is split between two. */
final class WordTable {
    private static final String RULE = "B1B4B6";

    private final XWPFDocument document;
    private final Paper paper;

    WordTable(XWPFDocument document, Paper paper) {
        this.document = document;
        this.paper = paper;
    }

    void write(Grid.Band band) {
        List<Grid.Heading> headings = band.headings();
        XWPFTable table = document.createTable();
        table.removeRow(0);
        setUp(table, band);
        XWPFTableRow top = table.createRow();
        top.setRepeatHeader(true);
        top.setCantSplitRow(true);
        for (int i = 0; i < headings.size(); i++) {
            XWPFTableCell cell = cellAt(top, i);
            cell.setColor("F3F2F1");
            write(
                    cell,
                    headings.get(i).text(),
                    "TableHeading",
                    isNumber(headings.get(i).column()));
        }
        for (Grid.Row row : band.rows()) {
            writeRow(table.createRow(), row, headings);
        }
    }

    private void setUp(XWPFTable table, Grid.Band band) {
        CTTblPr properties = table.getCTTbl().getTblPr();
        CTTblLayoutType fixed = properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout();
        fixed.setType(STTblLayoutType.FIXED);
        var look = properties.isSetTblLook() ? properties.getTblLook() : properties.addNewTblLook();
        look.setFirstRow("1");
        look.setNoVBand("1");
        properties.addNewTblCaption().setVal(Markup.withoutControls(band.title()));
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, RULE);
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, RULE);
        table.setTopBorder(XWPFBorderType.NONE, 0, 0, RULE);
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, RULE);
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, RULE);
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, RULE);
        table.setCellMargins(30, 45, 30, 45);
        int total = ColumnWidths.total(band.headings());
        int available = WordPage.twips(paper.widthInMillimetres()) - 2 * WordPage.MARGIN;
        table.setWidth(available);
        var grid = table.getCTTbl().addNewTblGrid();
        for (Grid.Heading heading : band.headings()) {
            grid.addNewGridCol().setW(BigInteger.valueOf((long) available * ColumnWidths.of(heading.column()) / total));
        }
    }

    private void writeRow(XWPFTableRow into, Grid.Row row, List<Grid.Heading> headings) {
        into.setCantSplitRow(true);
        Indicator indicator = row.indicator();
        int column = 0;
        int position = 0;
        for (Cell cell : row.cells()) {
            XWPFTableCell target = cellAt(into, position++);
            boolean number = isNumber(headings.get(column).column());
            switch (cell) {
                case Cell.Words words -> write(target, words.text(), "TableText", number);
                case Cell.Own own -> write(target, figure(indicator, own.figure()), "TableText", number);
                case Cell.Area area -> write(target, area(indicator, area.comparator()), "TableText", number);
                case Cell.Spread spread -> {
                    var properties = target.getCTTc().isSetTcPr()
                            ? target.getCTTc().getTcPr()
                            : target.getCTTc().addNewTcPr();
                    properties.addNewGridSpan().setVal(BigInteger.valueOf(spread.columns()));
                    write(target, spread.text(), "TableText", false);
                }
                case Cell.Rated ignored -> writeRating(target, indicator);
                case Cell.Directed ignored ->
                    write(
                            target,
                            (Wording.arrow(indicator.direction()) + " " + Wording.direction(indicator)).strip(),
                            "TableText",
                            false);
                case Cell.Charted ignored -> throw new IllegalStateException("A Word table's layout has no chart.");
            }
            column += cell.span();
        }
        while (into.getTableCells().size() > position) {
            into.removeCell(position);
        }
    }

    private void writeRating(XWPFTableCell target, Indicator indicator) {
        Rating rating = ByException.ratingOf(indicator);
        String byRule = indicator.override() == null ? "" : "\nby rule " + Wording.rating(indicator.rating());
        XWPFParagraph paragraph = write(
                target, (Wording.shape(rating) + " " + Wording.rating(rating)).strip() + byRule, "TableText", false);
        switch (rating) {
            case GREEN -> colour(target, paragraph, "00703C", "FFFFFF");
            case AMBER -> colour(target, paragraph, "FFBF47", "0B0C0C");
            case RED -> colour(target, paragraph, "B10E1E", "FFFFFF");
            case NOT_A_TARGET_MEASURE, NOT_RATED, SUPPRESSED -> {}
        }
    }

    private static void colour(XWPFTableCell cell, XWPFParagraph paragraph, String fill, String ink) {
        cell.setColor(fill);
        paragraph.getRuns().forEach(run -> {
            run.setColor(ink);
            run.setBold(true);
        });
    }

    private static String figure(Indicator indicator, Figure figure) {
        String remark = Wording.remark(indicator, figure);
        return Wording.figure(indicator, figure) + (remark.isEmpty() ? "" : "\n" + remark);
    }

    private static String area(Indicator indicator, Comparator comparator) {
        return Wording.comparator(indicator, comparator)
                + (comparator.year().isEmpty() ? "" : "\n" + comparator.year());
    }

    private static XWPFTableCell cellAt(XWPFTableRow row, int position) {
        XWPFTableCell cell = row.getCell(position);
        return cell == null ? row.createCell() : cell;
    }

    private static XWPFParagraph write(XWPFTableCell cell, String text, String style, boolean alignedRight) {
        XWPFParagraph paragraph = cell.getParagraphs().isEmpty() ? cell.addParagraph() : cell.getParagraphArray(0);
        paragraph.setStyle(style);
        if (alignedRight) {
            WordPage.alignRight(paragraph);
        }
        WordPage.addText(paragraph, text);
        return paragraph;
    }

    private static boolean isNumber(Column column) {
        return switch (column) {
            case EARLIER_YEARS, COMPARATORS, MONTHS, YEAR_TO_DATE -> true;
            case NUMBER, NAME, WHY, POLARITY, EXPECTATION, RATING, DIRECTION, CHART, NOTE -> false;
        };
    }
}
