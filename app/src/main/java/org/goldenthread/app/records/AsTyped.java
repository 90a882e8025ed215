package org.goldenthread.app.records;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record as it would be if what is typed into its form were saved.
 *
 * @param id of the record; of a new one an id that nothing else has
 * @param columns the columns of its table that the form gives, as they would be kept; null for a record that is left out
 */
public record AsTyped(
        RecordType<?> type,
        UUID id,
        UUID person,
        boolean isNew,
        @Nullable Map<String, @Nullable Object> columns) {

    private static final JsonMapper JSON = new JsonMapper();

    static AsTyped of(Kept<?> record, Content content) {
        return new AsTyped(record.type(), record.id(), record.person(), false, columns(record.type(), content));
    }

    /** @param state where it would begin on its pathway */
    static AsTyped ofNew(RecordType<?> type, UUID person, @Nullable UUID follows, String state, Content content) {
        UUID id = UUID.randomUUID();
        Map<String, @Nullable Object> columns = columns(type, content);
        columns.put("id", id.toString());
        columns.put("person", person.toString());
        columns.put("follows", follows == null ? null : follows.toString());
        columns.put("state", state);
        columns.put("withdrawn", false);
        return new AsTyped(type, id, person, true, columns);
    }

    /** The person's record as it would be if the record were not there. */
    public static AsTyped without(RecordType<?> type, UUID id, UUID person) {
        return new AsTyped(type, id, person, false, null);
    }

    public boolean isLeftOut() {
        return columns == null;
    }

    private static Map<String, @Nullable Object> columns(RecordType<?> type, Content content) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        for (Field field : type.fields()) {
            Object value = field.read(content);
            columns.put(
                    field.column(),
                    switch (value) {
                        case null -> field.kind().isEnum() ? "" : null;
                        case Enum<?> chosen -> chosen.name();
                        case LocalDate day -> day.toString();
                        case LocalTime time -> time.toString();
                        case UUID other -> other.toString();
                        case List<?> several ->
                            several.stream().map(String::valueOf).toList();
                        default -> value;
                    });
        }
        return columns;
    }

    /** The columns as the database reads them. */
    public String json() {
        return JSON.writeValueAsString(columns);
    }
}
