package org.goldenthread.returns.tabular;

import java.util.LinkedHashMap;
import java.util.Map;
import org.goldenthread.returns.RowSink;
import org.goldenthread.snapshot.Severity;

/**
 * Reports the first few of many like findings line by line, and how many more there were at the end: a column in a wrong
 * form would otherwise drown the rest.
 */
public final class RepeatedFindings {
    private static final int REPORTED_EACH = 20;

    private final RowSink sink;
    private final String where;
    private final Map<Kind, Integer> counts = new LinkedHashMap<>();

    private record Kind(Severity severity, String column, String about) {}

    public RepeatedFindings(RowSink sink) {
        this(sink, "");
    }

    /** @param where the sheet or list, which each finding then names: the same line of another could have the same trouble */
    public RepeatedFindings(RowSink sink, String where) {
        this.sink = sink;
        this.where = where;
    }

    /** @param about what kind of finding it is, such as "dates"; used in "12 more dates of this column" */
    public void add(Severity severity, int line, String column, String about, String problem, String action) {
        int count = counts.merge(new Kind(severity, column, about), 1, Integer::sum);
        if (count <= REPORTED_EACH) {
            sink.finding(severity, line, column, sentence(problem), action);
        }
    }

    /** Says how many were not reported line by line. */
    public void finish() {
        counts.forEach((kind, count) -> {
            if (count > REPORTED_EACH) {
                sink.finding(
                        kind.severity(),
                        null,
                        kind.column(),
                        sentence((count - REPORTED_EACH) + " more " + kind.about()
                                + " of this column have the same trouble."),
                        "Correct the column where it comes from and load again.");
            }
        });
        counts.clear();
    }

    private String sentence(String problem) {
        String begun = where.isEmpty()
                ? Character.toUpperCase(problem.charAt(0)) + problem.substring(1)
                : where + ": " + problem;
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
