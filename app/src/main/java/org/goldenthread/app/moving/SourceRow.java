package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of what the present system holds of a child, from whatever kind of file. Days are written as 2024-03-31 whatever the file has.
 *
 * @param table as its source calls it, such as {@code Episodes}
 * @param key by which other rows of the child name it; unique within its table
 * @param parent the key of the row that it belongs to; empty for none
 * @param line of the file, from 1; nought where that is not known
 */
record SourceRow(
        String table, String number, String key, String parent, Map<String, String> cells, String file, int line) {

    /** The cell that says what could not be read of a row, where its reader left that out. */
    static final String UNREADABLE = "UNREADABLE";

    /** The cell that says of which of several returns a row is; blank where there is one alone. */
    static final String RETURN = "RETURN";

    private static final Set<String> YES = Set.of("y", "yes", "1", "true", "t");

    SourceRow {
        cells = Map.copyOf(cells);
    }

    /** Empty where blank, or where the file lacks the column. */
    String text(String cell) {
        return cells.getOrDefault(cell, "");
    }

    boolean has(String cell) {
        return !text(cell).isBlank();
    }

    boolean isYes(String cell) {
        return YES.contains(text(cell).strip().toLowerCase(Locale.ROOT));
    }

    /** The same row, with those cells of another that it lacks. */
    SourceRow with(SourceRow other) {
        Map<String, String> all = new HashMap<>(other.cells);
        all.putAll(cells);
        return new SourceRow(table, number, key, parent, all, file, line);
    }

    /** Whether it is made of the same line of a file. */
    boolean isOnLineOf(SourceRow other) {
        return file.equals(other.file) && line == other.line;
    }

    /** Whether one return says two things in the place of one. */
    boolean contradicts(SourceRow other) {
        return text(RETURN).equals(other.text(RETURN)) && !cells.equals(other.cells);
    }

    /**
     * @return null where the cell is blank
     * @throws UnreadableException where it is no day
     */
    @Nullable LocalDate findDay(String cell) throws UnreadableException {
        if (!has(cell)) {
            return null;
        }
        try {
            return LocalDate.parse(text(cell));
        } catch (DateTimeParseException noDay) {
            throw new UnreadableException(this, cell + " is no date: “" + text(cell) + "”");
        }
    }

    /** A day that the row must have. */
    LocalDate day(String cell) throws UnreadableException {
        LocalDate day = findDay(cell);
        if (day == null) {
            throw new UnreadableException(this, cell + " is missing");
        }
        return day;
    }
}
