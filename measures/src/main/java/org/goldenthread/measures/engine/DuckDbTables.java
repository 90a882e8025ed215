package org.goldenthread.measures.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.goldenthread.measures.catalogue.SnapshotTables;
import org.goldenthread.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

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
                tables.hold(snapshot, threads);
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

    /** Reads the tables into memory, several at the same time: each is one file, which one thread reads. */
    private void hold(Snapshot snapshot, int threads) throws SQLException {
        Queue<String> filled = new ConcurrentLinkedQueue<>();
        for (Map.Entry<String, Map<String, String>> table :
                SnapshotTables.columns().entrySet()) {
            if (snapshot.manifest().rows().getOrDefault(table.getKey(), 0L) > 0) {
                // All keys are told to the database before it is read from: it keeps them in one map, which two who add
                // at a time can
                // lose an entry of.
                filled.add("create table main." + table.getKey() + " as from "
                        + snapshot.relation(connection, table.getKey()));
            } else {
                run(table.getValue().entrySet().stream()
                        .map(column -> column.getKey() + " " + column.getValue())
                        .collect(Collectors.joining(", ", "create table main." + table.getKey() + " (", ")")));
            }
        }
        try (ExecutorService readers = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> reading = new ArrayList<>();
            for (int reader = 0; reader < threads; reader++) {
                reading.add(readers.submit(() -> readAll(filled)));
            }
            for (Future<?> one : reading) {
                one.get();
            }
        } catch (ExecutionException problem) {
            if (problem.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw new IllegalStateException(problem.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The opening of the snapshot was stopped.", stopped);
        }
    }

    private @Nullable Void readAll(Queue<String> left) throws SQLException {
        try (Connection own = connection.unwrap(DuckDBConnection.class).duplicate();
                Statement statement = own.createStatement()) {
            for (String table = left.poll(); table != null; table = left.poll()) {
                statement.execute(table);
            }
        }
        return null;
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
