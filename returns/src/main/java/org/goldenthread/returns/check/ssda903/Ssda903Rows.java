package org.goldenthread.returns.check.ssda903;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.returns.tabular.Texts;
import org.jspecify.annotations.Nullable;

/** The rows of one year's return by table, as read from files, and what could not be read. */
public final class Ssda903Rows {
    private final Map<Ssda903Table, List<Row>> rows = new EnumMap<>(Ssda903Table.class);
    private final List<Refusal> refusals = new ArrayList<>();
    /** One for the files that are read one after another. */
    private final Texts texts = new Texts();

    private boolean xml;

    /**
     * Reads files: CSV tables, told by their columns whatever the files are named, or a return in XML. A folder stands for the files in it,
     * a zip archive for what it holds.
     */
    public static Ssda903Rows read(List<Path> places) {
        Ssda903Rows read = new Ssda903Rows();
        for (Path place : places) {
            read.readPlace(place);
        }
        return read;
    }

    /**
     * A return that is at hand already.
     *
     * @param tables those that it has, be they without rows
     * @param xml whether it was read from XML
     */
    public static Ssda903Rows of(Set<Ssda903Table> tables, boolean xml, Collection<Row> given) {
        Ssda903Rows made = new Ssda903Rows();
        tables.forEach(table -> made.add(table, List.of()));
        given.forEach(made::add);
        made.xml = xml;
        return made;
    }

    /**
     * A row as it is read: in upper case, with the texts letter by letter beside where they differ.
     *
     * @param number of the row among the data rows of its file, from 1
     * @param texts in the order of {@link Ssda903Table#fileFields()}; empty where blank
     */
    public static Row row(Ssda903Table table, String file, int number, List<String> texts) {
        @Nullable String[] fields = new @Nullable String[table.fields().size()];
        @Nullable String @Nullable [] written = null;
        for (int place = 0; place < texts.size(); place++) {
            String text = texts.get(place);
            String capitals = UpperCase.of(text);
            fields[place] = capitals;
            if (!capitals.equals(text)) {
                written = written == null ? new @Nullable String[fields.length] : written;
                written[place] = text;
            }
        }
        return new Row(table, file, number, fields, written);
    }

    private void readPlace(Path place) {
        try {
            if (Files.isDirectory(place)) {
                readFolder(place);
            } else {
                readFile(place);
            }
        } catch (IOException problem) {
            refuse(place, "It cannot be read.", "Check that it exists and that you may read it.");
        }
    }

    private void readFolder(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> content = Files.list(folder)) {
            for (Path each : content.sorted().toList()) {
                if (Files.isDirectory(each)) {
                    refuse(
                            each,
                            "It is a folder within the folder, and what it holds was not read.",
                            "Give that folder too if it is part of the return.");
                } else {
                    files.add(each);
                }
            }
        }
        readTogether(files);
    }

    /** The same return is often kept as CSV and as XML; together they would be every child twice. */
    void readTogether(List<Path> files) {
        // Tables side by side, and all put together in the order of the files.
        Map<Path, Ssda903Rows> tables = files.parallelStream()
                .filter(Ssda903Rows::isTable)
                .collect(Collectors.toMap(file -> file, Ssda903Rows::readAlone));
        for (Path file : files) {
            Ssda903Rows read = tables.get(file);
            if (read != null) {
                add(read);
            } else if (!isXml(file)) {
                readFile(file);
            }
        }
        for (Path file : files) {
            if (isXml(file) && rows.isEmpty()) {
                readFile(file);
            } else if (isXml(file)) {
                refuse(
                        file,
                        "The return is there as CSV too, so it was not read.",
                        "Give the XML file by itself if it is the one to check.");
            }
        }
    }

    private static Ssda903Rows readAlone(Path file) {
        Ssda903Rows read = new Ssda903Rows();
        read.readFile(file);
        return read;
    }

    private void add(Ssda903Rows more) {
        more.rows.forEach(this::add);
        refusals.addAll(more.refusals);
        xml |= more.xml;
    }

    private static boolean isTable(Path file) {
        return name(file).endsWith(".csv") || name(file).endsWith(".txt");
    }

    private static boolean isXml(Path file) {
        return name(file).endsWith(".xml");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private void readFile(Path file) {
        try {
            if (isTable(file)) {
                Ssda903Csv.read(file, this);
            } else if (isXml(file)) {
                Ssda903Xml.read(file, this);
            } else if (name(file).endsWith(".zip")) {
                Ssda903Zip.read(file, this);
            } else {
                refuse(file, "It is neither CSV, XML nor a zip archive.", "Leave it out, or save it as CSV.");
            }
        } catch (RefusedFile refused) {
            refuse(file, refused.problem(), refused.action());
        } catch (IOException problem) {
            refuse(file, "It cannot be read.", "Check that it exists and that you may read it.");
        }
    }

    Texts texts() {
        return texts;
    }

    /** Takes the rows of a file; a table without rows is there all the same. */
    void add(Ssda903Table table, List<Row> some) {
        List<Row> known = rows.get(table);
        if (known == null) {
            rows.put(table, new ArrayList<>(some));
        } else {
            known.addAll(some);
        }
    }

    void add(Row row) {
        if (row.table() instanceof Ssda903Table table) {
            rows.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
        }
    }

    void refuse(Path file, String problem, String action) {
        refusals.add(new Refusal(String.valueOf(file.getFileName()), null, problem, action));
    }

    void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    void isXml() {
        xml = true;
    }

    /** Whether any of it was read from XML, which tells some things that CSV does not. */
    public boolean hasXml() {
        return xml;
    }

    /** The tables that were given, be they without rows. */
    public Set<Ssda903Table> tables() {
        return Collections.unmodifiableSet(rows.keySet());
    }

    /** Rows in the order of their files. */
    public List<Row> list(Ssda903Table table) {
        return rows.getOrDefault(table, List.of());
    }

    /** What could not be read, in the order in which it was met. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}
