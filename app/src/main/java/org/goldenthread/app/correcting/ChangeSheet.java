package org.goldenthread.app.correcting;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goldenthread.returns.correct.Change;
import org.goldenthread.returns.correct.Desk;
import org.goldenthread.returns.correct.ShownRow;

/** Every change of a return as CSV: for whoever has to make the same changes in the case system. */
final class ChangeSheet {
    private static final List<String> HEADINGS = List.of(
            "Change",
            "When",
            "Who",
            "What",
            "Child",
            "Table",
            "Row",
            "File",
            "Row of the file",
            "Field",
            "Before",
            "After",
            "Taken back");

    private ChangeSheet() {}

    static byte[] csv(Work work, Desk desk, List<ChangeSet> sets) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        for (ChangeSet set : sets) {
            for (Change change : set.changes()) {
                switch (change) {
                    case Change.Edited edited ->
                        rows.add(row(desk, set, change, edited.field(), edited.before(), edited.after()));
                    case Change.Added added ->
                        fields(added.texts())
                                .forEach((field, text) -> rows.add(row(desk, set, change, field, "", text)));
                    case Change.Removed removed ->
                        fields(removed.texts())
                                .forEach((field, text) -> rows.add(row(desk, set, change, field, text, "")));
                }
            }
        }
        return csv(rows);
    }

    private static Map<String, String> fields(Map<String, String> texts) {
        return new TreeMap<>(texts);
    }

    private static List<String> row(
            Desk desk, ChangeSet set, Change change, String field, String before, String after) {
        ShownRow now = desk.findRow(change.row()).orElse(null);
        return List.of(
                String.valueOf(set.number()),
                Shown.moment(set.at()),
                set.post(),
                set.what(),
                now == null ? set.child() : now.child(),
                change.row().table(),
                change.row().toString(),
                now == null ? "" : now.file(),
                now == null || now.isAdded() ? "" : String.valueOf(now.line()),
                field,
                before,
                after,
                set.undone() ? "yes" : "");
    }

    /** Quoted throughout; a text that a spreadsheet would take for a formula is given an apostrophe. */
    static byte[] csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder("\uFEFF");
        for (List<String> row : rows) {
            for (int place = 0; place < row.size(); place++) {
                String cell = row.get(place);
                boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
                text.append(place == 0 ? "\"" : ",\"")
                        .append(formula ? "'" : "")
                        .append(cell.replace("\"", "\"\""))
                        .append('"');
            }
            text.append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
