package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.goldenthread.core.calendar.WorkingCalendar;

/** What a statutory limit is counted in. */
public enum ClockUnit {
    /**
     * Hours by the clock, through nights and weekends. Only local limits are counted in hours. Where the time of the start is
     * not known, a day begun counts whole.
     */
    HOURS,
    /** The day after the start is the first. */
    WORKING_DAYS,
    /** Calendar days; the day after the start is the first. */
    DAYS,
    WEEKS,
    /** Calendar months: three months from 30 November end on the last day of February. */
    MONTHS;

    LocalDate add(LocalDate start, int amount, WorkingCalendar calendar) {
        return switch (this) {
            case HOURS -> start.plusDays(Math.ceilDiv(amount, 24));
            case WORKING_DAYS -> calendar.addWorkingDays(start, amount);
            case DAYS -> start.plusDays(amount);
            case WEEKS -> start.plusWeeks(amount);
            case MONTHS -> start.plusMonths(amount);
        };
    }

    /** So many of them in words, such as "24 hours". */
    String words(int amount) {
        String many = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return amount + " " + (amount == 1 ? many.substring(0, many.length() - 1) : many);
    }

    /** How much of this time a limit counts, in days, or in working days where it is counted in them. */
    int count(LocalDate first, LocalDate last) {
        return this == WORKING_DAYS
                ? (int) first.datesUntil(last.plusDays(1))
                        .filter(WorkingCalendar.englandAndWales()::isWorkingDay)
                        .count()
                : Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
    }

    /** The day moved on by as much as {@link #count} counts. */
    LocalDate movedOn(LocalDate day, int counted) {
        return this == WORKING_DAYS
                ? WorkingCalendar.englandAndWales().addWorkingDays(day, counted)
                : day.plusDays(counted);
    }
}
