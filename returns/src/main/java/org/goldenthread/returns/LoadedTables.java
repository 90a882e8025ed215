package org.goldenthread.returns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.snapshot.Schema;

/**
 * All rows of a load, after years and sources have been joined and before pseudonyms are made. What is derived from
 * them, such as due dates, is set on the rows or added as rows.
 */
public final class LoadedTables {
    private final Map<String, LoadedTable> tables = new LinkedHashMap<>();

    public LoadedTables(Schema schema) {
        schema.listTables().forEach(table -> tables.put(table.name(), new LoadedTable(table)));
    }

    public LoadedTable get(String name) {
        LoadedTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("The snapshot's schema has no table \"" + name + "\".");
        }
        return table;
    }

    List<LoadedTable> list() {
        return List.copyOf(tables.values());
    }
}
