package org.goldenthread.measures.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import org.goldenthread.measures.catalogue.SnapshotTables;
import org.goldenthread.snapshot.Snapshot;

/** Puts a snapshot's tables into a DuckDB database of its own, and then shuts that off from everything outside. */
final class DuckDbTables {

    /** Up to this many rows a snapshot is held in memory, so that each measure need not read its files again. */
    private static final long ROWS_HELD = 20_000_000;

    private final Connection connection;

    private DuckDbTables(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a database in memory with every table of the snapshot.
     *
     * @param memoryMegabytes how much memory it may take
     */
    static Connection open(Snapshot snapshot, int threads, int memoryMegabytes) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try {
            DuckDbTables tables = new DuckDbTables(connection);
            tables.run("set threads = " + threads);
            tables.run("set memory_limit = '" + memoryMegabytes + "MB'");
            long rows = snapshot.manifest().rows().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            if (rows <= ROWS_HELD) {
                tables.hold(snapshot);
            } else {
                snapshot.attach(connection);
                tables.run("set allowed_directories = ['"
                        + snapshot.directory().toAbsolutePath().toString().replace("'", "''") + "']");
            }
            tables.run("set enable_external_access = false");
            tables.run("set lock_configuration = true");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void hold(Snapshot snapshot) throws SQLException {
        run("create schema attached");
        run("use attached");
        snapshot.attach(connection);
        run("use main");
        for (Map.Entry<String, Map<String, String>> table :
                SnapshotTables.columns().entrySet()) {
            if (snapshot.manifest().rows().getOrDefault(table.getKey(), 0L) > 0) {
                run("create table main." + table.getKey() + " as from attached." + table.getKey());
            } else {
                run(table.getValue().entrySet().stream()
                        .map(column -> column.getKey() + " " + column.getValue())
                        .collect(Collectors.joining(", ", "create table main." + table.getKey() + " (", ")")));
            }
        }
        run("drop schema attached cascade");
    }

    /** Writes every table as plain Parquet, for an engine that cannot read encrypted files. */
    static void writePlain(Snapshot snapshot, Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            snapshot.attach(connection);
            DuckDbTables tables = new DuckDbTables(connection);
            for (String table : SnapshotTables.columns().keySet()) {
                tables.run("copy (from " + table + ") to '"
                        + folder.resolve(table + ".parquet")
                                .toAbsolutePath()
                                .toString()
                                .replace("'", "''")
                        + "' (format parquet)");
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
