package org.goldenthread.returns.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.tabular.CsvGrid;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.Workbook;
import org.goldenthread.snapshot.Severity;

/**
 * The rows of a sheet, or of a file that is text.
 *
 * @param name of the sheet; empty where the file is text
 */
record SheetTable(String name, boolean hidden, List<GridRow> rows) {
    private static final int LAST_HEADING_ROW = 20;

    static boolean isWorkbook(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") || name.endsWith(".xlsm");
    }

    static SheetTable ofText(List<GridRow> rows) {
        return new SheetTable("", false, rows);
    }

    /** The rows of the file, or of each of its sheets, hidden ones among them. */
    static List<SheetTable> listAll(Path file) throws IOException {
        return isWorkbook(file) ? listSheets(file) : List.of(ofText(CsvGrid.read(file)));
    }

    static List<SheetTable> listSheets(Path file) throws IOException {
        List<SheetTable> tables = new ArrayList<>();
        try (Workbook workbook = Workbook.open(file)) {
            for (Workbook.Worksheet sheet : workbook.listSheets()) {
                tables.add(new SheetTable(sheet.name(), sheet.isHidden(), sheet.readAll()));
            }
        }
        return tables;
    }

    /** Where the heading is among the first rows; below nought where there is none. */
    int headingPlace(Predicate<GridRow> isHeading) {
        return IntStream.range(0, Math.min(rows.size(), LAST_HEADING_ROW))
                .filter(place -> isHeading.test(rows.get(place)))
                .findFirst()
                .orElse(-1);
    }

    /** Tells that it was not read; of a sheet with nothing on it there is nothing to tell, and a file that is text is refused as a whole. */
    void tellUnread(boolean hasHeading, String what, RowSink sink) {
        if (name.isEmpty() || rows.stream().allMatch(GridRow::isBlank)) {
            return;
        }
        if (hasHeading) {
            sink.finding(
                    Severity.WARNING,
                    null,
                    "",
                    "The sheet \"" + name + "\" is hidden and was not read.",
                    "Show the sheet if its rows are to count.");
        } else {
            sink.finding(
                    Severity.NOTE,
                    null,
                    "",
                    "The sheet \"" + name + "\" has no heading of " + what + " and was not read.",
                    "Nothing, unless it should be read: then head its columns as in the template.");
        }
    }
}
