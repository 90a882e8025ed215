package org.goldenthread.returns.ssd;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.tabular.CsvGrid;
import org.goldenthread.returns.tabular.DecodedText;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.snapshot.Schema;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file of an extract of the Standard Safeguarding Dataset. The file is named after its table, such as {@code
 * ssd_cin_episodes.csv}, and its headings are the table's columns in any order. Beside the dataset's own it may have {@code
 * gt_care_leaver_birthdays.csv}.
 */
public final class SsdExtractReader {
    private static final String PREFIX = "ssd_";

    /**
     * What the dataset has no table for and a record can tell all the same, by the columns that are read of it: of care leavers the dataset has the
     * latest contact alone, and the return asks about each birthday.
     */
    private static final Map<String, Set<String>> BESIDE = Map.of(
            "gt_care_leaver_birthdays",
            Set.of("row_id", "person_id", "birthday_date", "age", "in_touch", "activity", "accommodation"));

    private SsdExtractReader() {}

    /**
     * @param extracted day on which the extract was taken; null to take the latest day in the file
     */
    public static void read(Path file, @Nullable LocalDate extracted, RowSink sink) {
        try {
            Schema.Table table = findTable(file)
                    .orElseThrow(() -> new RefusedFile(
                            "The file is not named after a table of the Standard Safeguarding Dataset.",
                            "Name it after its table, such as ssd_cin_episodes.csv."));
            DecodedText text = DecodedText.read(file);
            if (text.assumed()) {
                sink.finding(
                        Severity.NOTE,
                        null,
                        "",
                        "The file is not UTF-8 and was read as "
                                + text.charset().name() + ".",
                        "Check that accents came through, or save it as UTF-8.");
            }
            List<GridRow> rows = CsvGrid.read(text);
            if (rows.isEmpty()) {
                throw new RefusedFile(
                        "The file is empty; it lacks even the headings.",
                        "Extract " + table.name() + " again, with its headings.");
            }
            Map<Integer, Schema.Column> columns = columns(table, rows.getFirst(), sink);
            new SsdRows(table, columns, rows.getFirst().cells().size(), sink)
                    .read(rows.subList(1, rows.size()), extracted);
        } catch (RefusedFile refused) {
            sink.finding(Severity.ERROR, null, "", refused.problem(), refused.action());
        } catch (IOException broken) {
            sink.finding(
                    Severity.ERROR,
                    null,
                    "",
                    "The file cannot be read.",
                    "Check that it exists and that you may read it.");
        }
    }

    /** Whether the file is named after a table of the Standard Safeguarding Dataset. */
    public static boolean recognises(Path file) {
        return findTable(file).isPresent();
    }

    private static Optional<Schema.Table> findTable(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        int end = name.lastIndexOf('.');
        String table = end < 0 ? name : name.substring(0, end);
        return table.startsWith(PREFIX) || BESIDE.containsKey(table)
                ? Schema.standard().findTable(table)
                : Optional.empty();
    }

    private static Map<Integer, Schema.Column> columns(Schema.Table table, GridRow headings, RowSink sink)
            throws RefusedFile {
        Map<String, Schema.Column> left = new LinkedHashMap<>();
        table.columns().stream()
                .filter(column -> column.origin().equals("ssd")
                        || BESIDE.getOrDefault(table.name(), Set.of()).contains(column.name()))
                .forEach(column -> left.put(column.name(), column));
        Map<Integer, Schema.Column> columns = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (int place = 0; place < headings.cells().size(); place++) {
            String heading = headings.cell(place).text();
            Schema.Column column = left.remove(heading.toLowerCase(Locale.ROOT));
            if (column != null) {
                columns.put(place, column);
            } else if (!heading.isEmpty()) {
                unknown.add(heading);
            }
        }
        List<String> missingKeys = left.values().stream()
                .filter(Schema.Column::key)
                .map(Schema.Column::name)
                .toList();
        if (!missingKeys.isEmpty()) {
            throw new RefusedFile(
                    "The file lacks the key " + String.join(", ", missingKeys) + " of " + table.name() + ".",
                    "Extract the table again with all its columns.");
        }
        if (!left.isEmpty()) {
            sink.finding(
                    Severity.WARNING,
                    headings.line(),
                    "",
                    "The file lacks " + String.join(", ", left.keySet()) + ".",
                    "Add the columns if measures are to be made from them.");
        }
        if (!unknown.isEmpty()) {
            sink.finding(
                    Severity.NOTE,
                    headings.line(),
                    "",
                    "The file has columns that are no part of " + table.name() + ": " + String.join(", ", unknown)
                            + ".",
                    "Nothing: they were not read.");
        }
        return columns;
    }
}
