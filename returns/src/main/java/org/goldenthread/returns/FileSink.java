package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.goldenthread.returns.write.given.GivenRow;
import org.goldenthread.snapshot.Coverage;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/** Takes what the reader of one file reads into the load. */
final class FileSink implements RowSink {
    private final String source;
    private final LoadedTables tables;
    private final People people;
    private final Coverages coverages;
    private final Findings findings;
    private final Map<String, GivenDayReturn> given = new LinkedHashMap<>();
    private long rows;

    FileSink(String source, LoadedTables tables, People people, Coverages coverages, Findings findings) {
        this.source = source;
        this.tables = tables;
        this.people = people;
        this.coverages = coverages;
        this.findings = findings;
    }

    @Override
    public void row(String table, int line, Map<String, ?> values) {
        LoadedRow row = tables.get(table).add(source, line);
        values.forEach(row::set);
        rows++;
    }

    @Override
    public void identifier(String child, IdentifierKind kind, String value, int line) {
        people.identifier(child, kind, value, source, line);
    }

    @Override
    public void given(String returnName, LocalDate drawnUpTo, GivenCells row) {
        given.computeIfAbsent(returnName, name -> GivenDayReturn.begin(name, source, drawnUpTo))
                .rows()
                .add(GivenRow.of(source, row));
    }

    @Override
    public void finding(Severity severity, @Nullable Integer line, String column, String problem, String action) {
        findings.add(severity, source, line, column, problem, action);
    }

    @Override
    public void coverage(String covered, LocalDate from, LocalDate to) {
        coverages.add(new Coverage(covered, from, to), source);
    }

    /** The returns that the file is of and that are to be written again. */
    Collection<GivenDayReturn> given() {
        return given.values();
    }

    /** Rows taken so far. */
    long rows() {
        return rows;
    }
}
