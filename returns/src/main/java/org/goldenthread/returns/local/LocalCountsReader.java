package org.goldenthread.returns.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.tabular.CsvGrid;
import org.goldenthread.returns.tabular.DecodedText;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.returns.tabular.Workbook;
import org.goldenthread.snapshot.Severity;

/**
 * Reads local counts, comma-separated or in a spreadsheet, long or wide, into {@code gt_local_counts}.
 *
 * <p>A blank cell is no count; a nought is one. In place of a number may stand "not collected", "not applicable" or
 * "awaiting publication".
 */
public final class LocalCountsReader {
    private static final int LAST_HEADING_ROW = 20;

    private LocalCountsReader() {}

    /**
     * @param known measures that may be named by their printed name, and any other key is warned of; empty to take any key
     */
    public static void read(Path file, Collection<LocalMeasure> known, RowSink sink) {
        CountsTable table = new CountsTable(String.valueOf(file.getFileName()), known, sink);
        try {
            boolean found = isWorkbook(file) ? readWorkbook(file, table, sink) : readText(file, table, sink);
            if (!found) {
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
            if (!isWorkbook(file)) {
                return CsvGrid.read(file).stream()
                        .limit(LAST_HEADING_ROW)
                        .anyMatch(row -> CountsLayout.find(row).isPresent());
            }
            try (Workbook workbook = Workbook.open(file)) {
                for (Workbook.Worksheet sheet : workbook.listSheets()) {
                    if (sheet.readAll().stream()
                            .limit(LAST_HEADING_ROW)
                            .anyMatch(row -> CountsLayout.find(row).isPresent())) {
                        return true;
                    }
                }
                return false;
            }
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isWorkbook(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") || name.endsWith(".xlsm");
    }

    private static boolean readText(Path file, CountsTable table, RowSink sink) throws IOException {
        DecodedText text = DecodedText.read(file);
        if (text.assumed()) {
            sink.finding(
                    Severity.NOTE,
                    null,
                    "",
                    "The file is not UTF-8 and was read as " + text.charset().name() + ".",
                    "Check that pound signs and accents came through, or save it as \"CSV UTF-8\".");
        }
        return readRows(CsvGrid.read(text), table, sink);
    }

    private static boolean readWorkbook(Path file, CountsTable table, RowSink sink) throws IOException {
        boolean found = false;
        try (Workbook workbook = Workbook.open(file)) {
            for (Workbook.Worksheet sheet : workbook.listSheets()) {
                found |= !sheet.isHidden() && readRows(sheet.readAll(), table, sink);
            }
        }
        return found;
    }

    private static boolean readRows(List<GridRow> rows, CountsTable table, RowSink sink) {
        for (int index = 0; index < Math.min(rows.size(), LAST_HEADING_ROW); index++) {
            CountsLayout layout = CountsLayout.find(rows.get(index)).orElse(null);
            if (layout != null) {
                AboveHeading.tell(rows.subList(0, index), sink);
                table.take(layout, rows.subList(index + 1, rows.size()));
                return true;
            }
        }
        return false;
    }
}
