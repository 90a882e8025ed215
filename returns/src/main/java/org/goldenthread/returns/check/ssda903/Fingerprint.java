package org.goldenthread.returns.check.ssda903;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A short name for the state of files, by which the index of them is found again: their sizes, when they were written, and how they begin and
 * end. A file that is moved keeps its name. It keeps honest files apart and is no seal: the digests of the Java library take longer to set
 * up than a return takes to read.
 */
final class Fingerprint {
    private static final int LOOKED_AT = 4096;
    /** The FNV-1a hash of 64 bits. */
    private static final long START = 0xCBF29CE484222325L;

    private static final long PRIME = 0x100000001B3L;

    private long hash = START;

    private Fingerprint() {}

    /** Sixteen hexadecimal digits. */
    static String of(List<Path> files) throws IOException {
        Fingerprint made = new Fingerprint();
        for (Path file : files) {
            made.add(file);
        }
        return HexFormat.of().toHexDigits(made.hash);
    }

    private void add(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            add(size);
            add(Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS));
            add(channel, 0);
            add(channel, Math.max(0, size - LOOKED_AT));
        }
    }

    private void add(FileChannel channel, long from) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(LOOKED_AT);
        long at = from;
        int read = channel.read(some, at);
        while (read > 0 && some.hasRemaining()) {
            at += read;
            read = channel.read(some, at);
        }
        for (int place = 0; place < some.position(); place++) {
            hash = (hash ^ (some.get(place) & 0xFF)) * PRIME;
        }
    }

    private void add(long number) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            hash = (hash ^ ((number >>> shift) & 0xFF)) * PRIME;
        }
    }
}
