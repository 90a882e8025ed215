package org.goldenthread.returns.check.ssda903;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.tabular.CsvLines;
import org.goldenthread.returns.tabular.DecodedText;
import org.goldenthread.returns.tabular.PlainLines;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.returns.tabular.Texts;
import org.jspecify.annotations.Nullable;

/** Reads one table of the return from CSV. */
final class Ssda903Csv {
    private final String file;
    private final Ssda903Rows rows;
    private final Texts texts;

    private Ssda903Csv(String file, Ssda903Rows rows) {
        this.file = file;
        this.rows = rows;
        this.texts = rows.texts();
    }

    static void read(Path path, Ssda903Rows rows) throws IOException {
        Ssda903Csv csv = new Ssda903Csv(String.valueOf(path.getFileName()), rows);
        byte[] bytes = DecodedText.bytes(path);
        PlainLines plain = PlainLines.of(bytes);
        if (plain == null) {
            csv.read(DecodedText.decode(bytes).text());
        } else {
            csv.read(plain);
        }
    }

    private void read(PlainLines lines) throws RefusedFile {
        if (!lines.hasNext()) {
            throw empty();
        }
        lines.next();
        String[] given = new String[lines.fields()];
        Reading reading = begin(take(lines, given));
        while (lines.hasNext()) {
            lines.next();
            if (lines.fields() == given.length) {
                reading.add(take(lines, given), lines.hasLowerCase());
            } else {
                reading.refuse(lines.line(), lines.fields());
            }
        }
        rows.add(reading.table, reading.read);
    }

    private String[] take(PlainLines lines, String[] given) {
        for (int place = 0; place < given.length; place++) {
            given[place] = lines.text(place, texts);
        }
        return given;
    }

    private void read(String text) throws IOException {
        try (CsvLines lines = CsvLines.of(text)) {
            if (!lines.hasNext()) {
                throw lines.openLine() > 0 ? openHeading(lines.openLine()) : empty();
            }
            Reading reading = begin(lines.next().getFields().toArray(String[]::new));
            String[] given = new String[reading.places.length];
            while (lines.hasNext()) {
                CsvRecord record = lines.next();
                int first = Math.toIntExact(record.getStartingLineNumber());
                int last = lines.lastLine(record);
                if (last > first) {
                    reading.number++;
                    refuseLines(first, last);
                } else if (record.getFieldCount() == given.length) {
                    for (int place = 0; place < given.length; place++) {
                        given[place] = texts.of(record.getField(place));
                    }
                    reading.add(given, true);
                } else {
                    reading.refuse(first, record.getFieldCount());
                }
            }
            if (lines.openLine() > 0) {
                refuseLines(lines.openLine(), lastLine(text));
            }
            rows.add(reading.table, reading.read);
        } catch (CsvParseException broken) {
            throw new RefusedFile(
                    "It cannot be read as separated text: " + broken.getMessage() + ".",
                    "Look for a quotation mark that is opened and not closed.");
        }
    }

    private static RefusedFile empty() {
        return new RefusedFile("It is empty.", "Export it again, or leave it out.");
    }

    private static RefusedFile openHeading(int line) {
        return new RefusedFile(
                "A quotation mark is opened in the heading, on line " + line + ", and never closed.",
                "Close it, or take it out.");
    }

    private Reading begin(String[] heading) throws RefusedFile {
        List<String> names = new ArrayList<>(heading.length);
        for (String name : heading) {
            names.add(name.strip().toUpperCase(Locale.ROOT));
        }
        Ssda903Table table = recognise(names);
        return new Reading(table, places(table, names));
    }

    /** The rows of the table, one after another. */
    private final class Reading {
        private final Ssda903Table table;
        private final int[] places;
        private final List<Row> read = new ArrayList<>();
        private int number;

        private Reading(Ssda903Table table, int[] places) {
            this.table = table;
            this.places = places;
        }

        private void add(String[] given, boolean mayHaveLowerCase) {
            number++;
            @Nullable String[] fields = new @Nullable String[table.fields().size()];
            @Nullable String @Nullable [] written = null;
            for (int place = 0; place < places.length; place++) {
                if (places[place] >= 0) {
                    String text = given[place];
                    String capitals = mayHaveLowerCase ? UpperCase.of(text) : text;
                    fields[places[place]] = text.isEmpty() ? null : capitals;
                    if (mayHaveLowerCase && !capitals.equals(text)) {
                        fields[places[place]] = texts.of(capitals);
                        written = written == null ? new @Nullable String[fields.length] : written;
                        written[places[place]] = text;
                    }
                }
            }
            read.add(new Row(table, file, number, fields, written));
        }

        private void refuse(int line, int fields) {
            number++;
            rows.refuse(new Refusal(
                    file,
                    line,
                    "The line has " + fields + " fields and the heading " + places.length
                            + ", so the row was left out.",
                    "Put fields that hold a comma in quotes, and leave no field off."));
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
