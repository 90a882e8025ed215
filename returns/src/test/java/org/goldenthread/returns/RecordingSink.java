package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goldenthread.snapshot.Coverage;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Schema;
import org.goldenthread.snapshot.Severity;

/** Keeps what a reader reads, and checks it against the schema as a load does. */
public final class RecordingSink implements RowSink {
    public record Row(String table, int line, Map<String, ?> values) {}

    public record Identifier(String child, IdentifierKind kind, String value) {}

    public final List<Row> rows = new ArrayList<>();
    public final List<Identifier> identifiers = new ArrayList<>();
    public final List<Finding> findings = new ArrayList<>();
    public final List<Coverage> coverage = new ArrayList<>();
    public final List<GivenCells> given = new ArrayList<>();
    private final LoadedTables tables = new LoadedTables(Schema.standard());

    @Override
    public void row(String table, int line, Map<String, ?> values) {
        LoadedRow row = tables.get(table).add("file", line);
        values.forEach(row::set);
        rows.add(new Row(table, line, values));
    }

    @Override
    public void identifier(String child, IdentifierKind kind, String value, int line) {
        identifiers.add(new Identifier(child, kind, value));
    }

    @Override
    public void given(String returnName, LocalDate drawnUpTo, GivenCells row) {
        given.add(row);
    }

    @Override
    public void finding(Severity severity, Integer line, String column, String problem, String action) {
        findings.add(new Finding(severity, "file", line, column, problem, action));
    }

    @Override
    public void coverage(String source, LocalDate from, LocalDate to) {
        coverage.add(new Coverage(source, from, to));
    }

    public List<Row> rowsOf(String table) {
        return rows.stream().filter(row -> row.table().equals(table)).toList();
    }

    public List<Finding> findingsOf(Severity severity) {
        return findings.stream().filter(found -> found.severity() == severity).toList();
    }
}
