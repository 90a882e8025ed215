package org.goldenthread.app.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.app.records.Field;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.search.Standing;
import org.goldenthread.core.clocks.ClockStanding;

/** What {@link Answers} answers and {@link SentRecord} takes, as JSON Schema 2020-12. */
final class Schemas {

    private static final String[] TEXT_OR_NOTHING = {"string", "null"};

    private Schemas() {}

    /** The answers of one kind of record. */
    static Map<String, Object> content(RecordType<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        type.fields().forEach(field -> properties.put(field.name(), field(field)));
        return closed(type.title(), properties);
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", field.label());
        String description = description(field);
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        switch (field.form()) {
            case LINE, PROSE -> schema.put("type", TEXT_OR_NOTHING);
            case DATE -> {
                schema.put("type", TEXT_OR_NOTHING);
                schema.put("format", "date");
            }
            case TIME -> {
                schema.put("type", TEXT_OR_NOTHING);
                schema.put("pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$");
            }
            case PERSON -> {
                schema.put("type", TEXT_OR_NOTHING);
                schema.put("format", "uuid");
            }
            case YES_NO -> schema.put("type", List.of("boolean", "null"));
            case NUMBER -> schema.put("type", List.of("integer", "null"));
            case CHOICE -> {
                List<Map<String, Object>> choices = choices(field);
                choices.add(Map.of("type", "null"));
                schema.put("oneOf", choices);
            }
            case CHOICES -> {
                schema.put("type", List.of("array", "null"));
                schema.put("items", Map.of("oneOf", choices(field)));
            }
        }
        return schema;
    }

    private static String description(Field field) {
        List<String> said = new ArrayList<>();
        if (!field.hint().isEmpty()) {
            said.add(field.hint());
        }
        if (field.isNeeded()) {
            said.add("Nothing is saved without it.");
        }
        if (!field.onlyWith().isEmpty()) {
            String[] words = field.onlyWith().split(" ", 2);
            said.add("Asked only where " + words[0] + " is " + words[words.length - 1].replace(" ", " or ") + ".");
        }
        return String.join(" ", said);
    }

    private static List<Map<String, Object>> choices(Field field) {
        List<Map<String, Object>> choices = new ArrayList<>();
        field.everyOption().forEach(option -> choices.add(ordered("const", option.value(), "title", option.label())));
        return choices;
    }

    /** One version of a record. */
    static Map<String, Object> record(RecordType<?> type, String content) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("kind", Map.of("const", type.id()));
        properties.put("id", id());
        properties.put("person", id());
        properties.put("follows", idOrNothing());
        properties.put("summary", text());
        properties.put("state", textOrNothing());
        properties.put("version", ordered("type", "integer", "minimum", 1));
        properties.put("withdrawn", ordered("type", "boolean", "description", "Whether it was entered in error."));
        properties.put("why", text());
        properties.put("knownFrom", ordered("type", "string", "format", "date-time"));
        properties.put("post", ordered("type", "string", "description", "Post of whoever made this version."));
        properties.put("content", whole(type, content));
        return required(closed(type.title(), properties));
    }

    static Map<String, Object> added(RecordType<?> type, String content) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (type.followsAny() || !type.follows().isEmpty()) {
            properties.put("follows", idOrNothing());
        }
        properties.put("content", reference(content));
        Map<String, Object> schema = closed("New: " + type.title(), properties);
        schema.put("required", type.standsAlone() ? List.of("content") : List.of("follows", "content"));
        return schema;
    }

    static Map<String, Object> changed(RecordType<?> type, String content) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "why",
                ordered("type", "string", "description", "Why it is corrected; needed where its pathway has ended."));
        properties.put("content", whole(type, content));
        Map<String, Object> schema = closed("Changed: " + type.title(), properties);
        schema.put("required", List.of("content"));
        return schema;
    }

    private static Map<String, Object> whole(RecordType<?> type, String content) {
        return ordered(
                "allOf",
                List.of(reference(content)),
                "required",
                type.fields().stream().map(Field::name).toList());
    }

    static Map<String, Object> page(String title, Map<String, Object> item) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("page", ordered("type", "integer", "minimum", 1));
        properties.put("size", ordered("type", "integer", "description", "The most that one page holds."));
        properties.put("total", ordered("type", "integer", "description", "How many there are on all pages."));
        properties.put("items", ordered("type", "array", "items", item));
        return required(closed(title, properties));
    }

    static Map<String, Object> person() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", id());
        properties.put("name", text());
        properties.put("born", ordered("type", "string", "description", "Date of birth and age in words."));
        properties.put("localNumber", text());
        properties.put("nhsNumber", text());
        properties.put("alerts", texts());
        properties.put("workers", texts());
        properties.put(
                "socialCare",
                ordered("type", "boolean", "description", "Whether you see what social care recorded too."));
        properties.put("record", reference("person"));
        return required(closed("A person", properties));
    }

    static Map<String, Object> event() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("on", day());
        properties.put("at", textOrNothing());
        properties.put("event", text());
        properties.put("summary", text());
        properties.put("kind", text());
        properties.put("record", id());
        properties.put("about", id());
        properties.put("significant", Map.of("type", "boolean"));
        return required(closed("Something that happened", properties));
    }

    static Map<String, Object> clock() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("clock", text());
        properties.put("name", text());
        properties.put("law", ordered("type", "string", "description", "What the limit follows from."));
        properties.put("about", id());
        properties.put("sequence", Map.of("type", "integer"));
        properties.put(
                "standing",
                ordered("enum", ClockStanding.values(), "description", "How it stands today, by what was known then."));
        properties.put("started", day());
        properties.put("due", day());
        properties.put(
                "dueAt", ordered("type", TEXT_OR_NOTHING, "description", "Local time, where it is counted in hours."));
        properties.put("met", dayOrNothing());
        properties.put("fellAway", dayOrNothing());
        properties.put("inTime", Map.of("type", List.of("boolean", "null")));
        properties.put("movedBy", ordered("type", "integer", "description", "Days for which it stood still."));
        properties.put("pausedSince", dayOrNothing());
        return required(closed("A statutory or local clock", properties));
    }

    static Map<String, Object> move() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("move", text());
        properties.put("from", text());
        properties.put("to", text());
        properties.put("on", day());
        properties.put("reason", text());
        properties.put("madeAt", ordered("type", "string", "format", "date-time"));
        properties.put("post", text());
        return required(closed("A move along a pathway", properties));
    }

    static Map<String, Object> found() {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("person", idOrNothing());
        person.put("standing", Map.of("enum", Standing.values()));
        for (String name : List.of("givenName", "familyName", "knownAs")) {
            person.put(name, text());
        }
        person.put("born", dayOrNothing());
        person.put("expected", dayOrNothing());
        for (String name : List.of("sex", "localNumber", "place", "worker", "ask")) {
            person.put(name, text());
        }
        person.put("matches", texts());
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("page", Map.of("type", "integer"));
        properties.put("more", Map.of("type", "boolean"));
        properties.put(
                "cutOff",
                ordered("type", "boolean", "description", "Whether more people are met than a search lists."));
        properties.put(
                "restricted",
                ordered(
                        "type",
                        "array",
                        "items",
                        required(closed("A restricted file, and whom to ask", Map.of("ask", text())))));
        properties.put("items", ordered("type", "array", "items", required(closed("Somebody found", person))));
        return required(closed("People found", properties));
    }

    static Map<String, Object> problem() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("title", text());
        properties.put("status", Map.of("type", "integer"));
        properties.put("detail", text());
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("field", text());
        fault.put("message", text());
        properties.put("errors", ordered("type", "array", "items", required(closed("What is wrong", fault))));
        Map<String, Object> schema = closed("A problem, by RFC 9457", properties);
        schema.put("required", List.of("title", "status", "detail"));
        return schema;
    }

    static Map<String, Object> reference(String schema) {
        return Map.of("$ref", "#/components/schemas/" + schema);
    }

    static Map<String, Object> ordered(String name, Object value, String next, Object another) {
        Map<String, Object> two = new LinkedHashMap<>();
        two.put(name, value);
        two.put(next, another);
        return two;
    }

    static Map<String, Object> id() {
        return ordered("type", "string", "format", "uuid");
    }

    private static Map<String, Object> idOrNothing() {
        return ordered("type", TEXT_OR_NOTHING, "format", "uuid");
    }

    static Map<String, Object> day() {
        return ordered("type", "string", "format", "date");
    }

    private static Map<String, Object> dayOrNothing() {
        return ordered("type", TEXT_OR_NOTHING, "format", "date");
    }

    static Map<String, Object> text() {
        return Map.of("type", "string");
    }

    private static Map<String, Object> textOrNothing() {
        return Map.of("type", TEXT_OR_NOTHING);
    }

    private static Map<String, Object> texts() {
        return ordered("type", "array", "items", text());
    }

    private static Map<String, Object> closed(String title, Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", title);
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> required(Map<String, Object> schema) {
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            schema.put("required", List.copyOf(properties.keySet()));
        }
        return schema;
    }
}
