package org.goldenthread.returns.check.ssda903;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.tabular.CsvLines;
import org.goldenthread.returns.tabular.DecodedText;
import org.goldenthread.returns.tabular.RefusedFile;
import org.jspecify.annotations.Nullable;

/** Reads one table of the return from CSV. */
final class Ssda903Csv {
    /** Codes and dates recur; longer texts seldom do. */
    private static final int LONGEST_SHARED = 10;

    private final String file;
    private final Ssda903Rows rows;
    private final Map<String, String> shared = new HashMap<>();

    private Ssda903Csv(String file, Ssda903Rows rows) {
        this.file = file;
        this.rows = rows;
    }

    static void read(Path path, Ssda903Rows rows) throws IOException {
        String text = DecodedText.read(path).text();
        new Ssda903Csv(String.valueOf(path.getFileName()), rows).read(text);
    }

    private void read(String text) throws IOException {
        try (CsvLines lines = CsvLines.of(text)) {
            if (!lines.hasNext()) {
                throw new RefusedFile("It is empty.", "Export it again, or leave it out.");
            }
            List<String> heading = lines.next().getFields().stream()
                    .map(name -> name.strip().toUpperCase(Locale.ROOT))
                    .toList();
            Ssda903Table table = recognise(heading);
            int[] places = places(table, heading);
            List<Row> read = new ArrayList<>();
            int number = 0;
            while (lines.hasNext()) {
                CsvRecord record = lines.next();
                number++;
                int first = Math.toIntExact(record.getStartingLineNumber());
                int last = lines.lastLine(record);
                if (last > first) {
                    refuseLines(first, last);
                } else if (record.getFieldCount() == heading.size()) {
                    read.add(row(table, number, record, places));
                } else {
                    rows.refuse(new Refusal(
                            file,
                            first,
                            "The line has " + record.getFieldCount() + " fields and the heading " + heading.size()
                                    + ", so the row was left out.",
                            "Put fields that hold a comma in quotes, and leave no field off."));
                }
            }
            if (lines.openLine() > 0) {
                refuseLines(lines.openLine(), lastLine(text));
            }
            rows.add(table, read);
        } catch (CsvParseException broken) {
            throw new RefusedFile(
                    "It cannot be read as separated text: " + broken.getMessage() + ".",
                    "Look for a quotation mark that is opened and not closed.");
        }
    }

    /** No field of the return holds a line break: a quotation mark too many made one row of several. */
    private void refuseLines(int first, int last) {
        rows.refuse(new Refusal(
                file,
                first,
                "Lines " + first + " to " + last
                        + " were left out: a quotation mark that is opened on the first is not closed on it.",
                "Close it on the same line, or take it out."));
    }

    private static int lastLine(String text) {
        int breaks = CsvLines.breaks(text);
        return text.endsWith("\n") || text.endsWith("\r") ? breaks : breaks + 1;
    }

    private Row row(Ssda903Table table, int number, CsvRecord record, int[] places) {
        @Nullable String[] texts = new @Nullable String[table.fields().size()];
        @Nullable String @Nullable [] written = null;
        for (int place = 0; place < places.length; place++) {
            if (places[place] >= 0) {
                String text = record.getField(place);
                String capitals = UpperCase.of(text);
                texts[places[place]] = text.isEmpty() ? null : share(capitals);
                if (!capitals.equals(text)) {
                    written = written == null ? new @Nullable String[texts.length] : written;
                    written[places[place]] = text;
                }
            }
        }
        return new Row(table, file, number, texts, written);
    }

    private String share(String text) {
        if (text.length() > LONGEST_SHARED) {
            return text;
        }
        String known = shared.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private static int[] places(Ssda903Table table, List<String> heading) {
        int[] places = new int[heading.size()];
        for (int place = 0; place < places.length; place++) {
            places[place] = -1;
            for (Field field : table.fileFields()) {
                if (field.name().equals(heading.get(place))) {
                    places[place] = table.position(field);
                }
            }
        }
        return places;
    }

    private Ssda903Table recognise(List<String> heading) throws RefusedFile {
        Set<String> given = new HashSet<>();
        for (String name : heading) {
            if (!given.add(name)) {
                throw new RefusedFile(
                        "It has two columns called \"" + name + "\".", "Take one out; nobody can tell which is meant.");
            }
        }
        Ssda903Table nearest = Ssda903Table.HEADER;
        int fewest = Integer.MAX_VALUE;
        for (Ssda903Table table : Ssda903Table.values()) {
            Set<String> wanted = names(table);
            if (wanted.equals(given)) {
                return table;
            }
            Set<String> apart = new HashSet<>(wanted);
            apart.removeAll(given);
            int difference = apart.size();
            apart = new HashSet<>(given);
            apart.removeAll(wanted);
            difference += apart.size();
            if (difference < fewest) {
                fewest = difference;
                nearest = table;
            }
        }
        Set<String> lacks = new TreeSet<>(names(nearest));
        lacks.removeAll(given);
        Set<String> more = new TreeSet<>(given);
        more.removeAll(names(nearest));
        throw new RefusedFile(
                "Its columns are of no table of the return. The nearest is " + nearest.label()
                        + (lacks.isEmpty() ? "" : ", which also has " + String.join(", ", lacks))
                        + (more.isEmpty()
                                ? ""
                                : (lacks.isEmpty() ? ", which does not have " : " and does not have ")
                                        + String.join(", ", more))
                        + ".",
                "Name the columns in the first line as the department does, or leave the file out.");
    }

    private static Set<String> names(Ssda903Table table) {
        Set<String> names = new HashSet<>();
        table.fileFields().forEach(field -> names.add(field.name()));
        return names;
    }
}
