package org.goldenthread.returns.tabular;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One text for each short run of letters. A return says the same few codes and days over and over: kept once they cost no memory, and are
 * looked up by what they are. Not for several threads.
 */
public final class Texts {
    /** An identifier of a child, and whatever is shorter. */
    private static final int LONGEST = 16;

    private static final int MOST = 1 << 20;

    private @Nullable String[] known = new @Nullable String[1 << 10];
    private int count;

    /** The text that ASCII letters spell. */
    String of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        int hash = 0;
        for (int place = from; place < to; place++) {
            hash = 31 * hash + bytes[place];
        }
        int mask = known.length - 1;
        int slot = spread(hash) & mask;
        String found = known[slot];
        while (found != null) {
            if (found.hashCode() == hash && found.length() == length && isSame(found, bytes, from)) {
                return found;
            }
            slot = (slot + 1) & mask;
            found = known[slot];
        }
        String text = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        put(slot, text);
        return text;
    }

    /** The one that is kept of equal texts. */
    public String of(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return text;
        }
        int mask = known.length - 1;
        int slot = spread(text.hashCode()) & mask;
        String found = known[slot];
        while (found != null) {
            if (found.equals(text)) {
                return found;
            }
            slot = (slot + 1) & mask;
            found = known[slot];
        }
        put(slot, text);
        return text;
    }

    private void put(int slot, String text) {
        if (count < MOST) {
            known[slot] = text;
            count++;
            if (4 * count > 3 * known.length) {
                grow();
            }
        }
    }

    private void grow() {
        @Nullable String[] before = known;
        @Nullable String[] after = new @Nullable String[2 * before.length];
        for (String text : before) {
            if (text != null) {
                int slot = spread(text.hashCode()) & (after.length - 1);
                while (after[slot] != null) {
                    slot = (slot + 1) & (after.length - 1);
                }
                after[slot] = text;
            }
        }
        known = after;
    }

    /** The hash of a text is that of {@link String}, of which short texts use the low bits alone. */
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }

    private static boolean isSame(String text, byte[] bytes, int from) {
        for (int place = 0; place < text.length(); place++) {
            if (text.charAt(place) != bytes[from + place]) {
                return false;
            }
        }
        return true;
    }
}
