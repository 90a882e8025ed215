package org.goldenthread.returns.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Separated text as anybody would count it by hand: lines, and fields of a line. It shares nothing with the readers. */
final class NaiveText {
    private static final int SEEN = 4096;
    private static final Pattern BREAK = Pattern.compile("\r\n|\r|\n");

    private NaiveText() {}

    static List<String> lines(byte[] bytes) {
        return lines(text(bytes));
    }

    static List<String> lines(String text) {
        return List.of(BREAK.split(text, -1));
    }

    /**
     * Whether a line ends within quotation marks, so that the next belongs to it. A mark opens only where a field begins; of two in a
     * quoted text the second does not close it; one in the middle of a plain text is a letter like any other.
     *
     * @param within whether it began so
     */
    static boolean endsQuoted(String line, boolean within, char separator) {
        boolean quoted = within;
        boolean begins = !within;
        for (int place = 0; place < line.length(); place++) {
            char letter = line.charAt(place);
            if (quoted && letter == '"' && line.startsWith("\"\"", place)) {
                place++;
            } else if (letter == '"' && (quoted || begins)) {
                quoted = !quoted;
            }
            begins = !quoted && letter == separator;
        }
        return quoted;
    }

    /** What separates the fields of a table: of comma, semicolon and tab the one that its heading has most of. */
    static char separator(String heading) {
        char most = ',';
        for (char other : ";\t".toCharArray()) {
            if (count(heading, other) > count(heading, most)) {
                most = other;
            }
        }
        return most;
    }

    private static long count(String line, char sought) {
        return line.chars().filter(letter -> letter == sought).count();
    }

    private static String text(byte[] bytes) {
        if (bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        // Without a sound mark at its beginning UTF-16 is known by its noughts, whatever the first letters are: taken
        // for UTF-8 its line
        // breaks would leave noughts over, and a blank line would seem to hold something.
        int even = 0;
        int odd = 0;
        int seen = Math.min(bytes.length, SEEN);
        for (int place = 0; place < seen; place++) {
            if (bytes[place] == 0) {
                even += 1 - place % 2;
                odd += place % 2;
            }
        }
        if (even + odd > 0 && (even + odd) * 4 >= seen) {
            return new String(bytes, odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
