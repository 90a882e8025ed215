package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.goldenthread.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** How a clock stands. */
public enum ClockStanding {
    OVERDUE("Overdue"),
    DUE_SOON("Due soon"),
    DUE("Due"),
    /** It stands still, by the council’s own setting, and had not run out when that began. */
    PAUSED("Paused"),
    MET("Done in time"),
    MET_LATE("Done late"),
    FELL_AWAY("Fell away");

    private final String label;

    ClockStanding(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isOpen() {
        return this == OVERDUE || this == DUE_SOON || this == DUE || this == PAUSED;
    }

    /**
     * How a clock that is not stopped stands.
     *
     * @param due its last day in time
     * @param dueAt its last moment in time; null where it is not counted in hours
     * @param soon how many working days before its last day it is due soon
     */
    public static ClockStanding open(LocalDate due, @Nullable LocalDateTime dueAt, int soon, LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        if (dueAt == null ? today.isAfter(due) : now.isAfter(dueAt)) {
            return OVERDUE;
        }
        return WorkingCalendar.englandAndWales().addWorkingDays(today, soon).isBefore(due) ? DUE : DUE_SOON;
    }
}
