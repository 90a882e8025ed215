package org.goldenthread.returns.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.tabular.CsvGrid;
import org.goldenthread.returns.tabular.DecodedText;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.snapshot.Severity;

/**
 * Reads local counts, comma-separated or in a spreadsheet, long or wide, into {@code gt_local_counts}.
 *
 * <p>A blank cell is no count; a nought is one. In place of a number may stand "not collected", "not applicable" or
 * "awaiting publication".
 */
public final class LocalCountsReader {
    private LocalCountsReader() {}

    /**
     * @param known measures that may be named by their printed name, and any other key is warned of; empty to take any key
     */
    public static void read(Path file, Collection<LocalMeasure> known, RowSink sink) {
        CountsTable table = new CountsTable(String.valueOf(file.getFileName()), known, sink);
        try {
            if (!read(tables(file, sink), table, sink)) {
                throw new RefusedFile(
                        "The file has no heading of local counts.",
                        "Head the columns measure, month and value, or measure and the months, as in the template.");
            }
            table.finish();
        } catch (RefusedFile refused) {
            sink.finding(Severity.ERROR, null, "", refused.problem(), refused.action());
        } catch (IOException broken) {
            sink.finding(
                    Severity.ERROR,
                    null,
                    "",
                    "The file cannot be read.",
                    "Check that it exists and that you may read it.");
        }
    }

    /** Whether the file has a heading of local counts. */
    public static boolean recognises(Path file) {
        try {
            return SheetTable.listAll(file).stream().anyMatch(LocalCountsReader::hasHeading);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static List<SheetTable> tables(Path file, RowSink sink) throws IOException {
        if (SheetTable.isWorkbook(file)) {
            return SheetTable.listSheets(file);
        }
        DecodedText text = DecodedText.read(file);
        if (text.assumed()) {
            sink.finding(
                    Severity.NOTE,
                    null,
                    "",
                    "The file is not UTF-8 and was read as " + text.charset().name() + ".",
                    "Check that pound signs and accents came through, or save it as \"CSV UTF-8\".");
        }
        return List.of(SheetTable.ofText(CsvGrid.read(text)));
    }

    /** @return whether any of them is a table of counts that may be read */
    private static boolean read(List<SheetTable> tables, CountsTable counts, RowSink sink) {
        List<SheetTable> ofCounts = new ArrayList<>();
        for (SheetTable table : tables) {
            if (hasHeading(table) && !table.hidden()) {
                ofCounts.add(table);
            } else {
                table.tellUnread(hasHeading(table), "local counts", sink);
            }
        }
        for (SheetTable table : ofCounts) {
            int heading = headingPlace(table);
            CountsLayout layout = CountsLayout.find(table.rows().get(heading)).orElseThrow();
            counts.take(new CountSheet(table, heading, layout, ofCounts.size() > 1, sink));
        }
        return !ofCounts.isEmpty();
    }

    private static boolean hasHeading(SheetTable table) {
        return headingPlace(table) >= 0;
    }

    private static int headingPlace(SheetTable table) {
        return table.headingPlace(row -> CountsLayout.find(row).isPresent());
    }
}
