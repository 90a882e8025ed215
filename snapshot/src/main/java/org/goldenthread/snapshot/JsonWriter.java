package org.goldenthread.snapshot;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, text, numbers, truths and null as JSON, indented for people to read. */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static String write(Object value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value, 0);
        return writer.out.append('\n').toString();
    }

    private void value(@Nullable Object value, int depth) {
        switch (value) {
            case null -> out.append("null");
            case String text -> text(text);
            case Number number -> out.append(number);
            case Boolean truth -> out.append(truth);
            case List<?> list -> list(list, depth);
            case Map<?, ?> map -> map(map, depth);
            default -> text(value.toString());
        }
    }

    private void list(List<?> list, int depth) {
        if (list.isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
            newLine(depth + 1);
            value(items.next(), depth + 1);
            out.append(items.hasNext() ? "," : "");
        }
        newLine(depth);
        out.append(']');
    }

    private void map(Map<?, ?> map, int depth) {
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext(); ) {
            Map.Entry<?, ?> entry = entries.next();
            newLine(depth + 1);
            text(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), depth + 1);
            out.append(entries.hasNext() ? "," : "");
        }
        newLine(depth);
        out.append('}');
    }

    private void newLine(int depth) {
        out.append('\n').repeat(' ', 2 * depth);
    }

    private void text(String text) {
        out.append('"');
        for (int position = 0; position < text.length(); position++) {
            char character = text.charAt(position);
            switch (character) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (character < ' ') {
                        out.append(String.format("\\u%04x", (int) character));
                    } else {
                        out.append(character);
                    }
                }
            }
        }
        out.append('"');
    }
}
