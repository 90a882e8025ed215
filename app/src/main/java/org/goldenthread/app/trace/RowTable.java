package org.goldenthread.app.trace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.goldenthread.app.scorecard.Words;
import org.goldenthread.app.snapshots.ReturnRow;
import org.goldenthread.snapshot.Schema;

/**
 * The rows of one table that one line of a return gave, for reading: a column where any of them has a value, dates and truths in
 * words.
 *
 * @param title what one row is, in words
 * @param columns those in use
 * @param rows texts in the order of the columns; empty where the row has none
 */
public record RowTable(String title, List<Heading> columns, List<List<String>> rows) {
    /**
     * @param label in words
     * @param name of the column in the snapshot, which is its name in SQL
     * @param help what the column means, where its label does not say; else empty
     */
    public record Heading(String label, String name, String help) {}

    /** What the return itself gave. */
    static List<RowTable> given(List<ReturnRow> rows) {
        return group(rows, table -> !table.derived(), column -> column.isGiven() && !column.isKeyOfThing());
    }

    /** What was worked out from it: deadlines, periods, whether in time; and the keys by which tables of the snapshot are joined. */
    static List<RowTable> derived(List<ReturnRow> rows) {
        return Stream.of(
                        named(": worked out", group(rows, table -> !table.derived(), column -> !column.isGiven())),
                        group(rows, Schema.Table::derived, column -> true),
                        named(": keys", group(rows, table -> !table.derived(), Schema.Column::isKeyOfThing)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<RowTable> named(String more, List<RowTable> tables) {
        return tables.stream()
                .map(table -> new RowTable(table.title() + more, table.columns(), table.rows()))
                .toList();
    }

    /** Whether a list of labels and values reads better than a table. */
    public boolean isSingle() {
        return rows.size() == 1;
    }

    private static List<RowTable> group(
            List<ReturnRow> rows, Predicate<Schema.Table> wantedTable, Predicate<Schema.Column> wantedColumn) {
        Map<Schema.Table, List<ReturnRow>> tables = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> wantedTable.test(row.table()))
                .forEach(row -> tables.computeIfAbsent(row.table(), any -> new ArrayList<>())
                        .add(row));
        List<RowTable> shown = new ArrayList<>();
        tables.forEach((table, own) -> {
            Set<Schema.Column> used = new LinkedHashSet<>();
            table.columns().stream()
                    .filter(column -> wantedColumn.test(column) && !column.isProvenance())
                    .filter(column -> own.stream().anyMatch(row -> row.values().containsKey(column)))
                    .forEach(used::add);
            if (!used.isEmpty()) {
                shown.add(new RowTable(
                        table.title(),
                        used.stream().map(RowTable::heading).toList(),
                        own.stream()
                                .map(row -> used.stream()
                                        .map(column ->
                                                inWords(column, row.values().getOrDefault(column, "")))
                                        .toList())
                                .toList()));
            }
        });
        return shown;
    }

    private static Heading heading(Schema.Column column) {
        String help = column.description().equals(column.label()) ? "" : column.description();
        return new Heading(column.label(), column.name(), help);
    }

    private static String inWords(Schema.Column column, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (column.type()) {
            case DATE -> Words.date(LocalDate.parse(value));
            case BOOLEAN -> Boolean.parseBoolean(value) ? "Yes" : "No";
            case VARCHAR -> CodeWords.of(column.name(), value);
            case INTEGER, DOUBLE -> value;
        };
    }
}
