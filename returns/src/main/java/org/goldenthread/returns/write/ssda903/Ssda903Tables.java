package org.goldenthread.returns.write.ssda903;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Table;

/**
 * What an SSDA903 return is to say: the rows of its tables, texts exactly as they are to be written, in the order of
 * {@link Ssda903Table#fileFields()}, an empty text where nothing is said. A table may be there without a row.
 */
public final class Ssda903Tables {
    private final Map<Ssda903Table, List<List<String>>> rows;

    private Ssda903Tables(Map<Ssda903Table, List<List<String>>> rows) {
        this.rows = rows;
    }

    /** @throws IllegalArgumentException where a row has not as many texts as its table has fields */
    public static Ssda903Tables of(Map<Ssda903Table, List<List<String>>> rows) {
        Map<Ssda903Table, List<List<String>>> copy = new EnumMap<>(Ssda903Table.class);
        rows.forEach((table, list) -> {
            int width = table.fileFields().size();
            for (List<String> row : list) {
                if (row.size() != width) {
                    throw new IllegalArgumentException("A row of " + table.label() + " has " + row.size()
                            + " values, and the table " + width + " fields.");
                }
            }
            copy.put(table, list.stream().map(List::copyOf).toList());
        });
        return new Ssda903Tables(copy);
    }

    /** The return as a check reads it from the files that {@link Ssda903CsvWriter} writes, without the files. */
    public Ssda903Rows asRead() {
        List<Row> read = new ArrayList<>();
        rows.forEach((table, list) -> {
            for (int place = 0; place < list.size(); place++) {
                read.add(Ssda903Rows.row(table, Ssda903CsvWriter.fileName(table), place + 1, list.get(place)));
            }
        });
        return Ssda903Rows.of(rows.keySet(), false, read);
    }

    /** The rows of a table; none where the return does not have it. */
    public List<List<String>> rows(Ssda903Table table) {
        return rows.getOrDefault(table, List.of());
    }

    /** The tables that the return has, be they without rows. */
    public Set<Ssda903Table> tables() {
        return Collections.unmodifiableSet(rows.keySet());
    }
}
