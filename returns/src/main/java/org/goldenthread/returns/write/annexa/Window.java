package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What counts on the day that Annex A is of. Six months and twelve months end with the day and begin on the day after the same day of the month, six or
 * twelve months before, or after that month's last day where it has no such day; so they hold no day twice when lists follow one another.
 */
record Window(LocalDate day) {
    private static final int RECENT_MONTHS = 6;
    private static final int YEAR_MONTHS = 12;

    /** Whether something has happened by the day; what has no date has not. */
    boolean hasCome(@Nullable LocalDate date) {
        return date != null && !date.isAfter(day);
    }

    /** The date if it has come, for what lies ahead was not known. */
    @Nullable LocalDate known(@Nullable LocalDate date) {
        return hasCome(date) ? date : null;
    }

    boolean isInSixMonths(@Nullable LocalDate date) {
        return isWithin(date, RECENT_MONTHS);
    }

    boolean isInTwelveMonths(@Nullable LocalDate date) {
        return isWithin(date, YEAR_MONTHS);
    }

    private boolean isWithin(@Nullable LocalDate date, int months) {
        return date != null && !date.isAfter(day) && date.isAfter(day.minusMonths(months));
    }

    /** Whether what began and perhaps ended was going on at some time of the last six months; it is open on the day where it ends later. */
    boolean wentOnInSixMonths(@Nullable LocalDate start, @Nullable LocalDate end) {
        return hasCome(start) && (known(end) == null || isInSixMonths(end));
    }

    boolean wentOnInTwelveMonths(@Nullable LocalDate start, @Nullable LocalDate end) {
        return hasCome(start) && (known(end) == null || isInTwelveMonths(end));
    }

    /** Whether what began has not ended by the day; on the day of its end it has. */
    boolean isOpen(@Nullable LocalDate start, @Nullable LocalDate end) {
        return hasCome(start) && known(end) == null;
    }

    /** The later of two dates that have come. */
    @Nullable LocalDate latest(@Nullable LocalDate one, @Nullable LocalDate other) {
        LocalDate first = known(one);
        LocalDate second = known(other);
        return first == null || (second != null && second.isAfter(first)) ? second : first;
    }
}
