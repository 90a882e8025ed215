package org.goldenthread.snapshot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The row of a table that is being read; it is of use only until the next. */
public final class TableRow {
    private final ResultSet rows;

    TableRow(ResultSet rows) {
        this.rows = rows;
    }

    /** Null where nothing is said. */
    public @Nullable String findText(String column) {
        return read(() -> rows.getString(column));
    }

    /** Empty where nothing is said. */
    public String text(String column) {
        String text = findText(column);
        return text == null ? "" : text;
    }

    /** Null where nothing is said. */
    public @Nullable LocalDate findDate(String column) {
        return read(() -> rows.getObject(column, LocalDate.class));
    }

    /** Null where nothing is said. */
    public @Nullable Integer findNumber(String column) {
        return read(() -> rows.getObject(column, Integer.class));
    }

    /** Nought where nothing is said. */
    public int number(String column) {
        Integer number = findNumber(column);
        return number == null ? 0 : number;
    }

    /** Null where nothing is said. */
    public @Nullable Boolean findTruth(String column) {
        return read(() -> rows.getObject(column, Boolean.class));
    }

    private interface Reading<T> {
        @Nullable T get() throws SQLException;
    }

    private static <T> @Nullable T read(Reading<T> reading) {
        try {
            return reading.get();
        } catch (SQLException problem) {
            throw new IllegalArgumentException("The column cannot be read: " + problem.getMessage(), problem);
        }
    }
}
