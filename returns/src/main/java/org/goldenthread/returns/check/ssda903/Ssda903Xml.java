package org.goldenthread.returns.check.ssda903;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.returns.tabular.SafeXml;
import org.jspecify.annotations.Nullable;

/**
 * Reads a return in XML: a CHILD element for each child, with a HEADER and EPISODEs. What is in the header of a care leaver, an adopted
 * child or an unaccompanied one makes a row of that table too. Rows are numbered within their table in the order of the file.
 */
final class Ssda903Xml {
    private static final int DEEPEST = 6;
    private static final int LONGEST_TEXT = 10_000;
    private static final Map<String, Ssda903Table> ELEMENTS = Map.of(
            "EPISODE", Ssda903Table.EPISODES,
            "AREVIEW", Ssda903Table.REVIEWS,
            "AMISSING", Ssda903Table.MISSING,
            "OC2", Ssda903Table.OC2,
            "PERMANENCE", Ssda903Table.PREV_PERM,
            "AD_PLACED", Ssda903Table.PLACED_ADOPTION,
            // The department's form of 2021 is older than these two tables: the elements are of our own overlay.
            "SW_EPISODES", Ssda903Table.SW_EPISODES,
            "DOLO", Ssda903Table.DOLO);
    private static final Set<Ssda903Table> GIVEN =
            EnumSet.complementOf(EnumSet.of(Ssda903Table.SW_EPISODES, Ssda903Table.DOLO));
    private static final Map<String, String> RENAMED = Map.of("CHILDID", "CHILD", "PL", "PLACE");

    private final Path path;
    private final String file;
    private final Ssda903Rows rows;
    private final Map<Ssda903Table, Integer> numbers = new EnumMap<>(Ssda903Table.class);
    private final Map<String, String> header = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Part part;
    private int depth;
    private int childLine;

    private record Part(Ssda903Table table, int line, Map<String, String> values) {}

    private Ssda903Xml(Path path, Ssda903Rows rows) {
        this.path = path;
        this.file = String.valueOf(path.getFileName());
        this.rows = rows;
    }

    static void read(Path path, Ssda903Rows rows) throws IOException {
        rows.isXml();
        new Ssda903Xml(path, rows).read();
    }

    private void read() throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            XMLStreamReader reader = SafeXml.open(stream);
            try {
                while (reader.hasNext()) {
                    event(reader, reader.next());
                }
            } finally {
                reader.close();
            }
            // XML has no files to leave out: a table without a row was given, and was empty.
            for (Ssda903Table table : GIVEN) {
                rows.add(table, List.of());
            }
        } catch (XMLStreamException broken) {
            int line = SafeXml.line(broken);
            throw new RefusedFile(
                    "The XML cannot be read on from line " + line + ", after "
                            + numbers.getOrDefault(Ssda903Table.HEADER, 0) + " whole children.",
                    "If the file is cut short, export or copy it again.",
                    broken);
        }
    }

    private void event(XMLStreamReader reader, int event) throws RefusedFile {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new RefusedFile(
                        "It holds a document type or an entity, which a return never has and which can do harm.",
                        "Ask for a fresh export from the case system.");
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (text.length() + reader.getTextLength() > LONGEST_TEXT) {
                    throw new RefusedFile(
                            "Line " + reader.getLocation().getLineNumber() + " has a text of more than " + LONGEST_TEXT
                                    + " characters.",
                            "Ask for a fresh export from the case system.");
                }
                text.append(reader.getText());
            }
            case XMLStreamConstants.END_ELEMENT -> end(reader);
            default -> {
                // Comments and processing instructions say nothing of children.
            }
        }
    }

    private void start(XMLStreamReader reader) throws RefusedFile {
        depth++;
        text.setLength(0);
        String name = reader.getLocalName();
        if (depth > DEEPEST) {
            throw new RefusedFile("Its elements are nested more than " + DEEPEST + " deep.", "Give the return's file.");
        }
        if (depth == 1 && !name.endsWith("SSDA903")) {
            throw new RefusedFile(
                    "It begins with <" + name + "> and a return with <EXPSSDA903>.", "Give the return's file.");
        }
        if (depth == 2) {
            childLine = line(reader);
        }
        Ssda903Table table = ELEMENTS.get(name);
        if (table != null && part == null) {
            Part begun = new Part(table, line(reader), new HashMap<>());
            parts.add(begun);
            part = begun;
        }
    }

    private void end(XMLStreamReader reader) {
        depth--;
        String name = reader.getLocalName();
        if (name.equals("CHILD") && depth == 1) {
            writeChild();
            return;
        }
        Part open = part;
        if (open != null && ELEMENTS.get(name) == open.table()) {
            part = null;
        } else if (!name.equals("HEADER") && depth > 1) {
            value(reader, name, open);
        }
        text.setLength(0);
    }

    private void value(XMLStreamReader reader, String element, @Nullable Part open) {
        String name = RENAMED.getOrDefault(element, element);
        String value = rows.text(text.toString());
        Map<String, String> target = open == null ? header : open.values();
        boolean known = Arrays.stream(Ssda903Field.values())
                .anyMatch(field -> field.name().equals(name));
        String before = known ? target.putIfAbsent(name, value) : null;
        if (!known || before != null) {
            rows.refuse(new Refusal(
                    file,
                    reader.getLocation().getLineNumber(),
                    known
                            ? "The element " + element + " is there twice; the second was left out."
                            : "The element " + element + " is no part of the return and was left out.",
                    "Look at the export, and take it out."));
        }
    }

    private void writeChild() {
        add(Ssda903Table.HEADER, childLine, header);
        // A date on which a child stopped being unaccompanied is checked even where the flag says that it never was.
        if ((filled("UASC") && !"0".equals(header.get("UASC"))) || filled("DUC")) {
            add(Ssda903Table.UASC, childLine, header);
        }
        if (filled("IN_TOUCH") || filled("ACTIV") || filled("ACCOM")) {
            add(Ssda903Table.OC3, childLine, header);
        }
        if (filled("DATE_INT") || filled("DATE_MATCH") || filled("FOSTER_CARE")) {
            add(Ssda903Table.AD1, childLine, header);
        }
        for (Part one : parts) {
            Map<String, String> values = new HashMap<>(header);
            values.putAll(one.values());
            add(one.table(), one.line(), values);
        }
        header.clear();
        parts.clear();
        part = null;
    }

    private boolean filled(String name) {
        return !header.getOrDefault(name, "").isEmpty();
    }

    private static int line(XMLStreamReader reader) {
        return reader.getLocation().getLineNumber();
    }

    private void add(Ssda903Table table, int line, Map<String, String> values) {
        @Nullable String[] texts = new @Nullable String[table.fields().size()];
        int place = 0;
        for (Field field : table.fields()) {
            texts[place] = values.get(field.name());
            place++;
        }
        rows.add(new Row(table, file, numbers.merge(table, 1, Integer::sum), line, texts));
    }
}
