package org.goldenthread.returns.local;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.tabular.GridCell;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.snapshot.Severity;

/** Tells of columns that hold something and are none of a table of counts: a month whose heading is misspelt would be lost there. */
final class UnreadColumns {
    private static final int SHOWN_CHARACTERS = 40;

    private UnreadColumns() {}

    /** @param where the sheet, for the message; empty where the file has one table only */
    static void tell(CountsLayout layout, GridRow heading, List<GridRow> rows, String where, RowSink sink) {
        Map<Integer, Boolean> numbered = new TreeMap<>();
        for (GridRow row : rows) {
            for (int place = 0; place < row.cells().size(); place++) {
                GridCell cell = row.cell(place);
                if (!cell.isBlank() && !isRead(layout, place)) {
                    numbered.merge(
                            place, CountCell.read(cell) instanceof CountCell.Number, (one, other) -> one || other);
                }
            }
        }
        tell(Severity.WARNING, true, numbered, heading, where, sink);
        tell(Severity.NOTE, false, numbered, heading, where, sink);
    }

    private static boolean isRead(CountsLayout layout, int place) {
        return layout.fields().containsValue(place) || layout.periods().containsKey(place);
    }

    private static void tell(
            Severity severity,
            boolean withNumbers,
            Map<Integer, Boolean> numbered,
            GridRow heading,
            String where,
            RowSink sink) {
        String columns = numbered.entrySet().stream()
                .filter(entry -> entry.getValue() == withNumbers)
                .map(entry -> name(heading, entry.getKey()))
                .collect(Collectors.joining(", "));
        if (!columns.isEmpty()) {
            sink.finding(
                    severity,
                    heading.line(),
                    "",
                    (where.isEmpty() ? "Columns" : where + ": columns")
                            + " that are no part of a table of counts were not read: " + columns + ".",
                    "Nothing, if they hold no counts; else head them as in the template, months as 2024-03.");
        }
    }

    private static String name(GridRow heading, int place) {
        String text = heading.cell(place).text();
        if (text.isEmpty()) {
            return "column " + (place + 1) + ", which has no heading";
        }
        return "\"" + (text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "..." : text) + "\"";
    }
}
