package org.goldenthread.app.extract;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.core.tables.ResourceTable;

/** Which columns of the returns the questions of each kind of record feed: {@code return-columns.csv}. */
final class ReturnColumns {

    private static final Map<String, Map<String, Set<String>>> FIELDS = load();

    private ReturnColumns() {}

    private static Map<String, Map<String, Set<String>>> load() {
        Map<String, Map<String, Set<String>>> fields = new HashMap<>();
        ResourceTable.load(ReturnColumns.class, "return-columns.csv")
                .listRows()
                .forEach(row -> row.getWords("columns")
                        .forEach(column -> fields.computeIfAbsent(row.get("kind"), unused -> new HashMap<>())
                                .computeIfAbsent(row.get("return") + " " + column, unused -> new LinkedHashSet<>())
                                .add(row.get("field"))));
        return fields;
    }

    static boolean isFedBy(String kind) {
        return FIELDS.containsKey(kind);
    }

    /**
     * The question of a kind of record that feeds one of the columns, the first of them first.
     *
     * @param returnName {@code ssda903} or {@code cin}
     */
    static Optional<String> findField(String kind, String returnName, String table, List<String> columns) {
        Map<String, Set<String>> ofKind = FIELDS.getOrDefault(kind, Map.of());
        return columns.stream()
                .flatMap(column -> ofKind.getOrDefault(returnName + " " + table + "." + column, Set.of()).stream())
                .findFirst();
    }
}
