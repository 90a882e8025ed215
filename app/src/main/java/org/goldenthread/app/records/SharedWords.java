package org.goldenthread.app.records;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a version of a record says, for whoever is given its words and not the record. Other people in it are left out. */
public final class SharedWords {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, @Nullable Object>> COLUMNS = new TypeReference<>() {};

    private SharedWords() {}

    /**
     * @param columns of the version, as JSON
     * @return what was answered, in the order of the form
     */
    public static List<RecordPage.Line> lines(RecordType<?> type, String columns) {
        Map<String, @Nullable Object> values = JSON.readValue(columns, COLUMNS);
        Content content = type.make(field -> value(field, values.get(field.column())));
        return type.fields().stream()
                .map(field -> new RecordPage.Line(field, field.words(content)))
                .filter(line -> !line.words().isBlank())
                .toList();
    }

    private static @Nullable Object value(Field field, @Nullable Object kept) {
        if (kept == null) {
            return field.empty();
        }
        String text = String.valueOf(kept);
        return switch (field.form()) {
            case DATE -> LocalDate.parse(text);
            case TIME -> LocalTime.parse(text);
            case YES_NO -> Boolean.valueOf(text);
            case NUMBER -> Integer.valueOf(text);
            case PERSON -> null;
            case CHOICES ->
                kept instanceof List<?> several
                        ? several.stream().map(String::valueOf).toList()
                        : List.of();
            case LINE, PROSE -> text;
            case CHOICE -> field.kind().isEnum() ? constant(field, text) : text;
        };
    }

    private static @Nullable Object constant(Field field, String name) {
        return Arrays.stream(field.kind().getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
