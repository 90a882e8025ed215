package org.goldenthread.app.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Field;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record as a program sent it, turned into the answers that the form would have sent, so that both are read and refused by the same.
 *
 * @param answers by the field's name, as they would be typed
 * @param follows the record that it comes of; null for none
 * @param why it is changed; may be empty
 */
record SentRecord(Map<String, String> answers, @Nullable UUID follows, String why) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String CONTENT = "content";
    private static final String FOLLOWS = "follows";
    private static final String WHY = "why";
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** A new record; what is left out is not answered. */
    static SentRecord ofNew(RecordType<?> type, byte[] body) {
        JsonNode sent = read(body, Set.of(CONTENT, FOLLOWS));
        String follows = sent.path(FOLLOWS).asString("");
        if (!follows.isEmpty() && !ID.matcher(follows).matches()) {
            throw refused(List.of(new Fault(FOLLOWS, "This must be the id of the record that it comes of")));
        }
        return new SentRecord(
                answers(type, sent.path(CONTENT), false), follows.isEmpty() ? null : UUID.fromString(follows), "");
    }

    /** A changed record, which must say everything: a program that does not know a field would empty it by leaving it out. */
    static SentRecord ofChange(RecordType<?> type, byte[] body) {
        JsonNode sent = read(body, Set.of(CONTENT, WHY));
        return new SentRecord(
                answers(type, sent.path(CONTENT), true), null, sent.path(WHY).asString(""));
    }

    private static JsonNode read(byte[] body, Set<String> known) {
        JsonNode sent;
        try {
            sent = JSON.readTree(body);
        } catch (JacksonException notJson) {
            // Its message quotes what was sent.
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (!sent.isObject() || !sent.path(CONTENT).isObject()) {
            throw refused(List.of(new Fault(CONTENT, "Send an object with the record’s answers in \"content\"")));
        }
        List<Fault> faults = sent.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new Fault(name, "There is no such property here"))
                .toList();
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        return sent;
    }

    private static Map<String, String> answers(RecordType<?> type, JsonNode content, boolean whole) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> answers = new HashMap<>();
        for (Field field : type.fields()) {
            JsonNode value = content.get(field.name());
            if (value == null && whole) {
                faults.add(new Fault(field.name(), "Send every answer, as null where there is none: " + field.label()));
            } else if (value != null && !value.isNull()) {
                String wanted = problemOf(field, value);
                if (wanted.isEmpty()) {
                    answers.put(field.name(), text(value));
                } else {
                    faults.add(new Fault(field.name(), field.label() + " must be " + wanted));
                }
            }
        }
        content.propertyNames().stream()
                .filter(name -> type.findField(name).isEmpty())
                .forEach(name -> faults.add(new Fault(name, "There is no such answer in this kind of record")));
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        return answers;
    }

    /** What the value ought to be; empty where it is. The rest is said by the reader of forms. */
    private static String problemOf(Field field, JsonNode value) {
        return switch (field.form()) {
            case LINE, PROSE, CHOICE -> value.isString() ? "" : "a text in quotation marks";
            case PERSON -> isText(value, ID) ? "" : "the id of a person";
            case DATE -> isText(value, DAY) ? "" : "a date, like 2024-03-31";
            case TIME -> isText(value, TIME) ? "" : "a time of day, like 14:30";
            case YES_NO -> value.isBoolean() ? "" : "true or false";
            case NUMBER -> value.isInt() ? "" : "a whole number, like 12";
            case CHOICES ->
                value.isArray()
                                && value.valueStream()
                                        .allMatch(each -> each.isString()
                                                && each.asString().lines().count() == 1)
                        ? ""
                        : "a list of texts";
        };
    }

    private static boolean isText(JsonNode value, Pattern pattern) {
        return value.isString()
                && (value.asString().isEmpty()
                        || pattern.matcher(value.asString()).matches());
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return String.join("\n", value.valueStream().map(JsonNode::asString).toList());
        }
        return value.isBoolean() ? value.asBoolean() ? "yes" : "no" : value.asString();
    }

    private static RefusedException refused(List<Fault> faults) {
        return new RefusedException(faults);
    }
}
