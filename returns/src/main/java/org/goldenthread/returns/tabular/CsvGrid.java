package org.goldenthread.returns.tabular;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Separated text as a table. Commas, semicolons and tabs are taken as separators: whichever the first line has most of. */
public final class CsvGrid {
    private CsvGrid() {}

    /** Every line that is not empty, the heading among them. */
    public static List<GridRow> read(Path file) throws IOException {
        return read(DecodedText.read(file));
    }

    /** @throws RefusedFile where a quotation mark is never closed, so that nobody can tell what is a line */
    public static List<GridRow> read(DecodedText decoded) throws RefusedFile {
        List<GridRow> rows = new ArrayList<>();
        try (CsvLines lines = CsvLines.of(decoded.text())) {
            while (lines.hasNext()) {
                CsvRecord record = lines.next();
                List<GridCell> cells =
                        record.getFields().stream().map(GridCell::text).toList();
                rows.add(new GridRow(Math.toIntExact(record.getStartingLineNumber()), cells, record.getFields()));
            }
            if (lines.openLine() > 0) {
                throw new RefusedFile(
                        "A quotation mark is opened on line " + lines.openLine()
                                + " and never closed, so that the lines after it cannot be told apart.",
                        "Close it, or take it out.");
            }
        } catch (CsvParseException broken) {
            throw new RefusedFile(
                    "The file cannot be read as separated text: " + broken.getMessage() + ".",
                    "Look for a quotation mark that is opened and not closed.");
        }
        return rows;
    }
}
