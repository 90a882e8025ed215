package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How many days somebody was placed, counted as the return counts them: the day on which it began is one, that on which it ended is not. */
public final class PlacementDays {

    private PlacementDays() {}

    /**
     * How many of the days of one placement lie in a time, both its days counted.
     *
     * @param ended null while it lasts
     */
    public static long between(LocalDate began, @Nullable LocalDate ended, LocalDate first, LocalDate last) {
        LocalDate from = began.isAfter(first) ? began : first;
        LocalDate to = ended == null || ended.isAfter(last) ? last.plusDays(1) : ended;
        return to.isAfter(from) ? ChronoUnit.DAYS.between(from, to) : 0;
    }

    /** The first day of the twelve months that end with {@code day}. */
    public static LocalDate yearTo(LocalDate day) {
        return day.minusYears(1).plusDays(1);
    }
}
