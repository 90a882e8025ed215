package org.goldenthread.returns.tabular;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The records of separated text, empty lines left out. A record whose quotation mark is never closed runs to the end of the text: it is not
 * given, and {@link #openLine} tells of it afterwards.
 */
public final class CsvLines implements Iterator<CsvRecord>, AutoCloseable {
    private static final int LONGEST_FIELD = 1024 * 1024;
    /** Comes out as a record of its own unless a quotation mark before it is open. */
    private static final String LAST = "\n\uE000end\uE000";

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final boolean quoted;
    private @Nullable CsvRecord next;
    private int openLine;

    private CsvLines(String text, char separator) {
        quoted = text.indexOf('"') >= 0;
        reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .skipEmptyLines(true)
                .maxBufferSize(16 * LONGEST_FIELD)
                .ofCsvRecord(quoted ? text + LAST : text);
        records = reader.iterator();
    }

    /** Commas, semicolons and tabs are taken as separators: whichever the first line has most of. */
    public static CsvLines of(String text) {
        return new CsvLines(text, separator(text));
    }

    /** @throws CsvParseException where a field is too long to be one */
    @Override
    public boolean hasNext() {
        if (next == null && records.hasNext()) {
            CsvRecord record = records.next();
            if (!quoted || records.hasNext()) {
                next = record;
            } else if (record.getFieldCount() > 1 || !record.getField(0).equals(LAST.substring(1))) {
                openLine = Math.toIntExact(record.getStartingLineNumber());
            }
        }
        return next != null;
    }

    @Override
    public CsvRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CsvRecord record = next;
        next = null;
        return Objects.requireNonNull(record);
    }

    /** After the last record: the line from which on nothing was given, a quotation mark there being open; nought where all was given. */
    public int openLine() {
        return openLine;
    }

    /** The line of the text that a record ends on: further than it starts where a quoted text holds line breaks. */
    public int lastLine(CsvRecord record) {
        int line = Math.toIntExact(record.getStartingLineNumber());
        return quoted
                ? line + record.getFields().stream().mapToInt(CsvLines::breaks).sum()
                : line;
    }

    /** How many line breaks a text holds, a carriage return with a line feed counted as one. */
    public static int breaks(String text) {
        int breaks = 0;
        for (int place = 0; place < text.length(); place++) {
            char letter = text.charAt(place);
            if (letter == '\n' && (place == 0 || text.charAt(place - 1) != '\r') || letter == '\r') {
                breaks++;
            }
        }
        return breaks;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static char separator(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        String firstLine = text.substring(0, end);
        char best = ',';
        long most = count(firstLine, ',');
        for (char candidate : new char[] {';', '\t'}) {
            long found = count(firstLine, candidate);
            if (found > most) {
                best = candidate;
                most = found;
            }
        }
        return best;
    }

    private static long count(String line, char sought) {
        return line.chars().filter(character -> character == sought).count();
    }
}
