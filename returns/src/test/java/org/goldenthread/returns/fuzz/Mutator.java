package org.goldenthread.returns.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages the bytes of a file as copying, editing and bad luck do; the same random numbers give the same damage. */
final class Mutator {
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16,
            Charset.forName("windows-1252"),
            Charset.forName("UTF-32"));
    private static final byte[] TELLING = "\"\",;\n\r\t<>&'/=\0 #\uFEFFß".getBytes(StandardCharsets.UTF_8);

    private final RandomGenerator random;

    Mutator(RandomGenerator random) {
        this.random = random;
    }

    /** @param others samples from which a piece may be taken */
    byte[] bytes(byte[] given, List<byte[]> others) {
        byte[] bytes = given;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            bytes = once(bytes, others.get(random.nextInt(others.size())));
        }
        return bytes;
    }

    private byte[] once(byte[] bytes, byte[] other) {
        int from = at(bytes);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(60));
        return switch (random.nextInt(11)) {
            case 0 -> flipped(bytes);
            case 1 -> join(Arrays.copyOf(bytes, from), telling(), rest(bytes, from));
            case 2 -> join(Arrays.copyOf(bytes, from), rest(bytes, to));
            case 3 -> join(Arrays.copyOf(bytes, to), rest(bytes, from));
            case 4 -> Arrays.copyOf(bytes, from);
            case 5 -> join(Arrays.copyOf(bytes, from), rest(other, at(other)));
            case 6 -> join(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, bytes);
            case 7 -> text(bytes).getBytes(ENCODINGS.get(random.nextInt(ENCODINGS.size())));
            case 8 ->
                text(bytes).replace("\n", random.nextBoolean() ? "\r\n" : "\r").getBytes(StandardCharsets.UTF_8);
            case 9 -> join(Arrays.copyOf(bytes, from), new byte[] {(byte) random.nextInt(256)}, rest(bytes, from));
            default -> repeated(bytes, from, to);
        };
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[at(flipped)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] repeated(byte[] bytes, int from, int to) {
        byte[] piece = Arrays.copyOfRange(bytes, from, to);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        for (int times = random.nextInt(200); times >= 0; times--) {
            out.writeBytes(piece);
        }
        out.write(bytes, from, bytes.length - from);
        return out.toByteArray();
    }

    private byte[] telling() {
        return new byte[] {TELLING[random.nextInt(TELLING.length)]};
    }

    private int at(byte[] bytes) {
        return bytes.length == 0 ? 0 : random.nextInt(bytes.length);
    }

    private static byte[] rest(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
