package org.goldenthread.core.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A comma-separated table that is part of the program, its first line naming the columns.
 *
 * <p>Lines that start with {@code #} are notes. Fields may be quoted and may then hold commas, line ends and doubled
 * quotes (RFC 4180). These tables are ours, so a fault in one is a fault of the program and throws.
 */
public final class ResourceTable {
    private final List<Row> rows;

    private ResourceTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** One line of the table. */
    public static final class Row {
        private final Map<String, Integer> positions;
        private final List<String> fields;
        private final String where;

        private Row(Map<String, Integer> positions, List<String> fields, String where) {
            this.positions = positions;
            this.fields = fields;
            this.where = where;
        }

        /** The text of a column, empty where it is blank; throws where the table has no such column. */
        public String get(String column) {
            Integer position = positions.get(column);
            if (position == null) {
                throw new IllegalArgumentException(where + ": there is no column \"" + column + "\".");
            }
            return fields.get(position);
        }

        /** The words of a column, divided by spaces, in their order. */
        public Set<String> getWords(String column) {
            Set<String> words = new LinkedHashSet<>(List.of(get(column).split(" ")));
            words.remove("");
            return words;
        }

        public int getInteger(String column) {
            return Integer.parseInt(get(column));
        }
    }

    /** Reads the table {@code name} that lies beside {@code owner}. */
    public static ResourceTable load(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The program's own table " + name + " is missing beside "
                        + owner.getName() + ". Build the program again.");
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException problem) {
            throw new UncheckedIOException("The program's own table " + name + " cannot be read.", problem);
        }
    }

    /**
     * @param text the whole table
     * @param name what to call it in messages
     */
    public static ResourceTable parse(String text, String name) {
        List<List<String>> records = records(text);
        if (records.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty: its first line must name the columns.");
        }
        List<String> header = records.getFirst();
        Map<String, Integer> positions = new HashMap<>();
        for (int column = 0; column < header.size(); column++) {
            positions.put(header.get(column).strip(), column);
        }
        List<Row> rows = new ArrayList<>();
        for (int record = 1; record < records.size(); record++) {
            List<String> fields = records.get(record);
            String where = name + ", record " + record;
            if (fields.size() != header.size()) {
                throw new IllegalArgumentException(
                        where + " has " + fields.size() + " fields; the heading has " + header.size() + ": " + fields);
            }
            rows.add(new Row(positions, fields, where));
        }
        return new ResourceTable(rows);
    }

    public List<Row> listRows() {
        return rows;
    }

    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int position = 0;
        while (position < text.length()) {
            char character = text.charAt(position);
            boolean startOfRecord = fields.isEmpty() && field.isEmpty() && !quoted;
            if (startOfRecord && character == '#') {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end + 1;
                continue;
            }
            if (quoted) {
                if (character != '"') {
                    field.append(character);
                } else if (position + 1 < text.length() && text.charAt(position + 1) == '"') {
                    field.append('"');
                    position++;
                } else {
                    quoted = false;
                }
            } else if (character == '"') {
                quoted = true;
            } else if (character == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (character == '\n') {
                endRecord(records, fields, field);
                fields = new ArrayList<>();
            } else if (character != '\r') {
                field.append(character);
            }
            position++;
        }
        endRecord(records, fields, field);
        return records;
    }

    private static void endRecord(List<List<String>> records, List<String> fields, StringBuilder field) {
        if (fields.isEmpty() && field.isEmpty()) {
            return;
        }
        fields.add(field.toString());
        field.setLength(0);
        records.add(fields);
    }
}
