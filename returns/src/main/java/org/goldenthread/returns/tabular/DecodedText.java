package org.goldenthread.returns.tabular;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file whose encoding nobody wrote down.
 *
 * @param text without a byte order mark
 * @param charset the encoding in which it was read
 * @param assumed whether the encoding was told from the bytes alone, there being no mark and the text not UTF-8
 */
public record DecodedText(String text, Charset charset, boolean assumed) {
    private static final long MOST_BYTES = 512L * 1024 * 1024;
    private static final int SAMPLE = 4096;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    public static DecodedText read(Path file) throws IOException {
        return decode(bytes(file));
    }

    /**
     * A file's bytes as they are.
     *
     * @throws RefusedFile where there are more of them than are read
     */
    public static byte[] bytes(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new RefusedFile(
                    "The file is " + size / (1024 * 1024) + " MB, more than the " + MOST_BYTES / (1024 * 1024)
                            + " MB that is read.",
                    "Split it, or take out the columns and years that are not needed.");
        }
        return Files.readAllBytes(file);
    }

    /** @throws RefusedFile where they are no text */
    public static DecodedText decode(byte[] bytes) throws RefusedFile {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decoded(bytes, 3, StandardCharsets.UTF_8, false);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16LE, false);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16BE, false);
        }
        int[] zeros = zeroBytes(bytes);
        // Every other byte of English text in UTF-16 is nought; one here or there is damage.
        if ((zeros[0] + zeros[1]) * 4 >= Math.min(bytes.length, SAMPLE) && bytes.length > 0) {
            if (zeros[1] > 4 * zeros[0]) {
                return decoded(bytes, 0, StandardCharsets.UTF_16LE, true);
            }
            if (zeros[0] > 4 * zeros[1]) {
                return decoded(bytes, 0, StandardCharsets.UTF_16BE, true);
            }
            throw notText();
        }
        if (zeros[0] + zeros[1] > 0) {
            throw notText();
        }
        try {
            return decoded(bytes, 0, StandardCharsets.UTF_8, false);
        } catch (RefusedFile notUtf8) {
            return decoded(bytes, 0, WINDOWS, true);
        }
    }

    private static DecodedText decoded(byte[] bytes, int from, Charset charset, boolean assumed) throws RefusedFile {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw notText();
            }
            return new DecodedText(text, charset, assumed);
        } catch (CharacterCodingException broken) {
            throw new RefusedFile(
                    "The file is not sound text in " + charset.name() + ".",
                    "Save it as \"CSV UTF-8 (comma delimited)\" and load that.");
        }
    }

    private static RefusedFile notText() {
        return new RefusedFile("The file is not text.", "Save it as \"CSV UTF-8 (comma delimited)\" and load that.");
    }

    /** How many of the first bytes at even and at odd positions are nought: every other one in UTF-16. */
    private static int[] zeroBytes(byte[] bytes) {
        int[] zeros = new int[2];
        for (int position = 0; position < Math.min(bytes.length, SAMPLE); position++) {
            if (bytes[position] == 0) {
                zeros[position % 2]++;
            }
        }
        return zeros;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int position = 0; position < mark.length; position++) {
            if ((bytes[position] & 0xFF) != mark[position]) {
                return false;
            }
        }
        return true;
    }
}
