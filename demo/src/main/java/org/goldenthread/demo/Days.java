package org.goldenthread.demo;

import java.time.LocalDate;
import org.goldenthread.core.calendar.WorkingCalendar;

/** Working days of England and Wales, forwards and backwards. */
final class Days {
    private static final WorkingCalendar CALENDAR = WorkingCalendar.englandAndWales();
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2050, 12, 31);
    private static final boolean[] WORKING = readWorkingDays();

    private Days() {}

    private static boolean[] readWorkingDays() {
        int length = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;
        boolean[] working = new boolean[length];
        for (int index = 0; index < length; index++) {
            working[index] = CALENDAR.isWorkingDay(FIRST.plusDays(index));
        }
        return working;
    }

    static boolean isWorking(LocalDate day) {
        return WORKING[(int) (day.toEpochDay() - FIRST.toEpochDay())];
    }

    /** The day itself if it is a working day, otherwise the next that is. */
    static LocalDate workingOnOrAfter(LocalDate day) {
        LocalDate working = day;
        while (!isWorking(working)) {
            working = working.plusDays(1);
        }
        return working;
    }

    /** The day itself if it is a working day, otherwise the last one before. */
    static LocalDate workingOnOrBefore(LocalDate day) {
        LocalDate working = day;
        while (!isWorking(working)) {
            working = working.minusDays(1);
        }
        return working;
    }

    /** So many working days later; the day after the start counts as the first. */
    static LocalDate after(LocalDate start, int workingDays) {
        LocalDate day = start;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorking(day)) {
                left--;
            }
        }
        return day;
    }

    /** A day from which so many working days lead to the given one, which must be a working day. */
    static LocalDate before(LocalDate end, int workingDays) {
        LocalDate day = end;
        for (int left = workingDays; left > 0; ) {
            if (isWorking(day)) {
                left--;
            }
            day = day.minusDays(1);
        }
        return day;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static int count(LocalDate from, LocalDate to) {
        return (int) (to.toEpochDay() - from.toEpochDay());
    }
}
