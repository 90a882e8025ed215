package org.goldenthread.snapshot;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The rows of one table of a snapshot, read one after another by whoever wants rows and no figures. */
public final class TableRows {
    private final Schema.Table table;
    private final Path file;
    private final Optional<byte[]> key;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> wanted = new ArrayList<>();
    private List<String> order = List.of();

    TableRows(Schema.Table table, Path file, Optional<byte[]> key) {
        this.table = table;
        this.file = file;
        this.key = key;
    }

    /** Only the rows that have this value in a column. */
    public TableRows where(String column, Object value) {
        conditions.add(TableWriter.quote(known(column)) + " = ?");
        wanted.add(value);
        return this;
    }

    /** Only the rows that have one of these texts in a column. */
    public TableRows whereIn(String column, Collection<String> texts) {
        conditions.add(TableWriter.quote(known(column)) + " IN (SELECT unnest(?))");
        wanted.add(texts.toArray(String[]::new));
        return this;
    }

    /** In the order of these columns; else in that of all columns, as they lie. */
    public TableRows orderBy(String... columns) {
        order = List.of(columns);
        order.forEach(this::known);
        return this;
    }

    /** @throws SnapshotException where the table cannot be read */
    public void forEach(Consumer<TableRow> taker) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            if (key.isPresent()) {
                DuckDbKeys.add(connection, "rows", key.get());
            }
            String sql = "SELECT * FROM " + ParquetView.relation(file, key.isPresent() ? "rows" : "")
                    + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                    + " ORDER BY "
                    + (order.isEmpty()
                            ? "ALL"
                            : order.stream().map(TableWriter::quote).collect(Collectors.joining(", ")));
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                for (int place = 0; place < wanted.size(); place++) {
                    Object value = wanted.get(place);
                    if (value instanceof String[] texts) {
                        query.setArray(place + 1, connection.createArrayOf("VARCHAR", texts));
                    } else {
                        query.setObject(place + 1, value);
                    }
                }
                try (ResultSet rows = query.executeQuery()) {
                    TableRow row = new TableRow(rows);
                    while (rows.next()) {
                        taker.accept(row);
                    }
                }
            }
        } catch (SQLException problem) {
            throw new SnapshotException(
                    file + " cannot be read: it is damaged or was made with another key. Make the snapshot again.",
                    problem);
        }
    }

    private String known(String column) {
        if (table.columns().stream().noneMatch(one -> one.name().equals(column))) {
            throw new IllegalArgumentException("The table " + table.name() + " has no column \"" + column + "\".");
        }
        return column;
    }
}
