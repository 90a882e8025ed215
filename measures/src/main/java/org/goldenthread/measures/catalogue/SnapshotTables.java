package org.goldenthread.measures.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The names of a snapshot's tables and columns, as a query may read them. */
public final class SnapshotTables {

    private static final String SCHEMA = "/org/goldenthread/snapshot/schema.csv";

    /**
     * Returns row by row as they were given, kept so that they can be written again. What a measure counts is what was made of them, once
     * years and sources were joined; an engine need not read a quarter more than that.
     */
    private static final Set<String> AS_GIVEN = Set.of("gt_returns", "gt_return_rows");

    private SnapshotTables() {}

    /** Columns and their types by table, in the order of the schema. */
    public static Map<String, Map<String, String>> columns() {
        return Held.COLUMNS;
    }

    static Set<String> names() {
        return columns().keySet();
    }

    private static final class Held {
        static final Map<String, Map<String, String>> COLUMNS = read();

        private static Map<String, Map<String, String>> read() {
            try (InputStream in = SnapshotTables.class.getResourceAsStream(SCHEMA)) {
                if (in == null) {
                    throw new IllegalStateException("The snapshot's schema is not on the class path: " + SCHEMA + ".");
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                Map<String, Map<String, String>> tables = new LinkedHashMap<>();
                Stream<List<String>> rows = text.lines().skip(1).map(line -> List.of(line.split(",", 4)));
                rows.filter(row -> row.size() == 4 && !AS_GIVEN.contains(row.get(0)))
                        .forEach(row -> tables.computeIfAbsent(row.get(0), t -> new LinkedHashMap<>())
                                .put(row.get(1), row.get(2)));
                return tables;
            } catch (IOException e) {
                throw new UncheckedIOException("The snapshot's schema cannot be read.", e);
            }
        }
    }
}
