package org.goldenthread.measures.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.goldenthread.measures.catalogue.SnapshotTables;

/** A DuckDB database with three years of a borough of nobody, large enough to time and compare engines on. */
public final class MadeUpBorough implements AutoCloseable {

    private final Connection duckdb;

    public MadeUpBorough() {
        try {
            duckdb = DriverManager.getConnection("jdbc:duckdb:");
            for (Map.Entry<String, Map<String, String>> table :
                    SnapshotTables.columns().entrySet()) {
                run(table.getValue().entrySet().stream()
                        .map(column -> column.getKey() + " " + column.getValue())
                        .collect(Collectors.joining(", ", "create table " + table.getKey() + " (", ")")));
            }
            try (InputStream in = MadeUpBorough.class.getResourceAsStream("made-up-borough.sql")) {
                run(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Connection connection() {
        return duckdb;
    }

    public void run(String sql) {
        try (Statement statement = duckdb.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<SourceCoverage> coverage() {
        List<SourceCoverage> coverage = new ArrayList<>();
        try (Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery("select source, covers_from, covers_to from gt_coverage")) {
            while (rows.next()) {
                coverage.add(new SourceCoverage(
                        rows.getString(1),
                        rows.getDate(2).toLocalDate(),
                        rows.getDate(3).toLocalDate()));
            }
            return coverage;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes every table as Parquet into a folder. */
    public Map<String, Path> writeParquet(Path folder) {
        Map<String, Path> tables = new LinkedHashMap<>();
        for (String table : SnapshotTables.columns().keySet()) {
            Path file = folder.resolve(table + ".parquet");
            run("copy (from " + table + ") to '" + file + "' (format parquet)");
            tables.put(table, file);
        }
        return tables;
    }

    @Override
    public void close() {
        try {
            duckdb.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
