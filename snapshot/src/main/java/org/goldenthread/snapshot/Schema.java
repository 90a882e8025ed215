package org.goldenthread.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables and columns that every snapshot has, read from {@code schema.csv}. */
public final class Schema {
    private static final Schema STANDARD = read();

    private final Map<String, Table> tables;
    private final String version;

    private Schema(Map<String, Table> tables, String version) {
        this.tables = tables;
        this.version = version;
    }

    /**
     * A column.
     *
     * @param key whether it is part of what makes a row unique
     * @param origin {@code ssd} for a column of the Standard Safeguarding Dataset, otherwise {@code golden thread}
     */
    public record Column(String name, ColumnType type, boolean key, String origin, String description) {}

    /** A table with its columns in order. */
    public record Table(String name, List<Column> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    public static Schema standard() {
        return STANDARD;
    }

    /** Fingerprint of the schema, which changes with any table or column. */
    public String version() {
        return version;
    }

    public List<Table> listTables() {
        return List.copyOf(tables.values());
    }

    public Optional<Table> findTable(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    public Table getTable(String name) {
        return findTable(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The snapshot's schema has no table \"" + name + "\". See schema.csv for those that it has."));
    }

    private static Schema read() {
        String text;
        try (InputStream stream = Schema.class.getResourceAsStream("schema.csv")) {
            if (stream == null) {
                throw new IllegalStateException("The program's own schema.csv is missing. Build the program again.");
            }
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException("The program's own schema.csv cannot be read.", problem);
        }
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        text.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
            // Only the sixth field, the description, may hold commas, so the first five are cut by position.
            String[] fields = line.split(",", 6);
            String description = fields[5].startsWith("\"")
                    ? fields[5].substring(1, fields[5].length() - 1).replace("\"\"", "\"")
                    : fields[5];
            columns.computeIfAbsent(fields[0], name -> new ArrayList<>())
                    .add(new Column(
                            fields[1], ColumnType.valueOf(fields[2]), "key".equals(fields[3]), fields[4], description));
        });
        Map<String, Table> tables = new LinkedHashMap<>();
        columns.forEach((name, list) -> tables.put(name, new Table(name, list)));
        return new Schema(tables, Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
