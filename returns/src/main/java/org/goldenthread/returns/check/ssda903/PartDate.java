package org.goldenthread.returns.check.ssda903;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date of which parts may be unknown, written ZZ for the day or the month and ZZZZ for the year.
 *
 * <p>An unknown day is taken as the month's last, and with an unknown month the date as 31 December, so that the date is never earlier
 * than the true one. An unknown year is taken as 2000, as the department's checks have it.
 */
final class PartDate {
    private static final String UNKNOWN = "ZZ";
    private static final String UNKNOWN_YEAR = "ZZZZ";
    private static final String YEAR_IF_UNKNOWN = "2000";

    private PartDate() {}

    /** Null where the text is no such date. */
    static @Nullable LocalDate read(String text) {
        int first = text.indexOf('/');
        int second = text.indexOf('/', first + 1);
        if (first < 0 || second < 0) {
            return null;
        }
        String day = text.substring(0, first);
        String month = text.substring(first + 1, second);
        String year = text.substring(second + 1);
        boolean anyDay = day.equals(UNKNOWN);
        boolean anyMonth = month.equals(UNKNOWN);
        LocalDate known = SlashDates.read((anyDay ? "1" : day) + "/" + (anyMonth ? "12" : month) + "/"
                + (year.equals(UNKNOWN_YEAR) ? YEAR_IF_UNKNOWN : year));
        if (known == null) {
            return null;
        }
        return anyDay || anyMonth ? YearMonth.from(known).atEndOfMonth() : known;
    }
}
