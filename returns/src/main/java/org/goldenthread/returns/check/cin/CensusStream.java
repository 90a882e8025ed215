package org.goldenthread.returns.check.cin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.returns.tabular.SafeXml;

/**
 * Streams a census file: the header, then each child. Document types, and with them entities, are refused; so is what is nested or long
 * beyond reason.
 */
final class CensusStream {
    private static final int DEEPEST = 24;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_ELEMENTS_OF_A_CHILD = 20_000;
    private static final long MOST_BYTES = 1024L * 1024 * 1024;
    private static final String FRESH_EXPORT = "Ask for a fresh export from the case system.";

    private final Target target;
    private final ReadingNotes notes;
    private final Deque<Element> open = new ArrayDeque<>();
    private int depth;
    private int elements;
    private int unknownDepth;
    private long children;

    private CensusStream(Target target, ReadingNotes notes) {
        this.target = target;
        this.notes = notes;
    }

    /** Where the elements go. */
    interface Target {
        void header(Element header);

        void child(Element child);
    }

    /** @throws RefusedFile where the file is no census, is cut short, is not well formed or is hostile */
    static void read(Path file, Target target, ReadingNotes notes) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new RefusedFile("The file is larger than 1 GB, which no authority's census is.", "Check the file.");
        }
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            read(stream, target, notes);
        }
    }

    static void read(InputStream stream, Target target, ReadingNotes notes) throws RefusedFile {
        new CensusStream(target, notes).read(stream);
    }

    private void read(InputStream stream) throws RefusedFile {
        XMLStreamReader reader = null;
        try {
            reader = SafeXml.open(stream);
            while (reader.hasNext()) {
                event(reader, reader.next());
            }
        } catch (XMLStreamException problem) {
            int line = SafeXml.line(problem);
            throw new RefusedFile(
                    "The XML cannot be read on from line " + line + ", after " + children + " whole children: "
                            + SafeXml.reason(problem) + ".",
                    "If the file is cut short, export or copy it again; nothing of it was checked.",
                    problem);
        } finally {
            SafeXml.close(reader);
        }
    }

    private void event(XMLStreamReader reader, int event) throws RefusedFile {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw refused(reader, "a document type or entity, which a census never has and which can do harm");
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader);
            case XMLStreamConstants.END_ELEMENT -> end();
            default -> {
                // Comments, processing instructions and the document's ends say nothing of children.
            }
        }
    }

    private void start(XMLStreamReader reader) throws RefusedFile {
        String name = reader.getLocalName();
        depth++;
        if (depth > DEEPEST) {
            throw refused(reader, "elements nested more than " + DEEPEST + " deep");
        }
        if (depth == 1 && !name.equals("Message")) {
            throw new RefusedFile(
                    "The file begins with <" + name + ">, and a children in need census with <Message>.",
                    "Give the census file.");
        }
        if (unknownDepth > 0) {
            return;
        }
        noteAttributes(reader, name);
        boolean begins = depth == 2 && name.equals("Header") || depth == 3 && name.equals("Child");
        if (begins || !open.isEmpty()) {
            elements = begins ? 1 : elements + 1;
            if (elements > MOST_ELEMENTS_OF_A_CHILD) {
                throw refused(reader, "more than " + MOST_ELEMENTS_OF_A_CHILD + " elements for one child");
            }
            open.push(new Element(name, line(reader)));
        } else if (depth == 3 || depth == 2 && !name.equals("Children")) {
            unknownDepth = depth;
            notes.add(
                    line(reader),
                    "The element <" + name
                            + "> is not of the census where it stands. It was not read, nor what it holds.");
        }
    }

    private void noteAttributes(XMLStreamReader reader, String name) {
        for (int place = 0; place < reader.getAttributeCount(); place++) {
            if (!XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(reader.getAttributeNamespace(place))) {
                notes.add(
                        line(reader),
                        "The element <" + name + "> has an attribute " + reader.getAttributeLocalName(place)
                                + ", which was not read.");
            }
        }
    }

    private void text(XMLStreamReader reader) throws RefusedFile {
        if (unknownDepth > 0) {
            return;
        }
        Element element = open.peek();
        if (element == null) {
            if (!reader.getText().isBlank()) {
                notes.add(line(reader), "There is text between elements, outside any child. It was not read.");
            }
            return;
        }
        if (element.length() + reader.getTextLength() > LONGEST_TEXT) {
            throw refused(reader, "a text of more than " + LONGEST_TEXT + " characters");
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
        Element element = open.pop();
        Element parent = open.peek();
        if (parent != null) {
            parent.add(element);
        } else if (element.name().equals("Header")) {
            target.header(element);
        } else {
            children++;
            target.child(element);
        }
    }

    private static RefusedFile refused(XMLStreamReader reader, String what) {
        return new RefusedFile("Line " + line(reader) + " holds " + what + ". Nothing was checked.", FRESH_EXPORT);
    }

    private static int line(XMLStreamReader reader) {
        return reader.getLocation().getLineNumber();
    }
}
