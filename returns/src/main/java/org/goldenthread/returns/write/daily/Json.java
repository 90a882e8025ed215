package org.goldenthread.returns.write.daily;

import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON in the one form that the same content always has: members in the order of their names, no space between. */
public final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Json() {}

    public static String canonical(Map<String, Object> content) {
        return MAPPER.writeValueAsString(content);
    }
}
