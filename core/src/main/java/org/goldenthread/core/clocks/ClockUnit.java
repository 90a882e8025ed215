package org.goldenthread.core.clocks;

import java.time.LocalDate;
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
}
