package org.goldenthread.measures.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.duckdb.DuckDBConnection;
import org.goldenthread.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/** Measures on DuckDB, in this process. */
public final class DuckDbEngine extends SqlEngine {

    /** A connection, and the periods that its table of periods holds, which most measures share. */
    private static final class Worker {
        final Connection connection;
        String periods = "";

        Worker(Connection connection) {
            this.connection = connection;
        }
    }

    private final BlockingQueue<Worker> free;
    private final List<Connection> all = new ArrayList<>();
    private final String authorityCode;
    private final int connections;

    private DuckDbEngine(DuckDBConnection first, String authorityCode, int connections, @Nullable Connection own)
            throws SQLException {
        this.authorityCode = authorityCode;
        this.connections = connections;
        this.free = new ArrayBlockingQueue<>(connections);
        for (int i = 0; i < connections; i++) {
            Connection connection = first.duplicate();
            all.add(connection);
            free.add(new Worker(connection));
        }
        if (own != null) {
            all.add(own);
        }
    }

    /** An engine over a snapshot, with at most two gigabytes of memory. */
    public static DuckDbEngine open(Snapshot snapshot) {
        return open(snapshot, processors(), 2048);
    }

    /**
     * An engine over a snapshot, which it holds in memory. Once open it reads and writes nothing outside.
     *
     * @param connections how many measures may run side by side
     * @param memoryMegabytes how much memory DuckDB may take
     */
    public static DuckDbEngine open(Snapshot snapshot, int connections, int memoryMegabytes) {
        try {
            Connection owner = DuckDbTables.open(snapshot, connections, memoryMegabytes);
            return new DuckDbEngine(teach(owner), snapshot.manifest().authorityCode(), connections, owner);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The snapshot " + snapshot.directory() + " could not be opened: " + e.getMessage()
                            + " Make it again from its sources, or give DuckDB more memory.",
                    e);
        }
    }

    /**
     * An engine over tables that a connection already has. The connection stays the caller's.
     *
     * @param authorityCode three-digit number of the authority, or empty
     */
    public static DuckDbEngine over(Connection duckdb, String authorityCode) {
        try {
            return new DuckDbEngine(teach(duckdb), authorityCode, processors(), null);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB could not be made ready: " + e.getMessage(), e);
        }
    }

    private static int processors() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    }

    private static DuckDBConnection teach(Connection duckdb) throws SQLException {
        DuckDBConnection connection = duckdb.unwrap(DuckDBConnection.class);
        try (Statement statement = connection.createStatement()) {
            for (String sql : HouseFunctions.forDuckDb()) {
                statement.execute(sql);
            }
        }
        return connection;
    }

    @Override
    protected String authorityCode() {
        return authorityCode;
    }

    @Override
    protected int sideBySide() {
        return connections;
    }

    @Override
    protected List<Map<String, @Nullable Object>> query(String sql) throws SQLException, InterruptedException {
        return query("", sql);
    }

    @Override
    protected List<Map<String, @Nullable Object>> query(String periods, String sql)
            throws SQLException, InterruptedException {
        Worker worker = free.take();
        try (Statement statement = worker.connection.createStatement()) {
            if (!periods.isEmpty() && !periods.equals(worker.periods)) {
                statement.execute("create or replace temp table periods as select * from (" + periods + ") p"
                        + AggregateQuery.PERIOD_COLUMNS);
                worker.periods = periods;
            }
            try (ResultSet results = statement.executeQuery(sql)) {
                return rowsOf(results);
            }
        } finally {
            free.add(worker);
        }
    }

    private static List<Map<String, @Nullable Object>> rowsOf(ResultSet results) throws SQLException {
        ResultSetMetaData about = results.getMetaData();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        while (results.next()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int column = 1; column <= about.getColumnCount(); column++) {
                row.put(about.getColumnLabel(column).toLowerCase(Locale.ROOT), results.getObject(column));
            }
            rows.add(row);
        }
        return rows;
    }

    @Override
    public void close() {
        try {
            for (Connection connection : all) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB could not be closed: " + e.getMessage(), e);
        }
    }
}
