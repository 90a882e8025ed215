package org.goldenthread.returns.write.given;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.goldenthread.returns.tabular.SafeXml;
import org.goldenthread.returns.write.census.Tag;

/**
 * An element of a census in the two parts of a {@link GivenRow}: as XML, where the attribute {@code held} stands for a text that lies with the
 * identities and gives its place there, from 1.
 */
public final class GivenTag {
    private static final String HELD = "held";
    private static final String HEADER = "Header";
    private static final Telling TELLING = new Telling("cin", Set.of("LAchildID", "UPN", "FormerUPN"));
    /** What a header says of the file, which names nobody. */
    private static final Set<String> OF_THE_FILE = Set.of(
            "Collection",
            "Year",
            "ReferenceDate",
            "SourceLevel",
            "LEA",
            "SoftwareCode",
            "Release",
            "SerialNo",
            "DateTime");

    private GivenTag() {}

    /**
     * Takes an element apart.
     *
     * @param child whom it is about, as the rest of the load knows the child; empty where it names none
     */
    public static GivenRow of(GivenElement tag, String source, int line, int number, String child) {
        StringBuilder content = new StringBuilder();
        List<String> held = new ArrayList<>();
        append(tag, tag.name().equals(HEADER), content, held);
        return new GivenRow(tag.name(), source, line, number, child, content.toString(), CsvLine.join(held));
    }

    private static void append(GivenElement tag, boolean inHeader, StringBuilder content, List<String> held) {
        content.append('<').append(tag.name());
        String text = tag.text();
        boolean plain = text.isEmpty()
                || (inHeader && OF_THE_FILE.contains(tag.name()))
                || text.equals("true")
                || text.equals("false")
                || TELLING.isPlain(tag.name(), text);
        if (!plain) {
            held.add(text);
            content.append(' ').append(HELD).append("=\"").append(held.size()).append('"');
        }
        if ((text.isEmpty() || !plain) && tag.children().isEmpty()) {
            content.append("/>");
            return;
        }
        content.append('>');
        if (plain) {
            content.append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        }
        for (GivenElement child : tag.children()) {
            append(child, inHeader, content, held);
        }
        content.append("</").append(tag.name()).append('>');
    }

    /** Puts an element together again. */
    static Tag read(String content, List<String> held) {
        try {
            XMLStreamReader reader = SafeXml.open(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
            try {
                return read(reader, held);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("A row of a census was kept in a form that cannot be read.", broken);
        }
    }

    private static final class Open {
        private final String name;
        private final StringBuilder text = new StringBuilder();
        private final List<Tag> children = new ArrayList<>();

        private Open(String name) {
            this.name = name;
        }
    }

    private static Tag read(XMLStreamReader reader, List<String> held) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Open begun = new Open(reader.getLocalName());
                    String place = reader.getAttributeValue(null, HELD);
                    if (place != null) {
                        begun.text.append(held.get(Integer.parseInt(place) - 1));
                    }
                    open.push(begun);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    Open inside = open.peek();
                    if (inside != null) {
                        inside.text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Open ended = open.pop();
                    Tag tag = new Tag(ended.name, ended.text.toString(), ended.children);
                    Open parent = open.peek();
                    if (parent == null) {
                        return tag;
                    }
                    parent.children.add(tag);
                }
                default -> {
                    // Nothing else was written.
                }
            }
        }
        throw new XMLStreamException("It ends before its element does.");
    }
}
