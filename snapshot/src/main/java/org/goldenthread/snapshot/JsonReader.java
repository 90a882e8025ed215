package org.goldenthread.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON into maps, lists, text, longs or doubles, truths and null. */
final class JsonReader {
    private static final int DEEPEST = 64;

    private final String text;
    private final String name;
    private int place;

    private JsonReader(String text, String name) {
        this.text = text;
        this.name = name;
    }

    /**
     * @param name what to call the text in messages
     * @throws SnapshotException where it is not JSON
     */
    static @Nullable Object read(String text, String name) {
        JsonReader reader = new JsonReader(text, name);
        Object value = reader.value(0);
        reader.skipSpace();
        if (reader.place < text.length()) {
            throw reader.fault("there is more after its end");
        }
        return value;
    }

    private @Nullable Object value(int depth) {
        skipSpace();
        if (place >= text.length() || depth > DEEPEST) {
            throw fault(depth > DEEPEST ? "it is nested too deeply" : "it stops too early");
        }
        return switch (text.charAt(place)) {
            case '{' -> map(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> map(int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        place++;
        if (nextIs('}')) {
            return map;
        }
        do {
            skipSpace();
            String key = string();
            expect(':');
            map.put(key, value(depth + 1));
        } while (nextIs(','));
        expect('}');
        return map;
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        place++;
        if (nextIs(']')) {
            return list;
        }
        do {
            list.add(value(depth + 1));
        } while (nextIs(','));
        expect(']');
        return list;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (place < text.length() && text.charAt(place) != '"') {
            char character = text.charAt(place++);
            string.append(character == '\\' ? escaped() : character);
        }
        expect('"');
        return string.toString();
    }

    private char escaped() {
        if (place >= text.length()) {
            throw fault("it stops within a text");
        }
        char character = text.charAt(place++);
        return switch (character) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> character;
        };
    }

    private char unicode() {
        try {
            place += 4;
            return (char) Integer.parseInt(text.substring(place - 4, place), 16);
        } catch (NumberFormatException | StringIndexOutOfBoundsException problem) {
            throw fault("a \\u is not followed by four hexadecimal digits");
        }
    }

    private Number number() {
        int start = place;
        while (place < text.length() && "+-.eE0123456789".indexOf(text.charAt(place)) >= 0) {
            place++;
        }
        String digits = text.substring(start, place);
        try {
            if (digits.chars().allMatch(character -> character == '-' || Character.isDigit(character))) {
                return Long.valueOf(digits);
            }
            return Double.valueOf(digits);
        } catch (NumberFormatException problem) {
            throw fault("a value cannot be read");
        }
    }

    private <T> @Nullable T word(String word, @Nullable T value) {
        if (!text.startsWith(word, place)) {
            throw fault("a value cannot be read");
        }
        place += word.length();
        return value;
    }

    private boolean nextIs(char character) {
        skipSpace();
        boolean is = place < text.length() && text.charAt(place) == character;
        place += is ? 1 : 0;
        return is;
    }

    private void expect(char character) {
        if (!nextIs(character)) {
            throw fault("'" + character + "' is missing");
        }
    }

    private void skipSpace() {
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
    }

    private SnapshotException fault(String what) {
        return new SnapshotException(name + " is damaged: at character " + (place + 1) + " " + what
                + ". Make the snapshot again from its sources.");
    }
}
