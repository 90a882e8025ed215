package org.goldenthread.app.snapshots;

import java.util.Map;
import java.util.stream.Stream;
import org.goldenthread.snapshot.Schema;

/**
 * What one line of a return became in one table of the snapshot.
 *
 * @param values by column, in the table's order; columns without a value are left out
 */
public record ReturnRow(Schema.Table table, Map<Schema.Column, String> values) {
    /** Pseudonyms of the people whom the row is about. */
    public Stream<String> people() {
        return values.entrySet().stream()
                .filter(value -> value.getKey().isPerson())
                .map(Map.Entry::getValue);
    }
}
