package org.goldenthread.snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object of a JSON file whose members are asked for by name and type; what is missing or of another type throws. */
final class JsonObject {
    private final Map<?, ?> members;
    private final String file;

    JsonObject(@Nullable Object json, String file) {
        this.file = file;
        if (!(json instanceof Map<?, ?> map)) {
            throw new SnapshotException(file + " is damaged: an object is expected. Make the snapshot again.");
        }
        members = map;
    }

    Optional<String> findText(String name) {
        return find(name, String.class);
    }

    String text(String name) {
        return get(name, String.class);
    }

    Optional<Long> findNumber(String name) {
        return find(name, Long.class);
    }

    long number(String name) {
        return get(name, Long.class);
    }

    boolean truth(String name) {
        return get(name, Boolean.class);
    }

    JsonObject object(String name) {
        return new JsonObject(members.get(name), file);
    }

    List<JsonObject> objects(String name) {
        return ((List<?>) get(name, List.class))
                .stream().map(member -> new JsonObject(member, file)).toList();
    }

    /** All members, each of which has to be a whole number. */
    Map<String, Long> numbers() {
        Map<String, Long> numbers = new LinkedHashMap<>();
        members.keySet().forEach(name -> numbers.put((String) name, number((String) name)));
        return numbers;
    }

    private <T> T get(String name, Class<T> type) {
        return find(name, type)
                .orElseThrow(() -> new SnapshotException(file + " is damaged: \"" + name
                        + "\" is missing or of another type. Make the snapshot again from its sources."));
    }

    private <T> Optional<T> find(String name, Class<T> type) {
        Object member = members.get(name);
        return type.isInstance(member) ? Optional.of(type.cast(member)) : Optional.empty();
    }
}
