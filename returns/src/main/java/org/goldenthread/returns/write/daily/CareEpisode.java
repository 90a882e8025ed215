package org.goldenthread.returns.write.daily;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One social care episode of a child while it is put together: a referral with all that came of it. */
final class CareEpisode {
    private final String id;
    private final Map<String, Object> values = new TreeMap<>();
    private final Map<String, List<Map<String, Object>>> parts = new TreeMap<>();
    private @Nullable LocalDate referred;
    private @Nullable LocalDate closed;

    CareEpisode(String id) {
        this.id = id;
    }

    Map<String, Object> values() {
        return values;
    }

    void lasts(@Nullable LocalDate from, @Nullable LocalDate to) {
        referred = from;
        closed = to;
    }

    @Nullable LocalDate referred() {
        return referred;
    }

    boolean contains(LocalDate day) {
        return referred != null && !referred.isAfter(day) && (closed == null || !closed.isBefore(day));
    }

    Map<String, Object> add(String list) {
        Map<String, Object> part = new TreeMap<>();
        parts.computeIfAbsent(list, any -> new ArrayList<>()).add(part);
        return part;
    }

    Map<String, Object> toObject() {
        Map<String, Object> object = new TreeMap<>(values);
        object.put("social_care_episode_id", id);
        parts.forEach((name, list) -> {
            List<Map<String, Object>> sorted = new ArrayList<>(list);
            sorted.removeIf(Map::isEmpty);
            sorted.sort(Comparator.comparing((Map<String, Object> part) -> String.valueOf(part.get("start_date")))
                    .thenComparing(Json::canonical));
            if (!sorted.isEmpty()) {
                object.put(name, sorted);
            }
        });
        return object;
    }
}
