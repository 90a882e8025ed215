package org.goldenthread.returns.tabular;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The records of separated text that needs no decoding and no reading of quotation marks: ASCII alone, and no mark in it. Nearly every file
 * of a return is so, and is read here, a byte at a time, in a fraction of what any text needs; {@link CsvLines} reads the others, and gives
 * of these the same.
 */
public final class PlainLines {
    private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] bytes;
    private final byte separator;
    private int at;
    private int line;
    private int nextLine = 1;
    private int fields;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private boolean lowerCase;

    private PlainLines(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
        this.separator = separator(bytes, from);
        skipEmpty();
    }

    /** The records of a file's bytes; null where they are not plain. */
    public static @Nullable PlainLines of(byte[] bytes) {
        int from = Arrays.equals(bytes, 0, Math.min(3, bytes.length), UTF8_MARK, 0, 3) ? 3 : 0;
        for (int place = from; place < bytes.length; place++) {
            byte one = bytes[place];
            if (one <= 0 || one == '"') {
                return null;
            }
        }
        return new PlainLines(bytes, from);
    }

    private static byte separator(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && !isBreak(bytes[end])) {
            end++;
        }
        return (byte) CsvLines.separator(new String(bytes, from, end - from, StandardCharsets.US_ASCII));
    }

    private static boolean isBreak(byte one) {
        return one == '\n' || one == '\r';
    }

    /** Empty lines are no records. */
    private void skipEmpty() {
        while (at < bytes.length && isBreak(bytes[at])) {
            passBreak();
        }
    }

    /** A carriage return with a line feed is one break. */
    private void passBreak() {
        at += bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n' ? 2 : 1;
        nextLine++;
    }

    public boolean hasNext() {
        return at < bytes.length;
    }

    /** Goes on to the next record. */
    public void next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        line = nextLine;
        fields = 0;
        lowerCase = false;
        int start = at;
        int place = at;
        for (; place < bytes.length; place++) {
            byte one = bytes[place];
            if (one == separator) {
                field(start, place);
                start = place + 1;
            } else if (one < ' ') {
                if (isBreak(one)) {
                    break;
                }
            } else if (one >= 'a' && one <= 'z') {
                lowerCase = true;
            }
        }
        field(start, place);
        at = place;
        if (at < bytes.length) {
            passBreak();
        }
        skipEmpty();
    }

    private void field(int start, int end) {
        if (fields == starts.length) {
            starts = Arrays.copyOf(starts, 2 * fields);
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        starts[fields] = start;
        ends[fields] = end;
        fields++;
    }

    /** How many fields the record has. */
    public int fields() {
        return fields;
    }

    /** Line of the file that the record is on, from 1. */
    public int line() {
        return line;
    }

    /** Whether any letter of the record is not a capital. */
    public boolean hasLowerCase() {
        return lowerCase;
    }

    /** A field's text, the same for the same letters where they are few. */
    public String text(int field, Texts texts) {
        return texts.of(bytes, starts[field], ends[field]);
    }
}
