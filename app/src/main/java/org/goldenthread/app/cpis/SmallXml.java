package org.goldenthread.app.cpis;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.goldenthread.returns.tabular.SafeXml;

/** Reads what came from outside into a tree, within limits; a document type or an entity is refused, whoever sent it. */
final class SmallXml {

    /** Bytes of a file; an answer that returns every record of a large council has some millions. */
    static final int MOST_BYTES = 20_000_000;

    private static final int DEEPEST = 40;
    private static final int MOST_ELEMENTS = 400_000;
    private static final int LONGEST_TEXT = 20_000;

    private SmallXml() {}

    /** It could not be read; the message says why and repeats nothing of what it holds. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }

    /** One element, with the text that stands directly in it. */
    static final class Element {
        private final String namespace;
        private final String name;
        private final Map<String, String> attributes;
        private final List<Element> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        private Element(String namespace, String name, Map<String, String> attributes) {
            this.namespace = namespace;
            this.name = name;
            this.attributes = attributes;
        }

        String namespace() {
            return namespace;
        }

        String name() {
            return name;
        }

        /** An attribute without a namespace; empty where there is none. */
        String attribute(String wanted) {
            return attributes.getOrDefault(wanted, "");
        }

        List<Element> children() {
            return children;
        }

        List<Element> children(String wanted) {
            return children.stream().filter(each -> each.name.equals(wanted)).toList();
        }

        /** The first element along a path of names; empty where one of them is not there. */
        Optional<Element> find(String... path) {
            Element at = this;
            for (String step : path) {
                Optional<Element> next = at.children.stream()
                        .filter(each -> each.name.equals(step))
                        .findFirst();
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                at = next.get();
            }
            return Optional.of(at);
        }

        /** An attribute of the first element along a path; empty where there is none. */
        String attributeOf(String attribute, String... path) {
            return find(path).map(each -> each.attribute(attribute)).orElse("");
        }

        /** Its own text, without space around it. */
        String text() {
            return text.toString().strip();
        }

        /** Its own text and that of all within it, in order, divided by spaces. */
        String words() {
            StringBuilder words = new StringBuilder(text());
            children.forEach(each -> words.append(' ').append(each.words()));
            return words.toString().strip().replaceAll("\\s+", " ");
        }
    }

    static Element read(byte[] content) throws UnreadableException {
        if (content.length > MOST_BYTES) {
            throw new UnreadableException("It is longer than " + MOST_BYTES / 1_000_000 + " MB.");
        }
        XMLStreamReader reader = null;
        try {
            reader = SafeXml.open(new ByteArrayInputStream(content));
            return read(reader);
        } catch (XMLStreamException wrong) {
            throw new UnreadableException(
                    "It is no well-formed XML: the reader stopped at line " + SafeXml.line(wrong) + ".");
        } finally {
            SafeXml.close(reader);
        }
    }

    private static Element read(XMLStreamReader reader) throws XMLStreamException, UnreadableException {
        Deque<Element> open = new ArrayDeque<>();
        Element root = null;
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Element element = element(reader);
                    if (root == null) {
                        root = element;
                    } else {
                        open.getLast().children.add(element);
                    }
                    open.addLast(element);
                    elements++;
                    if (elements > MOST_ELEMENTS || open.size() > DEEPEST) {
                        throw new UnreadableException("It has more in it than any answer has.");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    StringBuilder text = open.getLast().text;
                    text.append(reader.getText());
                    if (text.length() > LONGEST_TEXT) {
                        throw new UnreadableException("It has a longer text in it than any answer has.");
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableException("It has a document type or an entity, which no answer has.");
                default -> {
                    // Comments, processing instructions and space outside the root say nothing.
                }
            }
        }
        return Objects.requireNonNull(root, "A document without an element is not well-formed.");
    }

    private static Element element(XMLStreamReader reader) throws UnreadableException {
        Map<String, String> attributes = new HashMap<>();
        for (int place = 0; place < reader.getAttributeCount(); place++) {
            String namespace = reader.getAttributeNamespace(place);
            if (namespace == null || namespace.isEmpty()) {
                attributes.put(reader.getAttributeLocalName(place), reader.getAttributeValue(place));
            }
            if (reader.getAttributeValue(place).length() > LONGEST_TEXT) {
                throw new UnreadableException("It has a longer text in it than any answer has.");
            }
        }
        String namespace = reader.getNamespaceURI();
        return new Element(namespace == null ? "" : namespace, reader.getLocalName(), attributes);
    }
}
