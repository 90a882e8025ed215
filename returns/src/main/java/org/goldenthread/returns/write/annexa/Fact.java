package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.goldenthread.snapshot.Schema;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.TableRow;
import org.jspecify.annotations.Nullable;

/** A row of a table of the snapshot, kept. */
final class Fact {
    private static final Set<String> YES = Set.of("Y", "YES", "1", "TRUE");

    private final Map<String, @Nullable Object> values = new HashMap<>();

    private Fact(TableRow row, List<Schema.Column> columns) {
        for (Schema.Column column : columns) {
            values.put(column.name(), value(row, column));
        }
    }

    private static @Nullable Object value(TableRow row, Schema.Column column) {
        return switch (column.type()) {
            case DATE -> row.findDate(column.name());
            case INTEGER -> row.findNumber(column.name());
            case BOOLEAN -> row.findTruth(column.name());
            case VARCHAR, DOUBLE -> row.findText(column.name());
        };
    }

    /** All rows of a table. */
    static List<Fact> list(Snapshot snapshot, String table) {
        List<Schema.Column> columns = Schema.standard().getTable(table).columns();
        List<Fact> facts = new ArrayList<>();
        snapshot.rows(table).forEach(row -> facts.add(new Fact(row, columns)));
        return facts;
    }

    /** Its rows by the text of a column, without those that have none. */
    static Map<String, List<Fact>> by(String column, List<Fact> facts) {
        Map<String, List<Fact>> by = new HashMap<>();
        for (Fact fact : facts) {
            String text = fact.text(column);
            if (!text.isEmpty()) {
                by.computeIfAbsent(text, any -> new ArrayList<>()).add(fact);
            }
        }
        return by;
    }

    /** Empty where nothing is said. */
    String text(String column) {
        return get(column) instanceof String text ? text.strip() : "";
    }

    @Nullable LocalDate date(String column) {
        return get(column) instanceof LocalDate date ? date : null;
    }

    @Nullable Integer number(String column) {
        return get(column) instanceof Integer number ? number : null;
    }

    /** Whether a text is one of the words that extracts have for yes. */
    boolean saysYes(String column) {
        return YES.contains(text(column).toUpperCase(Locale.ROOT));
    }

    boolean isTrue(String column) {
        return Boolean.TRUE.equals(get(column));
    }

    private @Nullable Object get(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException("The row has no column \"" + column + "\".");
        }
        return values.get(column);
    }
}
