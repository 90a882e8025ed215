package org.goldenthread.returns.annexa;

import java.math.BigDecimal;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.returns.tabular.GridCell;

/**
 * A cell of a list as a spreadsheet stores it, in a form that one text can hold.
 *
 * @param text the text or the figures themselves; of a date the number of its day counted from 1900; {@code true} or {@code false}
 */
public record GivenCell(Kind kind, String text) {
    /** A cell that holds nothing. */
    public static final GivenCell NONE = new GivenCell(Kind.TEXT, "");

    private static final BigDecimal DAYS_FROM_1900_TO_1904 = BigDecimal.valueOf(1462);

    /** What it stores, and how a number is shown. */
    public enum Kind {
        HEADING('h'),
        TEXT('s'),
        NUMBER('n'),
        DATE('d'),
        PERCENTAGE('p'),
        TRUTH('b'),
        ERROR('e');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        private static Kind of(char letter) {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("There is no kind of cell '" + letter + "'.");
        }
    }

    /**
     * @param stored what the sheet stores, as {@link org.goldenthread.returns.tabular.GridRow#given(int)} has it
     * @param ofDates whether its column is of dates, in which a bare number is the number of a day
     */
    static GivenCell of(GridCell cell, String stored, boolean ofDates) {
        return switch (cell.kind()) {
            case BLANK -> stored.isEmpty() ? NONE : new GivenCell(Kind.TEXT, stored);
            case TEXT -> new GivenCell(Kind.TEXT, stored.isEmpty() ? cell.text() : stored);
            case TRUTH -> new GivenCell(Kind.TRUTH, cell.text());
            case ERROR -> new GivenCell(Kind.ERROR, cell.text());
            case NUMBER -> ofNumber(cell, new BigDecimal(stored), stored, ofDates);
        };
    }

    private static GivenCell ofNumber(GridCell cell, BigDecimal number, String stored, boolean ofDates) {
        if (number.compareTo(new BigDecimal(cell.text())) != 0) {
            return new GivenCell(Kind.PERCENTAGE, stored);
        }
        boolean day = cell.dated() || ofDates;
        String text =
                day && cell.from1904() ? number.add(DAYS_FROM_1900_TO_1904).toPlainString() : stored;
        return new GivenCell(cell.dated() ? Kind.DATE : Kind.NUMBER, text);
    }

    public boolean isNone() {
        return kind == Kind.TEXT && text.isEmpty();
    }

    /** The day that it says in a column of dates, read as the reader of the lists reads it. */
    public DateText.Reading day() {
        return switch (kind) {
            case NUMBER, DATE -> new GridCell(GridCell.Kind.NUMBER, text, kind == Kind.DATE, false, false).date();
            case HEADING, TEXT, PERCENTAGE, TRUTH, ERROR -> GridCell.text(text).date();
        };
    }

    /** Kind and text in one; empty for a cell that holds nothing. */
    String written() {
        return isNone() ? "" : kind.letter + text;
    }

    /** @throws IllegalArgumentException where the text was not written by {@link #written()} */
    public static GivenCell read(String written) {
        return written.isEmpty() ? NONE : new GivenCell(Kind.of(written.charAt(0)), written.substring(1));
    }
}
