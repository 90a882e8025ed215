package org.goldenthread.returns.check;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table of a return, as the checks see it.
 *
 * <p>A blank is never equal to a code, is one of no list, and is no date. A table that lacks a field has it blank. Texts are as in the
 * file but in upper case; they are not trimmed, so a cell that holds only spaces is filled.
 */
public final class Row {
    /** Stands for a text that is no date, so that it is not read again. */
    private static final LocalDate NO_DATE = LocalDate.MIN;

    private final Table table;
    private final String file;
    private final int number;
    private final int line;
    private final @Nullable String[] texts;
    private final @Nullable String @Nullable [] written;
    private @Nullable LocalDate @Nullable [] dates;

    /**
     * @param number of the row among the data rows of its file, from 1
     * @param texts in the order of the table's fields; null or empty where blank
     */
    public Row(Table table, int number, @Nullable String[] texts) {
        this(table, "", number, texts);
    }

    /**
     * @param file name of the file, for whoever has to find the row
     * @param number of the row among the data rows of its file, from 1
     * @param texts in the order of the table's fields; null or empty where blank
     */
    public Row(Table table, String file, int number, @Nullable String[] texts) {
        this(table, file, number, 0, texts, null);
    }

    /**
     * @param texts in the order of the table's fields; null or empty where blank
     * @param written the texts letter by letter as in the file; null where they are the same
     */
    public Row(Table table, String file, int number, @Nullable String[] texts, @Nullable String @Nullable [] written) {
        this(table, file, number, 0, texts, written);
    }

    /**
     * @param number of the row among the data rows of its file, from 1
     * @param line of the file on which the row begins, from 1; nought where that is not known
     * @param texts in the order of the table's fields; null or empty where blank
     * @param written the texts letter by letter as in the file; null where they are the same
     */
    public Row(
            Table table,
            String file,
            int number,
            int line,
            @Nullable String[] texts,
            @Nullable String @Nullable [] written) {
        this.table = table;
        this.file = file;
        this.number = number;
        this.line = line;
        this.texts = texts;
        this.written = written;
        for (int place = 0; place < texts.length; place++) {
            if ("".equals(texts[place])) {
                texts[place] = null;
            }
        }
    }

    public Table table() {
        return table;
    }

    /** Name of the file that the row is in. */
    public String file() {
        return file;
    }

    /** Number of the row among the data rows of its file, from 1. */
    public int number() {
        return number;
    }

    /** Line of the file on which the row begins, from 1; nought where that is not known, as for CSV. */
    public int line() {
        return line;
    }

    /** The text; null where blank. */
    public @Nullable String text(Field field) {
        int place = table.position(field);
        return place < 0 ? null : texts[place];
    }

    /** The text; empty where blank. */
    public String textOrEmpty(Field field) {
        String text = text(field);
        return text == null ? "" : text;
    }

    /** The text letter by letter as in the file, before any letter was made a capital; empty where blank. */
    public String written(Field field) {
        int place = table.position(field);
        String text = place < 0 || written == null ? null : written[place];
        return text == null ? textOrEmpty(field) : text;
    }

    public boolean isBlank(Field field) {
        return text(field) == null;
    }

    public boolean isFilled(Field field) {
        return text(field) != null;
    }

    public boolean isAnyFilled(Field... fields) {
        for (Field field : fields) {
            if (isFilled(field)) {
                return true;
            }
        }
        return false;
    }

    public boolean isAllFilled(Field... fields) {
        for (Field field : fields) {
            if (isBlank(field)) {
                return false;
            }
        }
        return true;
    }

    /** Sets a field that is not in the file but follows from what is. */
    public void derive(Field field, @Nullable String text) {
        int place = table.position(field);
        texts[place] = "".equals(text) ? null : text;
        if (dates != null) {
            dates[place] = null;
        }
    }

    /** Whether the text is this code; false where blank. */
    public boolean is(Field field, String code) {
        return code.equals(text(field));
    }

    /** Whether the text is one of these codes; false where blank. */
    public boolean isOneOf(Field field, Set<String> codes) {
        String text = text(field);
        return text != null && codes.contains(text);
    }

    /** Whether the text is one of these codes; false where blank. */
    public boolean isOneOf(Field field, String... codes) {
        String text = text(field);
        if (text != null) {
            for (String code : codes) {
                if (code.equals(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The date; null where blank or not a date in the return's form. */
    public @Nullable LocalDate date(Field field) {
        int place = table.position(field);
        String text = place < 0 ? null : texts[place];
        if (text == null) {
            return null;
        }
        @Nullable LocalDate[] known = dates;
        if (known == null) {
            known = new @Nullable LocalDate[texts.length];
            dates = known;
        }
        LocalDate date = known[place];
        if (date == null) {
            LocalDate read = table.readDate(text);
            date = read == null ? NO_DATE : read;
            known[place] = date;
        }
        return isNone(date) ? null : date;
    }

    /** The one day that stands for none; asked too often for a comparison of days. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isNone(LocalDate date) {
        return date == NO_DATE;
    }

    public boolean isDate(Field field) {
        return date(field) != null;
    }

    /** Filled with what is no date. */
    public boolean isBadDate(Field field) {
        return isFilled(field) && date(field) == null;
    }

    @Override
    public String toString() {
        return table.label() + " " + number + " " + String.join(",", java.util.Arrays.asList(texts));
    }
}
