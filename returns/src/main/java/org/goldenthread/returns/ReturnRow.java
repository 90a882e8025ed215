package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row of an SSDA903 table as the council sent it, its dates read. */
final class ReturnRow {
    private final LookedAfterTable table;
    private final String source;
    private final int line;
    private final @Nullable Object[] values;

    /** @param values by the position of the table's columns: text, dates, or null where blank */
    ReturnRow(LookedAfterTable table, String source, int line, @Nullable Object[] values) {
        this.table = table;
        this.source = source;
        this.line = line;
        this.values = values;
    }

    LookedAfterTable table() {
        return table;
    }

    String source() {
        return source;
    }

    int line() {
        return line;
    }

    /** The council's own identifier of the child. */
    String child() {
        return text("CHILD");
    }

    /** Blank where nothing was said. */
    String text(String column) {
        return values[table.position(column)] instanceof String text ? text : "";
    }

    @Nullable LocalDate date(String column) {
        return values[table.position(column)] instanceof LocalDate date ? date : null;
    }

    /** A date without which the row would not have been taken. */
    LocalDate day(String column) {
        LocalDate date = date(column);
        if (date == null) {
            throw new IllegalStateException(source + ", line " + line + ": " + column + " was not checked.");
        }
        return date;
    }

    /** 0 or 1 as false or true; null for anything else. */
    @Nullable Boolean flag(String column) {
        return switch (text(column)) {
            case "0" -> Boolean.FALSE;
            case "1" -> Boolean.TRUE;
            default -> null;
        };
    }

    boolean sameValues(ReturnRow other) {
        return table == other.table && Arrays.equals(values, other.values);
    }
}
