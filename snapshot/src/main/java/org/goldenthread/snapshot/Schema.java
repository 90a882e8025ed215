package org.goldenthread.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables and columns that every snapshot has, read from {@code schema.csv}. */
public final class Schema {
    private static final Set<String> PROVENANCE = Set.of("gt_source", "gt_line", "gt_load");
    private static final Set<String> DERIVED = Set.of("gt_cla_periods_of_care", "gt_obligations");
    private static final Schema STANDARD = read();

    private final Map<String, Table> tables;
    private final String version;

    /** Columns whose names end as a key's do, and which hold words: a team's name, a worker's role, a load's. */
    private static final Set<String> WORDS =
            Set.of("load_id", "dept_team_id", "dept_team_parent_id", "invo_professional_role_id");

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
    public record Column(String name, ColumnType type, boolean key, String origin, String description) {
        /** Whether it says where the row came from and nothing about the child. */
        public boolean isProvenance() {
            return PROVENANCE.contains(name);
        }

        /** Whether it holds the pseudonym of a person. */
        public boolean isPerson() {
            return name.endsWith("person_id");
        }

        /** Whether it holds the key of an event, a family or another thing, which means nothing outside the snapshot. */
        public boolean isKeyOfThing() {
            return type == ColumnType.VARCHAR && name.endsWith("_id") && !isPerson() && !WORDS.contains(name);
        }

        /** Whether a column of the Standard Safeguarding Dataset, or of a return in its own shape, and so not worked out here. */
        public boolean isGiven() {
            return !name.startsWith("gt_");
        }

        /** What to call it on a page: the dataset's own description, or else the name in words. */
        public String label() {
            if (origin.equals("ssd") && !description.isEmpty()) {
                return description;
            }
            String words = (isGiven() ? name : name.substring("gt_".length())).replace('_', ' ');
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }
    }

    /**
     * A table with its columns in order.
     *
     * @param title what one row of it is, in words
     * @param derived whether its rows are worked out from the returns, and not given in them
     */
    public record Table(String name, String title, boolean derived, List<Column> columns) {
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
        String text = readText("schema.csv");
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        text.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
            // Only the sixth field, the description, may hold commas, so the first five are cut by position.
            String[] fields = line.split(",", 6);
            columns.computeIfAbsent(fields[0], name -> new ArrayList<>())
                    .add(new Column(
                            fields[1],
                            ColumnType.valueOf(fields[2]),
                            "key".equals(fields[3]),
                            fields[4],
                            unquote(fields[5])));
        });
        Map<String, Table> tables = new LinkedHashMap<>();
        Map<String, String> titles = readTitles();
        columns.forEach((name, list) -> {
            String title = titles.get(name);
            if (title == null) {
                throw new IllegalStateException("titles.csv has no title for the table " + name + ".");
            }
            tables.put(name, new Table(name, unquote(title), DERIVED.contains(name), list));
        });
        return new Schema(tables, Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> readTitles() {
        return readText("titles.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", 2))
                .collect(Collectors.toMap(fields -> fields[0], fields -> fields[1]));
    }

    private static String unquote(String field) {
        return field.startsWith("\"") ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
    }

    private static String readText(String name) {
        try (InputStream stream = Schema.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The program's own " + name + " is missing. Build the program again.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException("The program's own " + name + " cannot be read.", problem);
        }
    }
}
