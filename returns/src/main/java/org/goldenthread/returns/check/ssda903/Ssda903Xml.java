package org.goldenthread.returns.check.ssda903;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.returns.tabular.SafeXml;

/**
 * Streams a return in XML: a CHILD element for each child. A file that is cut short, is not well formed or could do harm is refused whole;
 * whatever else is not read is told with its line.
 */
final class Ssda903Xml {
    private static final int DEEPEST = 6;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_ELEMENTS_OF_A_CHILD = 100_000;
    private static final String FRESH_EXPORT = "Ask for a fresh export from the case system.";
    private static final Set<Ssda903Table> GIVEN =
            EnumSet.complementOf(EnumSet.of(Ssda903Table.SW_EPISODES, Ssda903Table.DOLO));

    private final Path path;
    private final String file;
    private final Ssda903Rows rows;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Ssda903XmlChild children;
    private final Deque<Ssda903Element> open = new ArrayDeque<>();
    private int depth;
    private int unknownDepth;
    private int elements;

    private Ssda903Xml(Path path, Ssda903Rows rows) {
        this.path = path;
        this.file = String.valueOf(path.getFileName());
        this.rows = rows;
        this.children = new Ssda903XmlChild(file, refusals);
    }

    /** @throws RefusedFile where nothing of the file was taken */
    static void read(Path path, Ssda903Rows rows) throws IOException {
        new Ssda903Xml(path, rows).read();
    }

    private void read() throws IOException {
        XMLStreamReader reader = null;
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            reader = SafeXml.open(stream);
            while (reader.hasNext()) {
                event(reader, reader.next());
            }
        } catch (XMLStreamException broken) {
            throw new RefusedFile(
                    "The XML cannot be read on from line " + SafeXml.line(broken) + ", after " + children.count()
                            + " whole children.",
                    "If the file is cut short, export or copy it again; nothing of it was checked.",
                    broken);
        } finally {
            SafeXml.close(reader);
        }
        rows.isXml();
        // XML has no files to leave out: a table without a row was given, and was empty.
        for (Ssda903Table table : GIVEN) {
            rows.add(table, List.of());
        }
        children.rows().forEach(rows::add);
        refusals.forEach(rows::refuse);
    }

    private void event(XMLStreamReader reader, int event) throws RefusedFile {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new RefusedFile(
                        "It holds a document type or an entity, which a return never has and which can do harm.",
                        FRESH_EXPORT);
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader);
            case XMLStreamConstants.END_ELEMENT -> end();
            default -> {
                // Comments and processing instructions say nothing of children.
            }
        }
    }

    private void start(XMLStreamReader reader) throws RefusedFile {
        depth++;
        String name = reader.getLocalName();
        int line = line(reader);
        if (depth > DEEPEST) {
            throw new RefusedFile(
                    "Its elements are nested more than " + DEEPEST + " deep on line " + line + ".",
                    "Give the return's file.");
        }
        if (depth == 1 && !name.endsWith("SSDA903")) {
            throw new RefusedFile(
                    "It begins with <" + name + "> and a return with <EXPSSDA903>.", "Give the return's file.");
        }
        if (unknownDepth > 0) {
            return;
        }
        refuseAttributes(reader, name, line);
        boolean begins = depth == 2 && name.equals("CHILD");
        if (begins || !open.isEmpty()) {
            elements = begins ? 1 : elements + 1;
            if (elements > MOST_ELEMENTS_OF_A_CHILD) {
                throw new RefusedFile(
                        "Line " + line + " has more than " + MOST_ELEMENTS_OF_A_CHILD + " elements for one child.",
                        FRESH_EXPORT);
            }
            open.push(new Ssda903Element(name, line));
        } else if (depth == 2) {
            unknownDepth = depth;
            refuse(line, "The element <" + name + "> is outside any <CHILD>. It was left out, with what it holds.");
        }
    }

    private void refuseAttributes(XMLStreamReader reader, String name, int line) {
        for (int place = 0; place < reader.getAttributeCount(); place++) {
            if (!XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(reader.getAttributeNamespace(place))) {
                refuse(
                        line,
                        "The element <" + name + "> has an attribute " + reader.getAttributeLocalName(place)
                                + ", which was left out.");
            }
        }
    }

    private void text(XMLStreamReader reader) throws RefusedFile {
        if (unknownDepth > 0) {
            return;
        }
        Ssda903Element element = open.peek();
        if (element == null) {
            if (!reader.getText().isBlank()) {
                refuse(line(reader), "There is text outside any <CHILD>. It was left out.");
            }
            return;
        }
        if (element.text().length() + reader.getTextLength() > LONGEST_TEXT) {
            throw new RefusedFile(
                    "Line " + line(reader) + " has a text of more than " + LONGEST_TEXT + " characters.", FRESH_EXPORT);
        }
        element.append(reader.getText());
    }

    private void end() {
        if (unknownDepth == depth) {
            unknownDepth = 0;
        }
        depth--;
        if (open.isEmpty()) {
            return;
        }
        Ssda903Element element = open.pop();
        Ssda903Element parent = open.peek();
        if (parent == null) {
            children.take(element);
        } else {
            parent.add(element);
        }
    }

    private void refuse(int line, String problem) {
        refusals.add(new Refusal(file, line, problem, Ssda903XmlChild.LOOK));
    }

    private static int line(XMLStreamReader reader) {
        return reader.getLocation().getLineNumber();
    }
}
