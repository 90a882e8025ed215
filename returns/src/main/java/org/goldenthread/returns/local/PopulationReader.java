package org.goldenthread.returns.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.tabular.CsvGrid;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.returns.tabular.Workbook;
import org.goldenthread.snapshot.Severity;

/**
 * Reads mid-year estimates of population by age, comma-separated or in a spreadsheet, into {@code gt_population}.
 *
 * <p>The columns are {@code la_code} (three digits), {@code mid_year} (the estimate is of its 30 June), {@code age_from} and
 * {@code age_to} (years, both included), {@code population} (persons) and, if wanted, {@code population_source}. The file
 * is known by them, whatever its name.
 */
public final class PopulationReader {
    private static final int LAST_HEADING_ROW = 20;

    private PopulationReader() {}

    /** @param authorityCode three-digit number of the authority whose snapshot is made */
    public static void read(Path file, String authorityCode, RowSink sink) {
        try {
            PopulationTable table = new PopulationTable(authorityCode, sink);
            boolean found = false;
            for (List<GridRow> rows : listTables(file)) {
                int place = headingPlace(rows);
                if (place >= 0) {
                    found = true;
                    AboveHeading.tell(rows.subList(0, place), sink);
                    PopulationHeading heading =
                            PopulationHeading.find(rows.get(place)).orElseThrow();
                    table.take(heading, rows.subList(place + 1, rows.size()));
                }
            }
            if (!found) {
                throw new RefusedFile(
                        "The file has no heading of population estimates.",
                        "Head the columns la_code, mid_year, age_from, age_to, population and population_source.");
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

    /** Whether the file has a heading of population estimates. */
    public static boolean recognises(Path file) {
        try {
            return listTables(file).stream().anyMatch(rows -> headingPlace(rows) >= 0);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The rows of the file, or of each sheet that is not hidden. */
    private static List<List<GridRow>> listTables(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".xlsx") && !name.endsWith(".xlsm")) {
            return List.of(CsvGrid.read(file));
        }
        List<List<GridRow>> tables = new ArrayList<>();
        try (Workbook workbook = Workbook.open(file)) {
            for (Workbook.Worksheet sheet : workbook.listSheets()) {
                if (!sheet.isHidden()) {
                    tables.add(sheet.readAll());
                }
            }
        }
        return tables;
    }

    private static int headingPlace(List<GridRow> rows) {
        return IntStream.range(0, Math.min(rows.size(), LAST_HEADING_ROW))
                .filter(place -> PopulationHeading.find(rows.get(place)).isPresent())
                .findFirst()
                .orElse(-1);
    }
}
