package org.goldenthread.returns.check.ssda903;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.LongConsumer;
import org.goldenthread.returns.check.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A postcode directory on the disk: the ONS Postcode Directory in its own columns, or a smaller file with {@code
 * postcode,easting,northing,laua}. The first use of a file makes an index of it, which later uses map into memory.
 *
 * <p>Children's services are of the upper tier: a county, not its districts. It is taken from a column {@code utla}, or from the ONS's
 * county column, or is the authority itself.
 */
public final class PostcodeIndex implements Postcodes {
    static final int MAGIC = 0x47545032;
    private static final int RECORD = Long.BYTES + 2 * Integer.BYTES + Short.BYTES;
    private static final int RADIX = 37;
    private static final int LONGEST = 7;
    private static final long MAPPED_FROM = 1 << 22;

    private final ByteBuffer records;
    private final int count;
    private final String[] authorities;
    private final LeftOut leftOut;

    private PostcodeIndex(ByteBuffer records, int count, String[] authorities, LeftOut leftOut) {
        this.records = records;
        this.count = count;
        this.authorities = authorities;
        this.leftOut = leftOut;
    }

    /**
     * What of a directory its index does not hold.
     *
     * @param unusable lines of which the postcode, the place or the authority cannot be read
     * @param repeated lines with a postcode that an earlier line has
     * @param firstLine line of the first of them; nought where there is none
     */
    public record LeftOut(int unusable, int repeated, int firstLine) {}

    /** How many postcodes it holds: with those left out, as many as the directory has lines below its heading. */
    public int count() {
        return count;
    }

    public LeftOut leftOut() {
        return leftOut;
    }

    @Override
    public List<Refusal> refusals() {
        if (leftOut.unusable() + leftOut.repeated() == 0) {
            return List.of();
        }
        return List.of(new Refusal(
                "postcode directory",
                leftOut.firstLine(),
                "Of its lines " + leftOut.unusable()
                        + " were left out, for they give no postcode, place or authority that can be read, and "
                        + leftOut.repeated() + " that repeat the postcode of an earlier line. The first is on line "
                        + leftOut.firstLine() + ".",
                "Give the ONS Postcode Directory as it was published."));
    }

    /**
     * Opens a directory.
     *
     * @param csv the directory's file
     * @param cache folder in which its index is kept
     * @throws org.goldenthread.returns.tabular.RefusedFile where its columns are not those of a postcode directory
     */
    public static PostcodeIndex open(Path csv, Path cache) throws IOException {
        Path index = cache.resolve("postcodes-3-" + Fingerprint.of(List.of(csv)) + ".idx");
        if (!Files.exists(index)) {
            Files.createDirectories(cache);
            Path half = Files.createTempFile(cache, "postcodes-", ".part");
            try {
                try (InputStream directory = Files.newInputStream(csv)) {
                    build(directory, half, unused -> {});
                }
                Files.move(half, index, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
        }
        return read(index);
    }

    /**
     * Makes the index of a directory that is read from its beginning to its end, and is not needed after that.
     *
     * @param directory CSV in UTF-8, which the caller closes
     * @param index the file to write
     * @param told how many postcodes were read so far, now and then
     * @throws org.goldenthread.returns.tabular.RefusedFile where its columns are not those of a postcode directory
     */
    public static void build(InputStream directory, Path index, LongConsumer told) throws IOException {
        new PostcodeIndexBuilding(told).build(directory, index);
    }

    /**
     * Uses an index that {@link #build} made. A whole country's is mapped into memory and not read into it.
     *
     * @throws IOException where it is missing, or is none
     */
    public static PostcodeIndex read(Path index) throws IOException {
        try (FileChannel channel = FileChannel.open(index, StandardOpenOption.READ)) {
            // A whole country's is mapped. Of a few, setting up the mapping would take longer than all the look-ups.
            ByteBuffer whole = channel.size() > MAPPED_FROM
                    ? channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    : ByteBuffer.wrap(Files.readAllBytes(index));
            if (whole.getInt() != MAGIC) {
                throw new IOException(index + " is no index of postcodes. Delete it; it is made again.");
            }
            int count = whole.getInt();
            LeftOut leftOut = new LeftOut(whole.getInt(), whole.getInt(), whole.getInt());
            String[] authorities = new String[whole.getShort()];
            for (int place = 0; place < authorities.length; place++) {
                byte[] text = new byte[whole.get()];
                whole.get(text);
                authorities[place] = new String(text, StandardCharsets.US_ASCII);
            }
            return new PostcodeIndex(whole.slice(), count, authorities, leftOut);
        }
    }

    @Override
    public @Nullable Place find(@Nullable String postcode) {
        long key = postcode == null ? 0 : key(postcode);
        if (key <= 0) {
            return null;
        }
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = middle * RECORD;
            long found = records.getLong(at);
            if (found == key) {
                return new Place(
                        authorities[records.getShort(at + Long.BYTES + 2 * Integer.BYTES)],
                        records.getInt(at + Long.BYTES),
                        records.getInt(at + Long.BYTES + Integer.BYTES));
            }
            if (found < key) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /** Letters and digits without case or spaces as one number; nought where it has others or is too long. */
    static long key(String postcode) {
        long key = 0;
        int length = 0;
        for (int place = 0; place < postcode.length(); place++) {
            char letter = Character.toUpperCase(postcode.charAt(place));
            int digit;
            if (letter == ' ') {
                continue;
            } else if (letter >= '0' && letter <= '9') {
                digit = letter - '0' + 1;
            } else if (letter >= 'A' && letter <= 'Z') {
                digit = letter - 'A' + 11;
            } else {
                return 0;
            }
            length++;
            key = key * RADIX + digit;
        }
        return length > LONGEST ? 0 : key;
    }
}
