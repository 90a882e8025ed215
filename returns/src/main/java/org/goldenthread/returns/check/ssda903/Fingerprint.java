package org.goldenthread.returns.check.ssda903;

import java.util.HexFormat;

/**
 * A short name for the state of a file, by which its index is found again. It keeps honest files apart and is no seal: the digests of the
 * Java library take longer to set up than a return takes to read.
 */
final class Fingerprint {
    private static final long START = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private Fingerprint() {}

    /** Sixteen hexadecimal digits: the FNV-1a hash of 64 bits over the text's UTF-16 units. */
    static String of(String state) {
        long hash = START;
        for (int place = 0; place < state.length(); place++) {
            hash = (hash ^ state.charAt(place)) * PRIME;
        }
        return HexFormat.of().toHexDigits(hash);
    }
}
