package org.goldenthread.returns.tabular;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks a zip file of returns within limits. What it really unpacks to is counted as it unpacks, for what its directory
 * says may be a lie; files land under their own bare names, so that none can leave the folder.
 */
public final class SafeArchive {
    private static final int MOST_ENTRIES = 500;
    /** Systems allow 255 bytes, of which a letter may take three. */
    private static final int LONGEST_NAME = 80;

    private static final long MOST_UNPACKED = 400L * 1024 * 1024;
    /** Below this an entry may be as repetitive as it likes. */
    private static final long RATIO_MATTERS_FROM = 4L * 1024 * 1024;
    /** Returns pack to a tenth or a thirtieth; a bomb to a thousandth. */
    private static final long HIGHEST_RATIO = 150;

    private SafeArchive() {}

    /** A file of the archive and the folder of the archive that it lay in. */
    public record Unpacked(Path file, String folder) {}

    /**
     * @param target an empty folder
     * @throws RefusedFile where the archive is damaged, too large, or made to do harm
     */
    public static List<Unpacked> unpack(Path archive, Path target) throws IOException {
        List<Unpacked> unpacked = new ArrayList<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw bomb("holds " + zip.size() + " files");
            }
            long total = 0;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                // What calls itself a folder and yet holds something is a file.
                if (!entry.isDirectory() || entry.getSize() > 0) {
                    String name = entry.getName().replace('\\', '/').replaceFirst("/+$", "");
                    int end = name.lastIndexOf('/');
                    Path file = place(target.resolve(String.valueOf(unpacked.size())), name.substring(end + 1));
                    total += unpack(zip, entry, file, MOST_UNPACKED - total);
                    unpacked.add(new Unpacked(file, name.substring(0, Math.max(0, end))));
                }
            }
        } catch (ZipException | EOFException damaged) {
            throw new RefusedFile("The zip file is damaged or cut short.", "Copy it again from where it came.");
        }
        return unpacked;
    }

    /** The file of that name in the folder, or of one like it where the name is none that the system can give. */
    private static Path place(Path folder, String name) {
        String usable = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
        if (usable.isEmpty() || usable.equals(".") || usable.equals("..")) {
            usable = "without-name";
        }
        try {
            return folder.resolve(usable);
        } catch (InvalidPathException unusable) {
            return folder.resolve(usable.replaceAll("[^A-Za-z0-9._-]", "_"));
        }
    }

    private static long unpack(ZipFile zip, ZipEntry entry, Path file, long most) throws IOException {
        Files.createDirectories(file.getParent());
        long packed = Math.max(1, entry.getCompressedSize());
        long unpacked = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream from = zip.getInputStream(entry);
                OutputStream to = Files.newOutputStream(file)) {
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                unpacked += count;
                if (unpacked > RATIO_MATTERS_FROM && unpacked / packed > HIGHEST_RATIO) {
                    throw bomb("unpacks to more than " + HIGHEST_RATIO + " times its size");
                }
                if (unpacked > most) {
                    throw bomb("unpacks to more than " + MOST_UNPACKED / (1024 * 1024) + " MB");
                }
                to.write(buffer, 0, count);
            }
        }
        return unpacked;
    }

    private static RefusedFile bomb(String how) {
        return new RefusedFile(
                "The zip file " + how + ", which no set of returns does.",
                "Do not open it. Ask whoever sent it for a fresh export.");
    }
}
