package org.goldenthread.returns.tabular;

import java.math.BigDecimal;
import org.goldenthread.core.calendar.DateText;

/**
 * One cell of a table.
 *
 * @param kind what it holds
 * @param text as it would be read aloud: the text, or the number without trailing noughts
 * @param dated whether a spreadsheet shows the number as a date
 * @param from1904 whether the spreadsheet counts days from 1904
 * @param formula whether a formula gave the value; the formula itself is never worked out
 */
public record GridCell(Kind kind, String text, boolean dated, boolean from1904, boolean formula) {
    /** What a cell holds. */
    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        TRUTH,
        /** A spreadsheet error, such as {@code #N/A}. */
        ERROR
    }

    public static final GridCell BLANK = new GridCell(Kind.BLANK, "", false, false, false);
    /** Days from 1920 to 2100 as a spreadsheet numbers them. */
    private static final double FIRST_LIKELY_DAY = 7306;

    private static final double LAST_LIKELY_DAY = 73050;

    public static GridCell text(String text) {
        String stripped = tidy(text);
        return stripped.isEmpty() ? BLANK : new GridCell(Kind.TEXT, stripped, false, false, false);
    }

    static GridCell ofNumber(BigDecimal number, boolean dated, boolean from1904, boolean formula) {
        return new GridCell(Kind.NUMBER, number.stripTrailingZeros().toPlainString(), dated, from1904, formula);
    }

    public boolean isBlank() {
        return kind == Kind.BLANK;
    }

    /** Reads the cell as a date; a number that is not shown as a date is taken for one if it is a likely day. */
    public DateText.Reading date() {
        return switch (kind) {
            case BLANK -> new DateText.Blank();
            case NUMBER -> {
                double serial = Double.parseDouble(text);
                boolean likely = dated || (serial >= FIRST_LIKELY_DAY && serial <= LAST_LIKELY_DAY);
                yield likely ? DateText.ofSpreadsheet(serial, from1904) : DateText.read(text);
            }
            case TEXT, TRUTH, ERROR -> DateText.read(text);
        };
    }

    /** Whether {@link #date} takes a bare number for a date. */
    public boolean isUnformattedDate() {
        return kind == Kind.NUMBER && !dated;
    }

    private static String tidy(String text) {
        return text.replace('\u00A0', ' ').replace("\uFEFF", "").strip();
    }
}
