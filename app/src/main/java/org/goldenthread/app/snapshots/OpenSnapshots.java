package org.goldenthread.app.snapshots;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.goldenthread.measures.engine.DuckDbEngine;
import org.goldenthread.measures.engine.SourceCoverage;
import org.goldenthread.measures.scorecard.ScorecardRequest;
import org.goldenthread.snapshot.Manifest;
import org.goldenthread.snapshot.Schema;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Opens each snapshot once and keeps it open. */
@Component
public class OpenSnapshots implements AutoCloseable {

    private final SnapshotRegister register;
    private final SnapshotKeys keys;
    private final Map<String, OpenSnapshot> open = new LinkedHashMap<>();
    private final Map<String, Connection> connections = new LinkedHashMap<>();

    OpenSnapshots(SnapshotRegister register, @Value("${goldenthread.home}") Path home) {
        this.register = register;
        this.keys = SnapshotKeys.load(home.resolve("keys").resolve("snapshots.key"));
    }

    /** The key that snapshots here are made and read with. */
    public SnapshotKeys keys() {
        return keys;
    }

    public Optional<OpenSnapshot> findCurrent() {
        return register.findCurrent().map(this::open);
    }

    /** The one loaded before the current one. */
    public Optional<OpenSnapshot> findPrevious() {
        return register.findPrevious().map(this::open);
    }

    /** Any that was loaded, by its id. */
    public Optional<OpenSnapshot> find(String id) {
        return register.findEntry(id).map(this::open);
    }

    /** Everything in a snapshot that came from one line of one source. */
    public List<ReturnRow> listRows(OpenSnapshot snapshot, String source, int line) {
        List<ReturnRow> rows = new ArrayList<>();
        try (Connection duckdb = connectionTo(snapshot)) {
            for (Schema.Table table : Schema.standard().listTables()) {
                try (PreparedStatement query = duckdb.prepareStatement(
                        "select * from \"" + table.name() + "\" where gt_source = ? and gt_line = ?")) {
                    query.setString(1, source);
                    query.setInt(2, line);
                    addRows(rows, table, query);
                }
            }
        } catch (SQLException problem) {
            throw new IllegalStateException("The row could not be read: " + problem.getMessage(), problem);
        }
        return rows;
    }

    /** What each of these local counts is of, by the count's key in the snapshot. */
    public Map<String, LocalPeriod> findLocalPeriods(OpenSnapshot snapshot, Collection<String> counts) {
        Map<String, LocalPeriod> periods = new LinkedHashMap<>();
        try (Connection duckdb = connectionTo(snapshot);
                PreparedStatement query = duckdb.prepareStatement(
                        "select period_start, period_end from gt_local_counts where row_id = ?")) {
            for (String count : counts) {
                query.setString(1, count);
                try (ResultSet results = query.executeQuery()) {
                    if (results.next()) {
                        periods.put(
                                count,
                                new LocalPeriod(
                                        results.getObject(1, LocalDate.class), results.getObject(2, LocalDate.class)));
                    }
                }
            }
        } catch (SQLException problem) {
            throw new IllegalStateException("The counts could not be read: " + problem.getMessage(), problem);
        }
        return periods;
    }

    private synchronized Connection connectionTo(OpenSnapshot snapshot) throws SQLException {
        return Objects.requireNonNull(connections.get(snapshot.entry().id()))
                .unwrap(DuckDBConnection.class)
                .duplicate();
    }

    private static void addRows(List<ReturnRow> rows, Schema.Table table, PreparedStatement query) throws SQLException {
        try (ResultSet results = query.executeQuery()) {
            while (results.next()) {
                Map<Schema.Column, String> values = new LinkedHashMap<>();
                for (Schema.Column column : table.columns()) {
                    String value = results.getString(column.name());
                    if (value != null) {
                        values.put(column, value);
                    }
                }
                rows.add(new ReturnRow(table, values));
            }
        }
    }

    private synchronized OpenSnapshot open(SnapshotEntry entry) {
        OpenSnapshot known = open.get(entry.id());
        if (known != null) {
            return known;
        }
        try {
            Snapshot snapshot = Snapshot.open(entry.directory(), keys);
            Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
            snapshot.attach(duckdb);
            connections.put(entry.id(), duckdb);
            OpenSnapshot opened = new OpenSnapshot(
                    entry, snapshot, DuckDbEngine.over(duckdb, entry.authorityCode()), dataset(snapshot.manifest()));
            open.put(entry.id(), opened);
            return opened;
        } catch (SQLException problem) {
            throw new IllegalStateException(
                    "The snapshot " + entry.id() + " in " + entry.directory() + " could not be opened: "
                            + problem.getMessage(),
                    problem);
        }
    }

    private static ScorecardRequest.Dataset dataset(Manifest manifest) {
        List<SourceCoverage> coverage = manifest.coverage().stream()
                .map(one -> new SourceCoverage(one.source(), one.from(), one.to()))
                .toList();
        return new ScorecardRequest.Dataset(manifest.id(), manifest.authorityCode(), manifest.authority(), coverage);
    }

    @Override
    public synchronized void close() throws SQLException {
        open.values().forEach(opened -> opened.engine().close());
        for (Connection connection : connections.values()) {
            connection.close();
        }
        open.clear();
        connections.clear();
    }
}
