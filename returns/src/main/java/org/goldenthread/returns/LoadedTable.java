package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.snapshot.Schema;
import org.jspecify.annotations.Nullable;

/** The rows of one table while a load is being put together. */
public final class LoadedTable {
    private final Schema.Table schema;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<LoadedRow> rows = new ArrayList<>();

    LoadedTable(Schema.Table schema) {
        this.schema = schema;
        List<Schema.Column> columns = schema.columns();
        for (int position = 0; position < columns.size(); position++) {
            positions.put(columns.get(position).name(), position);
        }
    }

    public String name() {
        return schema.name();
    }

    /** The rows; the list may be sorted or thinned by whoever derives from it. */
    public List<LoadedRow> rows() {
        return rows;
    }

    /** Adds an empty row that came from the given source and line. */
    public LoadedRow add(String source, int line) {
        LoadedRow row = new LoadedRow(this, source, line);
        rows.add(row);
        return row;
    }

    Schema.Table schema() {
        return schema;
    }

    int columnCount() {
        return schema.columns().size();
    }

    int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("The table " + name() + " has no column \"" + column + "\".");
        }
        return position;
    }

    @Nullable Object check(int position, @Nullable Object value) {
        if (value == null || "".equals(value)) {
            return null;
        }
        Schema.Column column = schema.columns().get(position);
        boolean right = switch (column.type()) {
            case VARCHAR -> value instanceof String;
            case DATE -> value instanceof LocalDate;
            case INTEGER -> value instanceof Integer;
            case DOUBLE -> value instanceof Double;
            case BOOLEAN -> value instanceof Boolean;
        };
        if (!right) {
            throw new IllegalArgumentException("The column " + name() + "." + column.name() + " is " + column.type()
                    + " and cannot hold a " + value.getClass().getSimpleName() + ".");
        }
        return value;
    }
}
