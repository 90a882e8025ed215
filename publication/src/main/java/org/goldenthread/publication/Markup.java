package org.goldenthread.publication;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML that is well-formed XML too, so that browsers and the PDF writer read the same document. Text and attributes
 * are escaped here and nowhere else.
 */
final class Markup {
    private static final Set<String> EMPTY_ELEMENTS = Set.of("meta", "link", "br", "hr", "img", "col", "bookmark");

    private final StringBuilder text = new StringBuilder(64 * 1024);
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn; a pair whose value is empty is written too
     */
    Markup open(String element, String... attributes) {
        start(element, attributes).append('>');
        open.push(element);
        return this;
    }

    /** An element that holds nothing, such as {@code meta}. */
    Markup empty(String element, String... attributes) {
        if (!EMPTY_ELEMENTS.contains(element)) {
            throw new IllegalArgumentException("The element '" + element + "' cannot be written without an end.");
        }
        start(element, attributes).append("/>");
        return this;
    }

    Markup close(String element) {
        String last = open.pop();
        if (!last.equals(element)) {
            throw new IllegalStateException(
                    "The element '" + element + "' is closed while '" + last + "' is still open.");
        }
        text.append("</").append(element).append('>');
        return this;
    }

    /** An element with nothing but text in it. */
    Markup element(String element, String content, String... attributes) {
        return open(element, attributes).text(content).close(element);
    }

    Markup text(String content) {
        escape(content);
        return this;
    }

    /** Markup that is already written, such as a chart; it must be well-formed by itself. */
    Markup raw(String markup) {
        text.append(markup);
        return this;
    }

    Markup line() {
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("These elements are still open: " + open + ".");
        }
        return text.toString();
    }

    private StringBuilder start(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            text.append('"');
        }
        return text;
    }

    private void escape(String content) {
        String clean = withoutControls(content);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                default -> text.append(c);
            }
        }
    }

    /** The text without characters that XML cannot hold, such as a vertical tab pasted from a word processor. */
    static String withoutControls(String content) {
        return content.codePoints()
                .map(c -> c == '\r' || c == 0x0B || c == 0x0C || c == 0x2028 ? '\n' : c)
                .filter(c -> c == '\t'
                        || c == '\n'
                        || (c >= 0x20 && c != 0x7F && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
