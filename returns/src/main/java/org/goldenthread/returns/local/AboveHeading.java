package org.goldenthread.returns.local;

import java.util.List;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.snapshot.Severity;

/** Tells of rows above the heading: titles most often, but a count that went astray would be lost among them. */
final class AboveHeading {
    private AboveHeading() {}

    static void tell(List<GridRow> above, RowSink sink) {
        List<GridRow> filled = above.stream()
                .filter(row -> !row.isBlank() && !row.cell(0).text().startsWith("#"))
                .toList();
        if (!filled.isEmpty()) {
            sink.finding(
                    Severity.NOTE,
                    filled.getFirst().line(),
                    "",
                    "Lines " + filled.getFirst().line() + " to "
                            + filled.getLast().line() + " are above the heading and were not read.",
                    "Nothing, if they are titles.");
        }
    }
}
