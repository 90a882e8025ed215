package org.goldenthread.returns;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.goldenthread.returns.tabular.SafeXml;

/**
 * Streams a children in need census file: the header first, then each child. Document types, and with them entities, are
 * refused; so is what is nested or long beyond reason.
 */
final class CensusXml {
    private static final int DEEPEST = 24;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_ELEMENTS_OF_A_CHILD = 20_000;
    private static final long MOST_BYTES = 1024L * 1024 * 1024;

    private final SourceFile file;
    private final Consumer<CensusElement> header;
    private final Consumer<CensusElement> child;
    private final Consumer<CensusElement> other;
    private final Deque<CensusElement> open = new ArrayDeque<>();
    private int depth;
    private int unknownDepth;
    private int elements;
    private long children;

    private CensusXml(
            SourceFile file,
            Consumer<CensusElement> header,
            Consumer<CensusElement> child,
            Consumer<CensusElement> other) {
        this.file = file;
        this.header = header;
        this.child = child;
        this.other = other;
    }

    /**
     * @param header told the Header element
     * @param child told each Child element
     * @param other told each element that stands where a census has none, without what it holds
     * @throws LoadException where the file is no census, is cut short, is not well formed or is hostile
     */
    static void read(
            SourceFile file,
            Consumer<CensusElement> header,
            Consumer<CensusElement> child,
            Consumer<CensusElement> other) {
        try {
            if (Files.size(file.path()) > MOST_BYTES) {
                throw new LoadException(
                        file.key() + " is larger than 1 GB, which no authority's census is. Check the" + " file.");
            }
            try (InputStream stream = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16)) {
                new CensusXml(file, header, child, other).read(stream);
            }
        } catch (IOException problem) {
            throw new LoadException(
                    "The file " + file.path() + " cannot be read. Check that it exists and that you may read it.",
                    problem);
        }
    }

    private void read(InputStream stream) {
        XMLStreamReader reader = null;
        try {
            reader = SafeXml.open(stream);
            while (reader.hasNext()) {
                event(reader, reader.next());
            }
        } catch (XMLStreamException problem) {
            int line = SafeXml.line(problem);
            throw new LoadException(
                    file.key() + ", line " + line + ": the XML cannot be read on from here, after " + children
                            + " whole children: " + SafeXml.reason(problem)
                            + ". If the file is cut short, export or copy it again; nothing of it was loaded.",
                    problem);
        } finally {
            SafeXml.close(reader);
        }
    }

    private void event(XMLStreamReader reader, int event) {
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

    private void start(XMLStreamReader reader) {
        String name = reader.getLocalName();
        depth++;
        if (depth > DEEPEST) {
            throw refused(reader, "elements nested more than " + DEEPEST + " deep");
        }
        if (depth == 1 && !name.equals("Message")) {
            throw new LoadException(file.key() + ", line " + line(reader) + ": the file begins with <" + name
                    + "> and a children in need census with <Message>. Give the census file.");
        }
        if (unknownDepth > 0) {
            return;
        }
        boolean begins = open.isEmpty() && (name.equals("Header") && depth == 2 || name.equals("Child") && depth == 3);
        if (begins || !open.isEmpty()) {
            elements = begins ? 1 : elements + 1;
            if (elements > MOST_ELEMENTS_OF_A_CHILD) {
                throw refused(reader, "more than " + MOST_ELEMENTS_OF_A_CHILD + " elements for one child");
            }
            open.push(new CensusElement(name, line(reader)));
        } else if (depth == 3 || depth == 2 && !name.equals("Children")) {
            unknownDepth = depth;
            other.accept(new CensusElement(name, line(reader)));
        }
    }

    private void text(XMLStreamReader reader) {
        CensusElement element = open.peek();
        if (element != null) {
            if (element.text().length() + reader.getTextLength() > LONGEST_TEXT) {
                throw refused(reader, "a text of more than " + LONGEST_TEXT + " characters");
            }
            element.append(reader.getText());
        }
    }

    private void end() {
        if (unknownDepth == depth) {
            unknownDepth = 0;
        }
        depth--;
        if (open.isEmpty()) {
            return;
        }
        CensusElement element = open.pop();
        CensusElement parent = open.peek();
        if (parent != null) {
            parent.add(element);
        } else if (element.name().equals("Header")) {
            header.accept(element);
        } else {
            children++;
            child.accept(element);
        }
    }

    private LoadException refused(XMLStreamReader reader, String what) {
        return new LoadException(file.key() + ", line " + line(reader) + ": the file holds " + what
                + ". Nothing of it was loaded. Ask for a fresh export from the case system.");
    }

    private static int line(XMLStreamReader reader) {
        return reader.getLocation().getLineNumber();
    }
}
