package org.goldenthread.app.reference;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.goldenthread.returns.tabular.RefusedFile;

/**
 * The directory of postcodes in a file that somebody gave: the CSV itself, or the zip that the Office for National Statistics publishes it in,
 * which is read without being unpacked. What comes out of it is counted, for what a zip says of itself may be a lie.
 */
final class GivenList {

    /** Over twice the whole directory as it was published in 2025. */
    static final long MOST_UNPACKED = 4L * 1024 * 1024 * 1024;

    private static final int MOST_ENTRIES = 5000;

    private GivenList() {}

    /** Something that is read from its beginning to its end. */
    interface Reading {
        void read(InputStream directory) throws IOException;
    }

    /** @throws RefusedFile where it is neither CSV nor a zip with one in it, or it is larger than any directory */
    static void readDirectory(Path file, Reading reading) throws IOException {
        readDirectory(file, MOST_UNPACKED, reading);
    }

    /** @param most how many bytes it may come to */
    static void readDirectory(Path file, long most, Reading reading) throws IOException {
        if (!isZip(file)) {
            try (InputStream plain = Files.newInputStream(file)) {
                reading.read(new Counted(plain, most));
            }
            return;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Optional<? extends ZipEntry> entry = directory(zip);
            if (entry.isEmpty()) {
                throw new RefusedFile(
                        "The zip holds no CSV file.",
                        "Give the zip of the ONS Postcode Directory as it was published, or the CSV that is in its folder"
                                + " Data.");
            }
            try (InputStream packed = zip.getInputStream(entry.get())) {
                reading.read(new Counted(packed, most));
            }
        } catch (ZipException broken) {
            throw new RefusedFile(
                    "The zip is damaged or cut short: " + broken.getMessage() + ".",
                    "Download it once more, and give it as it came.",
                    broken);
        }
    }

    static boolean isZip(Path file) throws IOException {
        try (InputStream start = Files.newInputStream(file)) {
            byte[] read = start.readNBytes(4);
            return read.length == 4 && read[0] == 'P' && read[1] == 'K' && read[2] == 3 && read[3] == 4;
        }
    }

    /** The directory lies whole beside one file for each area of postcodes and lists of names: it is the largest. */
    private static Optional<? extends ZipEntry> directory(ZipFile zip) throws RefusedFile {
        if (zip.size() > MOST_ENTRIES) {
            throw new RefusedFile(
                    "The zip holds " + zip.size() + " files, which no postcode directory does.",
                    "Give the zip of the ONS Postcode Directory as it was published.");
        }
        return zip.stream()
                .filter(entry -> !entry.isDirectory()
                        && entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv"))
                .max(Comparator.comparingLong(ZipEntry::getSize));
    }

    /** Refuses to give more than it may. */
    private static final class Counted extends FilterInputStream {

        private final long most;
        private long left;

        private Counted(InputStream from, long most) {
            super(from);
            this.most = most;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws RefusedFile {
            left -= read;
            if (left < 0) {
                throw new RefusedFile(
                        "The postcode directory is larger than " + most / (1024 * 1024)
                                + " MB, which no directory of the country is.",
                        "Give the ONS Postcode Directory as it was published.");
            }
        }
    }
}
