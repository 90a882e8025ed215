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
        return List.of(BREAK.split(text(bytes), -1));
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
