package org.goldenthread.returns.annexa;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Finds the day that a workbook describes, which Annex A nowhere says: the date in the file's name; else the day on which
 * the returns were taken, if something happened within the six weeks before it; else the latest day on which the lists say
 * that something happened.
 */
final class ListDay {
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<!\\d)(20\\d{2})([-_. ]?)(\\d{2})\\2(\\d{2})(?!\\d)");
    private static final Pattern DAY_FIRST = Pattern.compile("(?<!\\d)(\\d{2})([-_. ]?)(\\d{2})\\2(20\\d{2})(?!\\d)");
    private static final long LONGEST_SILENCE = 42;

    private ListDay() {}

    /** @param extracted day on which the newest returns were taken; null where nobody said */
    static LocalDate find(Path file, @Nullable LocalDate extracted, List<RecognisedSheet> sheets, RowSink sink)
            throws RefusedFile {
        LocalDate named = inName(String.valueOf(file.getFileName()));
        if (named != null) {
            return named;
        }
        LocalDate latest = LatestEvent.of(sheets);
        if (extracted != null && (latest == null || near(latest, extracted))) {
            return extracted;
        }
        if (latest == null) {
            throw new RefusedFile(
                    "No row of the workbook has a date from which the day of the lists could be told.",
                    "Put the day on which it was taken from the council's system into its name, as in \"Annex A"
                            + " 2024-03-31.xlsx\".");
        }
        sink.finding(
                Severity.WARNING,
                null,
                "",
                "The workbook does not say which day it describes; " + latest
                        + " was taken, the latest day on which it says that something happened"
                        + (extracted == null ? "." : ", since that is far from " + extracted + "."),
                "If that is not the day, put the right one into the file's name, as in \"Annex A 2024-03-31.xlsx\".");
        return latest;
    }

    private static boolean near(LocalDate latest, LocalDate extracted) {
        return !latest.isAfter(extracted) && ChronoUnit.DAYS.between(latest, extracted) <= LONGEST_SILENCE;
    }

    private static @Nullable LocalDate inName(String name) {
        Matcher yearFirst = YEAR_FIRST.matcher(name);
        if (yearFirst.find()) {
            return date(yearFirst.group(4), yearFirst.group(3), yearFirst.group(1));
        }
        Matcher dayFirst = DAY_FIRST.matcher(name);
        return dayFirst.find() ? date(dayFirst.group(1), dayFirst.group(3), dayFirst.group(4)) : null;
    }

    private static @Nullable LocalDate date(String day, String month, String year) {
        return DateText.read(day + "/" + month + "/" + year).date().orElse(null);
    }
}
