package org.goldenthread.returns.check.ssda903;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.goldenthread.returns.tabular.CsvLines;
import org.goldenthread.returns.tabular.RefusedFile;

/** The making of an index of postcodes. Every line of the directory is in it or is counted among those left out. */
final class PostcodeIndexBuilding {
    private static final int ROW_BITS = 23;
    private static final int LONGEST_RECORD = 1024 * 1024;
    private static final List<String> POSTCODE = List.of("POSTCODE", "PCDS", "PCD", "PCD7", "PCD8", "PCD2");
    private static final List<String> EASTING = List.of("EASTING", "OSEAST1M", "EAST1M");
    private static final List<String> NORTHING = List.of("NORTHING", "OSNRTH1M", "NORTH1M");
    /** Nine letters and digits, or fewer for what is no authority. */
    private static final Pattern AUTHORITY = Pattern.compile("[A-Z0-9]{0,9}");

    private static final Pattern METRES = Pattern.compile("[0-9]{1,7}(\\.[0-9]{1,9})?");
    private static final int UNREADABLE = -1;
    private static final int TOLD_EACH = 50_000;
    /** Comes out as a record of its own unless a quotation mark before it is never closed. */
    private static final String LAST = "\n\uE000end\uE000";

    private final Map<String, Short> authorities = new LinkedHashMap<>();
    private long[] order = new long[1 << 16];
    private int[] eastings = new int[1 << 16];
    private int[] northings = new int[1 << 16];
    private short[] places = new short[1 << 16];
    private int count;
    private int unusable;
    private int repeated;
    private int firstLeftOut;
    private int[] lines = new int[1 << 16];
    private final LongConsumer told;

    /** @param told how many postcodes were read so far, now and then */
    PostcodeIndexBuilding(LongConsumer told) {
        this.told = told;
    }

    /** @throws RefusedFile where what is read is no directory of postcodes */
    void build(InputStream csv, Path target) throws IOException {
        read(csv);
        Arrays.sort(order, 0, count);
        int kept = dropRepeated();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target), 1 << 16))) {
            out.writeInt(PostcodeIndex.MAGIC);
            out.writeInt(kept);
            out.writeInt(unusable);
            out.writeInt(repeated);
            out.writeInt(firstLeftOut);
            out.writeShort(authorities.size());
            for (String authority : authorities.keySet()) {
                byte[] text = authority.getBytes(StandardCharsets.US_ASCII);
                out.writeByte(text.length);
                out.write(text);
            }
            for (int place = 0; place < kept; place++) {
                int row = row(order[place]);
                out.writeLong(order[place] >>> ROW_BITS);
                out.writeInt(eastings[row]);
                out.writeInt(northings[row]);
                out.writeShort(places[row]);
            }
        }
    }

    private static int row(long ordered) {
        return (int) (ordered & ((1L << ROW_BITS) - 1));
    }

    /** Keeps the first line of each postcode; gives how many are left. */
    private int dropRepeated() {
        int kept = 0;
        for (int place = 0; place < count; place++) {
            if (kept > 0 && order[kept - 1] >>> ROW_BITS == order[place] >>> ROW_BITS) {
                repeated++;
                leaveOut(lines[row(order[place])]);
            } else {
                order[kept++] = order[place];
            }
        }
        return kept;
    }

    private void leaveOut(int line) {
        firstLeftOut = firstLeftOut == 0 ? line : Math.min(firstLeftOut, line);
    }

    private void read(InputStream csv) throws IOException {
        InputStream last = new ByteArrayInputStream(LAST.getBytes(StandardCharsets.UTF_8));
        try (InputStream directory = new SequenceInputStream(csv, last);
                CsvReader<CsvRecord> reader = CsvReader.builder()
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .skipEmptyLines(true)
                        .maxBufferSize(LONGEST_RECORD)
                        .ofCsvRecord(directory, StandardCharsets.UTF_8)) {
            Iterator<CsvRecord> records = reader.iterator();
            CsvRecord first = records.next();
            if (isLast(first)) {
                throw new RefusedFile("The postcode directory is empty.", "Give the ONS Postcode Directory as CSV.");
            }
            if (isBroken(first)) {
                throw new RefusedFile(
                        "The heading of the postcode directory has a quotation mark that is not closed on its line.",
                        "Close it, or take it out.");
            }
            List<String> heading = new ArrayList<>();
            for (String name : first.getFields()) {
                heading.add(name.replace("\uFEFF", "").strip().toUpperCase(Locale.ROOT));
            }
            Columns columns = Columns.of(heading);
            while (records.hasNext()) {
                CsvRecord record = records.next();
                boolean end = !records.hasNext();
                if (end && isLast(record)) {
                    return;
                }
                if (!add(record, columns)) {
                    unusable += lines(record, end);
                    leaveOut(Math.toIntExact(record.getStartingLineNumber()));
                }
            }
        } catch (CsvParseException broken) {
            throw new RefusedFile(
                    "The postcode directory cannot be read as separated text: " + broken.getMessage() + ".",
                    "Look for a quotation mark that is opened and not closed.",
                    broken);
        }
    }

    private boolean add(CsvRecord record, Columns columns) throws RefusedFile {
        if (record.getFieldCount() != columns.width()) {
            return false;
        }
        long key = PostcodeIndex.key(record.getField(columns.postcode()));
        int easting = metres(record.getField(columns.easting()));
        int northing = metres(record.getField(columns.northing()));
        String authority = columns.authority(record);
        if (key <= 0
                || easting == UNREADABLE
                || northing == UNREADABLE
                || !AUTHORITY.matcher(authority).matches()
                || isBroken(record)) {
            return false;
        }
        if (count >= 1 << ROW_BITS) {
            throw new RefusedFile(
                    "The postcode directory has more than " + (1 << ROW_BITS) + " postcodes, which no country has.",
                    "Give the ONS Postcode Directory as CSV.");
        }
        if (count == order.length) {
            order = Arrays.copyOf(order, count * 2);
            eastings = Arrays.copyOf(eastings, count * 2);
            northings = Arrays.copyOf(northings, count * 2);
            places = Arrays.copyOf(places, count * 2);
            lines = Arrays.copyOf(lines, count * 2);
        }
        Short place = authorities.get(authority);
        if (place == null) {
            if (authorities.size() == Short.MAX_VALUE) {
                return false;
            }
            place = (short) authorities.size();
            authorities.put(authority, place);
        }
        order[count] = key << ROW_BITS | count;
        eastings[count] = easting;
        northings[count] = northing;
        places[count] = place;
        lines[count] = Math.toIntExact(record.getStartingLineNumber());
        count++;
        if (count % TOLD_EACH == 0) {
            told.accept(count);
        }
        return true;
    }

    private static boolean isLast(CsvRecord record) {
        return record.getFieldCount() == 1 && record.getField(0).equals(LAST.substring(1));
    }

    /**
     * How many lines a record takes up: more than one where a quotation mark is not closed on its line.
     *
     * @param open whether it is never closed, so that the record runs to the end: empty lines there are not counted
     */
    private static int lines(CsvRecord record, boolean open) {
        List<String> fields = record.getFields();
        int breaks = 0;
        for (int place = 0; place < fields.size(); place++) {
            String text = fields.get(place);
            boolean end = open && place == fields.size() - 1;
            breaks += CsvLines.breaks(
                    end ? text.substring(0, text.length() - LAST.length()).stripTrailing() : text);
        }
        return breaks + 1;
    }

    private static boolean isBroken(CsvRecord record) {
        for (String text : record.getFields()) {
            if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whole metres, nought where blank: the directory has some postcodes without a place. */
    private static int metres(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return 0;
        }
        return METRES.matcher(bare).matches() ? (int) Math.round(Double.parseDouble(bare)) : UNREADABLE;
    }

    /** Places of the columns; -1 for those that a directory may do without. */
    private record Columns(int width, int postcode, int easting, int northing, int district, int upper, int county) {
        static Columns of(List<String> heading) throws RefusedFile {
            return new Columns(
                    heading.size(),
                    needed(heading, POSTCODE::contains, "a postcode"),
                    needed(heading, EASTING::contains, "eastings"),
                    needed(heading, NORTHING::contains, "northings"),
                    needed(heading, Columns::isDistrict, "the local authority (laua)"),
                    find(heading, name -> name.equals("UTLA")).orElse(-1),
                    find(heading, Columns::isCounty).orElse(-1));
        }

        private static boolean isDistrict(String name) {
            return name.equals("LAUA") || name.equals("OSLAUA") || name.matches("LAD[0-9]{2}CD");
        }

        private static boolean isCounty(String name) {
            return name.equals("CTY") || name.equals("OSCTY") || name.matches("CTY[0-9]{2}CD");
        }

        private static OptionalInt find(List<String> heading, Predicate<String> wanted) {
            for (int place = 0; place < heading.size(); place++) {
                if (wanted.test(heading.get(place))) {
                    return OptionalInt.of(place);
                }
            }
            return OptionalInt.empty();
        }

        private static int needed(List<String> heading, Predicate<String> wanted, String what) throws RefusedFile {
            return find(heading, wanted)
                    .orElseThrow(() -> new RefusedFile(
                            "The postcode directory has no column of " + what + ".",
                            "Give the ONS Postcode Directory as CSV, or a file with the columns"
                                    + " postcode,easting,northing,laua."));
        }

        String authority(CsvRecord record) {
            String given = record.getField(district);
            if (given.isEmpty()) {
                return "";
            }
            String above = county < 0 ? "" : record.getField(county);
            String upperTier = upper < 0 ? "" : record.getField(upper);
            return switch (given.charAt(0)) {
                case 'S' -> "SCO";
                case 'N' -> "NIR";
                case 'W' -> "WAL";
                case 'E' -> !upperTier.isEmpty() ? upperTier : above.startsWith("E10") ? above : given;
                default -> "";
            };
        }
    }
}
