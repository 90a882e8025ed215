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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duckdb.DuckDBConnection;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Measure;
import org.jspecify.annotations.Nullable;

/** Measures on DuckDB, in this process. */
public final class DuckDbEngine extends SqlEngine {

    private final BlockingQueue<Connection> free;
    private final List<Connection> all = new ArrayList<>();
    private final String authorityCode;

    private DuckDbEngine(DuckDBConnection owner, String authorityCode, int connections) throws SQLException {
        this.authorityCode = authorityCode;
        this.free = new ArrayBlockingQueue<>(connections);
        for (int i = 0; i < connections; i++) {
            Connection connection = owner.duplicate();
            all.add(connection);
            free.add(connection);
        }
    }

    /**
     * An engine over tables that a connection already has. The connection stays the caller's.
     *
     * @param authorityCode three-digit number of the authority, or empty
     */
    public static DuckDbEngine over(Connection duckdb, String authorityCode) {
        try {
            DuckDBConnection owner = duckdb.unwrap(DuckDBConnection.class);
            try (Statement statement = owner.createStatement()) {
                for (String sql : HouseFunctions.forDuckDb()) {
                    statement.execute(sql);
                }
            }
            return new DuckDbEngine(
                    owner, authorityCode, Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4));
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB could not be made ready: " + e.getMessage(), e);
        }
    }

    @Override
    protected String authorityCode() {
        return authorityCode;
    }

    @Override
    public Map<String, List<Total>> totals(Map<Measure, List<Period>> periodsByMeasure) {
        Map<String, Future<List<Total>>> running = new LinkedHashMap<>();
        Map<String, List<Total>> totals = new LinkedHashMap<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(all.size())) {
            periodsByMeasure.forEach(
                    (measure, periods) -> running.put(measure.id(), workers.submit(() -> totals(measure, periods))));
            for (Map.Entry<String, Future<List<Total>>> one : running.entrySet()) {
                totals.put(one.getKey(), one.getValue().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measures were running.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
        return totals;
    }

    @Override
    protected List<Map<String, @Nullable Object>> query(String sql) throws SQLException, InterruptedException {
        Connection connection = free.take();
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            return rowsOf(results);
        } finally {
            free.add(connection);
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
