package org.goldenthread.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A borough's returns as files, in the shapes of the councils' real ones: {@code ssda903/<year>/*.csv},
 * {@code cin/<year>.xml}, {@code annex-a/annex-a.xlsx}, {@code local/*.csv}, and the same as they stood a month earlier
 * under {@code previous-month}; and what they are checked with, {@code reference/providers.xlsx} and {@code
 * reference/postcodes.csv}. A year is named by the calendar year in which it ends.
 */
public final class BoroughFiles {
    private BoroughFiles() {}

    /** Writes every file, over what stands there. */
    public static void write(Borough borough, Path directory) throws IOException {
        LocalDate asAt = borough.options().asAt();
        writeAsAt(borough, asAt, directory);
        writeAsAt(borough, monthBefore(asAt), directory.resolve("previous-month"));
        ReferenceTables.write(borough, directory.resolve("reference"));
    }

    /** The last day of the month before. */
    static LocalDate monthBefore(LocalDate day) {
        return day.withDayOfMonth(1).minusDays(1);
    }

    /** Writes the returns as they stood on one day, which must not be after the borough's own. */
    public static void writeAsAt(Borough borough, LocalDate day, Path directory) throws IOException {
        if (day.isAfter(borough.options().asAt())) {
            throw new IllegalArgumentException("The borough is made up to "
                    + borough.options().asAt() + " only, so it has no returns as at " + day + ".");
        }
        CareReturn.write(borough, day, directory.resolve("ssda903"));
        CensusReturn.write(borough, day, directory.resolve("cin"));
        AnnexAWorkbook.write(borough, day, directory.resolve("annex-a"));
        LocalCountFiles.write(borough.options(), day, directory.resolve("local"));
    }
}
