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
     * The question of a kind of record that feeds one of the columns: one that no other kind feeds before one that several do, and of those one
     * that is blank.
     *
     * @param returnName {@code ssda903} or {@code cin}
     * @param texts what the row says in the columns; none where that is not known
     */
    static Optional<String> findField(
            String kind, String returnName, String table, List<String> columns, List<String> texts) {
        Map<String, Set<String>> ofKind = FIELDS.getOrDefault(kind, Map.of());
        String first = null;
        int best = Integer.MAX_VALUE;
        for (int place = 0; place < columns.size(); place++) {
            String column = returnName + " " + table + "." + columns.get(place);
            boolean blank = place < texts.size() && texts.get(place).isEmpty();
            int rank = !isFedByOneKind(column) ? 2 : blank ? 0 : 1;
            if (ofKind.containsKey(column) && rank < best) {
                first = ofKind.get(column).iterator().next();
                best = rank;
            }
        }
        return Optional.ofNullable(first);
    }

    private static boolean isFedByOneKind(String column) {
        return FIELDS.values().stream()
                        .filter(columns -> columns.containsKey(column))
                        .count()
                == 1;
    }
}
