package org.goldenthread.returns.tabular;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Separated text as a table. Commas, semicolons and tabs are taken as separators: whichever the first line has most of. */
public final class CsvGrid {
    private static final int LONGEST_FIELD = 1024 * 1024;

    private CsvGrid() {}

    /** Every line that is not empty, the heading among them. */
    public static List<GridRow> read(Path file) throws IOException {
        return read(DecodedText.read(file));
    }

    public static List<GridRow> read(DecodedText decoded) throws RefusedFile {
        String text = decoded.text();
        List<GridRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowMissingFields(true)
                .allowExtraFields(true)
                .skipEmptyLines(true)
                .maxBufferSize(16 * LONGEST_FIELD)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                List<GridCell> cells =
                        record.getFields().stream().map(GridCell::text).toList();
                rows.add(new GridRow(Math.toIntExact(record.getStartingLineNumber()), cells, record.getFields()));
            }
        } catch (CsvParseException | IOException broken) {
            throw new RefusedFile(
                    "The file cannot be read as separated text: " + broken.getMessage() + ".",
                    "Look for a quotation mark that is opened and not closed.");
        }
        return rows;
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String firstLine = end < 0 ? text : text.substring(0, end);
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
