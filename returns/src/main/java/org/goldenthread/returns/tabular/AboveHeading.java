package org.goldenthread.returns.tabular;

import java.util.List;
import org.goldenthread.returns.RowSink;
import org.goldenthread.snapshot.Severity;

/** Tells of rows above the heading: titles most often, but a row that went astray would be lost among them. */
public final class AboveHeading {
    private AboveHeading() {}

    /**
     * @param above rows that stand above the heading; those that begin with a # are remarks
     * @param where the sheet or list, for the message; empty where the file has one table only
     */
    public static void tell(List<GridRow> above, String where, RowSink sink) {
        List<GridRow> filled = above.stream()
                .filter(row -> !row.isBlank() && !row.cell(0).text().startsWith("#"))
                .toList();
        if (!filled.isEmpty()) {
            int first = filled.getFirst().line();
            int last = filled.getLast().line();
            sink.finding(
                    Severity.NOTE,
                    first,
                    "",
                    (where.isEmpty() ? "Lines " : where + ": lines ") + first + " to " + last
                            + " are above the heading and were not read.",
                    "Nothing, if they are titles.");
        }
    }
}
