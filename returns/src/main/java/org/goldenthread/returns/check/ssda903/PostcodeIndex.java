package org.goldenthread.returns.check.ssda903;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.snapshot.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * A postcode directory on the disk: the ONS Postcode Directory in its own columns, or a smaller file with {@code
 * postcode,easting,northing,laua}. The first use of a file makes an index of it, which later uses map into memory.
 *
 * <p>Children's services are of the upper tier: a county, not its districts. It is taken from a column {@code utla}, or from the ONS's
 * county column, or is the authority itself.
 */
public final class PostcodeIndex implements Postcodes {
    private static final int MAGIC = 0x47545049;
    private static final int RECORD = Long.BYTES + 2 * Integer.BYTES + Short.BYTES;
    private static final int RADIX = 37;
    private static final int LONGEST = 7;
    private static final int ROW_BITS = 23;
    private static final List<String> POSTCODE = List.of("POSTCODE", "PCDS", "PCD", "PCD7", "PCD8", "PCD2");
    private static final List<String> EASTING = List.of("EASTING", "OSEAST1M", "EAST1M");
    private static final List<String> NORTHING = List.of("NORTHING", "OSNRTH1M", "NORTH1M");

    private final ByteBuffer records;
    private final int count;
    private final String[] authorities;

    private PostcodeIndex(ByteBuffer records, int count, String[] authorities) {
        this.records = records;
        this.count = count;
        this.authorities = authorities;
    }

    /**
     * Opens a directory.
     *
     * @param csv the directory's file
     * @param cache folder in which its index is kept
     * @throws RefusedFile where its columns are not those of a postcode directory
     */
    public static PostcodeIndex open(Path csv, Path cache) throws IOException {
        String state = csv.toAbsolutePath().normalize() + "|" + Files.size(csv) + "|" + Files.getLastModifiedTime(csv);
        Path index = cache.resolve("postcodes-"
                + Hashes.sha256(state.getBytes(StandardCharsets.UTF_8)).substring(0, 16) + ".idx");
        if (!Files.exists(index)) {
            Files.createDirectories(cache);
            Path half = Files.createTempFile(cache, "postcodes-", ".part");
            try {
                new Building().build(csv, half);
                Files.move(half, index, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
        }
        return map(index);
    }

    private static PostcodeIndex map(Path index) throws IOException {
        try (FileChannel channel = FileChannel.open(index, StandardOpenOption.READ)) {
            ByteBuffer whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            if (whole.getInt() != MAGIC) {
                throw new IOException(index + " is no index of postcodes. Delete it; it is made again.");
            }
            int count = whole.getInt();
            String[] authorities = new String[whole.getShort()];
            for (int place = 0; place < authorities.length; place++) {
                byte[] text = new byte[whole.get()];
                whole.get(text);
                authorities[place] = new String(text, StandardCharsets.US_ASCII);
            }
            return new PostcodeIndex(whole.slice(), count, authorities);
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
    private static long key(String postcode) {
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

    /** The making of an index. */
    private static final class Building {
        private final Map<String, Short> authorities = new LinkedHashMap<>();
        private long[] order = new long[1 << 16];
        private int[] eastings = new int[1 << 16];
        private int[] northings = new int[1 << 16];
        private short[] places = new short[1 << 16];
        private int count;

        void build(Path csv, Path target) throws IOException {
            read(csv);
            Arrays.sort(order, 0, count);
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target), 1 << 16))) {
                out.writeInt(MAGIC);
                out.writeInt(count);
                out.writeShort(authorities.size());
                for (String authority : authorities.keySet()) {
                    byte[] text = authority.getBytes(StandardCharsets.US_ASCII);
                    out.writeByte(text.length);
                    out.write(text);
                }
                for (int place = 0; place < count; place++) {
                    int row = (int) (order[place] & ((1L << ROW_BITS) - 1));
                    out.writeLong(order[place] >>> ROW_BITS);
                    out.writeInt(eastings[row]);
                    out.writeInt(northings[row]);
                    out.writeShort(places[row]);
                }
            }
        }

        private void read(Path csv) throws IOException {
            try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
                Iterator<CsvRecord> records = reader.iterator();
                if (!records.hasNext()) {
                    throw new RefusedFile(
                            "The postcode directory is empty.", "Give the ONS Postcode Directory as CSV.");
                }
                List<String> heading = new ArrayList<>();
                for (String name : records.next().getFields()) {
                    heading.add(name.replace("\uFEFF", "").strip().toUpperCase(Locale.ROOT));
                }
                int postcode = column(heading, POSTCODE::contains, "a postcode");
                int easting = column(heading, EASTING::contains, "eastings");
                int northing = column(heading, NORTHING::contains, "northings");
                int district = column(heading, Building::isDistrict, "the local authority (laua)");
                int upper = find(heading, name -> name.equals("UTLA"));
                int county = find(heading, Building::isCounty);
                while (records.hasNext()) {
                    CsvRecord record = records.next();
                    if (record.getFieldCount() == heading.size()) {
                        add(
                                record.getField(postcode),
                                record.getField(easting),
                                record.getField(northing),
                                authority(
                                        record.getField(district),
                                        upper < 0 ? "" : record.getField(upper),
                                        county < 0 ? "" : record.getField(county)));
                    }
                }
            }
        }

        private static boolean isDistrict(String name) {
            return name.equals("LAUA") || name.equals("OSLAUA") || name.matches("LAD[0-9]{2}CD");
        }

        private static boolean isCounty(String name) {
            return name.equals("CTY") || name.equals("OSCTY") || name.matches("CTY[0-9]{2}CD");
        }

        private static int find(List<String> heading, Predicate<String> wanted) {
            for (int place = 0; place < heading.size(); place++) {
                if (wanted.test(heading.get(place))) {
                    return place;
                }
            }
            return -1;
        }

        private static int column(List<String> heading, Predicate<String> wanted, String what) throws RefusedFile {
            int place = find(heading, wanted);
            if (place < 0) {
                throw new RefusedFile(
                        "The postcode directory has no column of " + what + ".",
                        "Give the ONS Postcode Directory as CSV, or a file with the columns"
                                + " postcode,easting,northing,laua.");
            }
            return place;
        }

        private static String authority(String district, String upper, String county) {
            if (district.isEmpty()) {
                return "";
            }
            return switch (district.charAt(0)) {
                case 'S' -> "SCO";
                case 'N' -> "NIR";
                case 'W' -> "WAL";
                case 'E' -> !upper.isEmpty() ? upper : county.startsWith("E10") ? county : district;
                default -> "";
            };
        }

        private void add(String postcode, String easting, String northing, String authority) {
            long key = key(postcode);
            if (key <= 0 || count >= 1 << ROW_BITS) {
                return;
            }
            if (count == order.length) {
                order = Arrays.copyOf(order, count * 2);
                eastings = Arrays.copyOf(eastings, count * 2);
                northings = Arrays.copyOf(northings, count * 2);
                places = Arrays.copyOf(places, count * 2);
            }
            order[count] = key << ROW_BITS | count;
            eastings[count] = metres(easting);
            northings[count] = metres(northing);
            Short place = authorities.get(authority);
            if (place == null) {
                place = (short) authorities.size();
                authorities.put(authority, place);
            }
            places[count] = place;
            count++;
        }

        private static int metres(String text) {
            try {
                return text.isBlank() ? 0 : (int) Math.round(Double.parseDouble(text.strip()));
            } catch (NumberFormatException notANumber) {
                return 0;
            }
        }
    }
}
