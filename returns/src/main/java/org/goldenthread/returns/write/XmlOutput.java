package org.goldenthread.returns.write;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Writes XML as it is told, element by element, in UTF-8 and indented. It keeps nothing but the names of what is open. */
public final class XmlOutput implements Closeable {
    private static final String STEP = "  ";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    /** @param stream is flushed at the end, and left open */
    public XmlOutput(OutputStream stream) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Whether an element may have that name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Whether XML can hold every character of a text: it has no way to write most control characters. */
    public static boolean canHold(String text) {
        return text.codePoints().allMatch(XmlOutput::isCharacter);
    }

    private static boolean isCharacter(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    /** Begins an element that holds others. */
    public void start(String name) throws IOException {
        indent();
        out.write('<' + name + ">\n");
        open.push(name);
    }

    /** Writes text between the elements of the one that is open, on a line of its own. */
    public void text(String text) throws IOException {
        indent();
        escape(text);
        out.write('\n');
    }

    /** Writes an element that holds text, or nothing. */
    public void element(String name, String text) throws IOException {
        indent();
        if (text.isEmpty()) {
            out.write('<' + name + "/>\n");
            return;
        }
        out.write('<' + name + '>');
        escape(text);
        out.write("</" + name + ">\n");
    }

    /** Ends the element that was begun last. */
    public void end() throws IOException {
        String name = open.pop();
        indent();
        out.write("</" + name + ">\n");
    }

    private void indent() throws IOException {
        for (int step = open.size(); step > 0; step--) {
            out.write(STEP);
        }
    }

    private void escape(String text) throws IOException {
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            switch (character) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                // Whoever reads it would take a bare one for the end of a line.
                case '\r' -> out.write("&#13;");
                default -> out.write(character);
            }
        }
    }

    @Override
    public void close() throws IOException {
        while (!open.isEmpty()) {
            end();
        }
        out.flush();
    }
}
