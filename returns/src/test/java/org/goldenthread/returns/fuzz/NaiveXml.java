package org.goldenthread.returns.fuzz;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.LocatorImpl;

/** XML as the JDK's own parser sees it, every element with its place. It shares nothing with the readers. */
final class NaiveXml {
    private NaiveXml() {}

    static final class Node {
        final String name;
        final int line;
        final List<Node> path;
        final List<Node> children = new ArrayList<>();
        final List<String> attributes = new ArrayList<>();
        final StringBuilder text = new StringBuilder();
        int lastLine;

        Node(String name, int line, List<Node> path) {
            this.name = name;
            this.line = line;
            this.path = path;
        }
    }

    /** Every element in the order of the file, the outermost first; empty where it is not well formed or has a document type. */
    static Optional<List<Node>> read(byte[] bytes) {
        Handler handler = new Handler();
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(source(bytes), handler);
        } catch (Exception notWellFormed) {
            return Optional.empty();
        }
        return Optional.of(handler.all);
    }

    /** Letters of four bytes each are decoded here: the JDK's parser cuts those that need more than two of them (U+10045 to "E"). */
    private static InputSource source(byte[] bytes) throws CharacterCodingException {
        Charset charset = fourBytes(bytes);
        return charset == null
                ? new InputSource(new ByteArrayInputStream(bytes))
                : new InputSource(new StringReader(
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()));
    }

    private static @Nullable Charset fourBytes(byte[] bytes) {
        if (bytes.length < 4) {
            return null;
        }
        return switch (ByteBuffer.wrap(bytes).getInt()) {
            case '<', 0x0000FEFF -> Charset.forName("UTF-32BE");
            case '<' << 24, 0xFFFE0000 -> Charset.forName("UTF-32LE");
            default -> null;
        };
    }

    private static final class Handler extends DefaultHandler {
        private final List<Node> all = new ArrayList<>();
        private final Deque<Node> open = new ArrayDeque<>();
        private Locator locator = new LocatorImpl();

        @Override
        public void setDocumentLocator(Locator given) {
            locator = given;
        }

        @Override
        public void startElement(String space, String local, String qualified, Attributes attributes) {
            List<Node> path = new ArrayList<>(open.reversed());
            Node node = new Node(local, locator.getLineNumber(), path);
            for (int place = 0; place < attributes.getLength(); place++) {
                if (!attributes.getURI(place).endsWith("XMLSchema-instance")) {
                    node.attributes.add(attributes.getLocalName(place));
                }
            }
            if (!open.isEmpty()) {
                open.peek().children.add(node);
            }
            all.add(node);
            open.push(node);
        }

        @Override
        public void characters(char[] letters, int start, int length) {
            open.peek().text.append(letters, start, length);
        }

        @Override
        public void endElement(String space, String local, String qualified) throws SAXException {
            open.pop().lastLine = locator.getLineNumber();
        }
    }
}
