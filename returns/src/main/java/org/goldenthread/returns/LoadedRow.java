package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row of a table while a load is being put together; identifiers are still the council's own. */
public final class LoadedRow {
    private final LoadedTable table;
    private final @Nullable Object[] values;
    private final String source;
    private final int line;

    LoadedRow(LoadedTable table, String source, int line) {
        this.table = table;
        this.values = new Object[table.columnCount()];
        this.source = source;
        this.line = line;
    }

    public @Nullable String getText(String column) {
        return (String) values[table.position(column)];
    }

    public @Nullable LocalDate getDate(String column) {
        return (LocalDate) values[table.position(column)];
    }

    public @Nullable Integer getInteger(String column) {
        return (Integer) values[table.position(column)];
    }

    public @Nullable Boolean getBoolean(String column) {
        return (Boolean) values[table.position(column)];
    }

    /** Sets a value; an empty text is the same as null. */
    public LoadedRow set(String column, @Nullable Object value) {
        int position = table.position(column);
        values[position] = table.check(position, value);
        return this;
    }

    /** Key of the source that brought the row. */
    public String source() {
        return source;
    }

    /** Line of the file, or row of the sheet. */
    public int line() {
        return line;
    }

    @Nullable Object valueAt(int position) {
        return values[position];
    }

    void setAt(int position, @Nullable Object value) {
        values[position] = value;
    }

    @Override
    public String toString() {
        return source + ":" + line + " " + Arrays.toString(values);
    }
}
