package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that the files have of one child. Of two rows with one key the later given holds, as that of a later year's return. */
final class ChildRows {

    private final String number;
    private final Map<String, Map<String, SourceRow>> tables = new TreeMap<>();

    ChildRows(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }

    /** @return the one that it takes the place of */
    @Nullable SourceRow put(SourceRow row) {
        return tables.computeIfAbsent(row.table(), unused -> new LinkedHashMap<>())
                .put(row.key(), row);
    }

    List<SourceRow> list(String table) {
        return List.copyOf(tables.getOrDefault(table, Map.of()).values());
    }

    List<SourceRow> all() {
        return tables.values().stream()
                .flatMap(table -> table.values().stream())
                .toList();
    }

    /** The earliest day that a cell of these rows says, from {@code day} on; empty where none says one. */
    static Optional<LocalDate> firstFrom(LocalDate day, List<SourceRow> rows, String cell) {
        return rows.stream()
                .map(row -> row.text(cell))
                .filter(said -> !said.isBlank() && said.compareTo(day.toString()) >= 0)
                .min(Comparator.naturalOrder())
                .map(LocalDate::parse);
    }
}
