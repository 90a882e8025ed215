package org.goldenthread.returns.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Zip archives made by hand, for the JDK's own writer refuses what a hostile one holds: two files of one name, sizes that are lies, names
 * that lead elsewhere. What they hold is stored, not packed.
 */
final class Archives {
    private Archives() {}

    record Entry(String name, byte[] content) {
        static Entry of(String name, String text) {
            return new Entry(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** @param lie added to the size that the directory gives of one entry; nought for none */
    static byte[] zip(List<Entry> entries, int lie) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
            CRC32 sum = new CRC32();
            sum.update(entry.content());
            int start = out.size();
            int size = entry.content().length + (entry == entries.getFirst() ? lie : 0);
            four(out, 0x04034b50);
            header(out, sum, size, name.length);
            out.writeBytes(name);
            out.writeBytes(entry.content());
            four(directory, 0x02014b50);
            two(directory, 20);
            header(directory, sum, size, name.length);
            two(directory, 0);
            two(directory, 0);
            two(directory, 0);
            four(directory, 0);
            four(directory, start);
            directory.writeBytes(name);
        }
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        four(out, 0x06054b50);
        four(out, 0);
        two(out, entries.size());
        two(out, entries.size());
        four(out, directory.size());
        four(out, start);
        two(out, 0);
        return out.toByteArray();
    }

    private static void header(ByteArrayOutputStream out, CRC32 sum, int size, int nameLength) {
        two(out, 20);
        two(out, 1 << 11);
        two(out, 0);
        four(out, 0x5A210000);
        four(out, (int) sum.getValue());
        four(out, size);
        four(out, size);
        two(out, nameLength);
        two(out, 0);
    }

    private static void two(ByteArrayOutputStream out, int value) {
        out.write(value);
        out.write(value >>> 8);
    }

    private static void four(ByteArrayOutputStream out, int value) {
        two(out, value);
        two(out, value >>> 16);
    }

    static List<Entry> entries(byte[] zip) {
        List<Entry> entries = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(new Entry(entry.getName(), in.readAllBytes()));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return entries;
    }

    /** Renames, repeats, nests, drops or damages what an archive holds, and puts it together again. */
    static List<Entry> mutate(List<Entry> given, RandomGenerator random) {
        List<Entry> entries = new ArrayList<>(given);
        for (int times = 1 + random.nextInt(3); times > 0 && !entries.isEmpty(); times--) {
            int place = random.nextInt(entries.size());
            Entry entry = entries.get(place);
            switch (random.nextInt(8)) {
                case 0 -> entries.add(entry);
                case 1 -> entries.set(place, new Entry("../../" + entry.name(), entry.content()));
                case 2 -> entries.set(place, new Entry(name(entry.name(), random), entry.content()));
                case 3 -> entries.remove(place);
                case 4 -> entries.add(new Entry(random.nextBoolean() ? "in.zip" : "IN.ZIP", zip(List.of(entry), 0)));
                case 5 -> entries.set(place, new Entry("2023-24/" + entry.name(), entry.content()));
                case 6 -> entries.set(place, new Entry(entry.name() + "/", entry.content()));
                default ->
                    entries.set(
                            place,
                            new Entry(
                                    entry.name(),
                                    new Mutator(random).bytes(entry.content(), List.of(entry.content()))));
            }
        }
        return entries;
    }

    private static String name(String name, RandomGenerator random) {
        return switch (random.nextInt(7)) {
            case 0 -> "é" + name;
            case 1 -> "a\0b" + name;
            case 2 -> "..";
            case 3 -> "x".repeat(300) + name;
            case 4 -> "C:\\data\\" + name;
            case 5 -> "";
            default -> name.toUpperCase(Locale.ROOT);
        };
    }
}
