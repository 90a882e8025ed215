package org.goldenthread.returns.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.snapshot.Severity;

/**
 * Reads mid-year estimates of population by age, comma-separated or in a spreadsheet, into {@code gt_population}.
 *
 * <p>The columns are {@code la_code} (three digits), {@code mid_year} (the estimate is of its 30 June), {@code age_from} and
 * {@code age_to} (years, both included), {@code population} (persons) and, if wanted, {@code population_source}. The file
 * is known by them, whatever its name.
 */
public final class PopulationReader {
    private PopulationReader() {}

    /** @param authorityCode three-digit number of the authority whose snapshot is made */
    public static void read(Path file, String authorityCode, RowSink sink) {
        try {
            PopulationTable estimates = new PopulationTable(authorityCode, sink);
            List<SheetTable> tables = SheetTable.listAll(file);
            boolean several = tables.stream()
                            .filter(table -> !table.hidden() && headingPlace(table) >= 0)
                            .count()
                    > 1;
            boolean found = false;
            for (SheetTable table : tables) {
                int place = headingPlace(table);
                if (place < 0 || table.hidden()) {
                    table.tellUnread(place >= 0, "population estimates", sink);
                    continue;
                }
                found = true;
                estimates.take(table, place, several);
            }
            if (!found) {
                throw new RefusedFile(
                        "The file has no heading of population estimates.",
                        "Head the columns la_code, mid_year, age_from, age_to, population and population_source.");
            }
            estimates.finish();
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
            return SheetTable.listAll(file).stream().anyMatch(table -> headingPlace(table) >= 0);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static int headingPlace(SheetTable table) {
        return table.headingPlace(row -> PopulationHeading.find(row).isPresent());
    }
}
