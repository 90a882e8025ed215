package org.goldenthread.publication;

import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;

/** Writes one sheet from its top down, with the part in its first row and on every printed page. */
final class SheetWriter {
    private final Worksheet sheet;
    private int row;

    SheetWriter(Worksheet sheet, Scorecard scorecard, Paper paper) {
        this.sheet = sheet;
        String marking = Wording.marking(scorecard.part());
        sheet.pageOrientation("landscape");
        sheet.paperSize(
                switch (paper) {
                    case A3 -> PaperSize.A3_PAPER;
                    case A4 -> PaperSize.A4_PAPER;
                });
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.header(marking, Position.LEFT, "Arial", 12);
        sheet.footer(
                inHeader(Wording.heading(scorecard) + ". " + Wording.position(scorecard)), Position.LEFT, "Arial", 8);
        sheet.footer("Page &P of &N", Position.RIGHT, "Arial", 8);
        sheet.value(0, 0, marking + ". " + Wording.heading(scorecard) + ". " + Wording.position(scorecard));
        sheet.style(0, 0)
                .bold()
                .fontColor(scorecard.part() == Part.PART_1 ? "1D4F7C" : "942514")
                .set();
        sheet.setTabColor(scorecard.part() == Part.PART_1 ? "1D4F7C" : "942514");
        row = 1;
    }

    int row() {
        return row;
    }

    void nextRow() {
        row++;
    }

    /** Widths of the columns in characters. */
    void widths(List<Integer> characters) {
        for (int i = 0; i < characters.size(); i++) {
            sheet.width(i, characters.get(i));
        }
    }

    void title(String text) {
        text(0, text);
        sheet.style(row, 0).bold().fontSize(16).set();
        row++;
    }

    /** A paragraph in the first column. */
    void line(String text) {
        text(0, text);
        sheet.style(row, 0).wrapText(true).verticalAlignment("top").set();
        row++;
    }

    /** The heading row of a table, which stays in view and is repeated on each printed page. */
    void headings(List<String> headings, int columnsInView) {
        headingRow(headings);
        sheet.freezePane(columnsInView, row);
        sheet.repeatRows(0, row - 1);
    }

    void headingRow(List<String> headings) {
        for (int i = 0; i < headings.size(); i++) {
            text(i, headings.get(i));
            sheet.style(row, i)
                    .bold()
                    .wrapText(true)
                    .verticalAlignment("bottom")
                    .fillColor("F3F2F1")
                    .borderStyle(BorderSide.BOTTOM, BorderStyle.MEDIUM)
                    .set();
        }
        row++;
    }

    /** A heading above rows of the same table. */
    void bandHeading(String text) {
        text(0, text);
        sheet.style(row, 0).bold().fontSize(12).set();
        row++;
    }

    void words(int column, String text) {
        text(column, text);
        style(column, "left").set();
    }

    /** A number in the unit of the indicator: a percentage is written as a share and shown as a percentage. */
    void number(int column, Indicator indicator, BigDecimal value) {
        BigDecimal rounded = indicator.rounded(value);
        boolean percent = indicator.unit() == Unit.PERCENT;
        sheet.value(row, column, percent ? rounded.movePointLeft(2) : rounded);
        String places = indicator.decimals() == 0 ? "" : "." + "0".repeat(indicator.decimals());
        style(column, "right")
                .format(percent ? "0" + places + "%" : "#,##0" + places)
                .set();
    }

    /** A whole number or a number with its own decimals, such as a numerator. */
    void plainNumber(int column, BigDecimal value) {
        sheet.value(row, column, Numbers.tidy(value));
        style(column, "right").set();
    }

    void state(int column, String words) {
        text(column, words);
        style(column, "right").fontColor("505A5F").set();
    }

    void rating(int column, Rating rating) {
        String shape = Wording.shape(rating);
        text(column, shape.isEmpty() ? Wording.rating(rating) : shape + " " + Wording.rating(rating));
        StyleSetter style = style(column, "left");
        switch (rating) {
            case GREEN -> style.bold().fillColor("00703C").fontColor("FFFFFF").set();
            case AMBER -> style.bold().fillColor("FFBF47").fontColor("0B0C0C").set();
            case RED -> style.bold().fillColor("B10E1E").fontColor("FFFFFF").set();
            case NOT_A_TARGET_MEASURE, NOT_RATED, SUPPRESSED -> style.set();
        }
    }

    private StyleSetter style(int column, String alignment) {
        StyleSetter style = sheet.style(row, column);
        style.wrapText(true).verticalAlignment("top").horizontalAlignment(alignment);
        return style;
    }

    private void text(int column, String text) {
        String guarded = CellGuard.text(text);
        sheet.value(row, column, guarded.length() > 32_000 ? guarded.substring(0, 32_000) + " (cut off)" : guarded);
    }

    private static String inHeader(String text) {
        return Markup.withoutControls(text).replace("&", "&&");
    }
}
