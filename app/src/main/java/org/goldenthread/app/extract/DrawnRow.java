package org.goldenthread.app.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row of a return, drawn from the record.
 *
 * @param keys what ties rows of several parts together, such as the referral that an assessment is of
 * @param answers by the return's own names of fields, those that are blank left out
 * @param from the ids of the records that it was drawn from
 */
record DrawnRow(Map<String, String> keys, Map<String, String> answers, List<String> from) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};
    private static final Set<String> KEYS = Set.of("person", "referral", "plan");
    private static final String FROM = "drawn_from";

    static DrawnRow read(String json) {
        Map<String, String> keys = new LinkedHashMap<>();
        Map<String, String> answers = new LinkedHashMap<>();
        List<String> from = new ArrayList<>();
        JSON.readValue(json, FIELDS).forEach((name, value) -> {
            String text = value == null ? "" : String.valueOf(value);
            if (KEYS.contains(name)) {
                keys.put(name, text);
            } else if (name.equals(FROM)) {
                from.addAll(text.isEmpty() ? List.of() : List.of(text.split(" ")));
            } else if (!text.isEmpty()) {
                answers.put(name, text);
            }
        });
        return new DrawnRow(keys, answers, List.copyOf(from));
    }

    String key(String name) {
        return keys.getOrDefault(name, "");
    }

    String answer(String name) {
        return answers.getOrDefault(name, "");
    }
}
