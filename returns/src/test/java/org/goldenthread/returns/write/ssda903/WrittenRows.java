package org.goldenthread.returns.write.ssda903;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Table;

/** The rows of a return as a test compares them: of each table every row, and how often it is there. */
public final class WrittenRows {
    private WrittenRows() {}

    /** Reads files or folders; tables without rows are left out. */
    public static Map<Ssda903Table, Map<List<String>, Long>> read(Path... places) {
        return of(Ssda903Rows.read(List.of(places)));
    }

    public static Map<Ssda903Table, Map<List<String>, Long>> of(Ssda903Rows rows) {
        Map<Ssda903Table, Map<List<String>, Long>> counted = new EnumMap<>(Ssda903Table.class);
        for (Ssda903Table table : rows.tables()) {
            for (Row row : rows.list(table)) {
                counted.computeIfAbsent(table, any -> new TreeMap<>(java.util.Comparator.comparing(List::toString)))
                        .merge(texts(table, row), 1L, Long::sum);
            }
        }
        return counted;
    }

    /** The rows as a return to be written. */
    public static Ssda903Tables tables(Ssda903Rows rows) {
        Map<Ssda903Table, List<List<String>>> content = new EnumMap<>(Ssda903Table.class);
        for (Ssda903Table table : rows.tables()) {
            List<List<String>> list = new ArrayList<>();
            rows.list(table).forEach(row -> list.add(texts(table, row)));
            content.put(table, list);
        }
        return Ssda903Tables.of(content);
    }

    private static List<String> texts(Ssda903Table table, Row row) {
        return table.fileFields().stream()
                .map((Field field) -> row.textOrEmpty(field))
                .toList();
    }
}
