package org.goldenthread.core.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.temporal.ChronoUnit;

/**
 * Age in completed years. A birthday counts from its first moment (Family Law Reform Act 1969, section 9), and somebody
 * born on 29 February grows a year older on 1 March in years that have no such day.
 */
public final class Age {
    /** The age of a child who is not yet born. */
    public static final int UNBORN = -1;

    private Age() {}

    /** Completed years on {@code day}; {@link #UNBORN} where {@code day} is before the birth. */
    public static int on(LocalDate dateOfBirth, LocalDate day) {
        if (day.isBefore(dateOfBirth)) {
            return UNBORN;
        }
        return Math.toIntExact(ChronoUnit.YEARS.between(dateOfBirth, day));
    }

    /** The day on which somebody reaches {@code age}. */
    public static LocalDate birthday(LocalDate dateOfBirth, int age) {
        int year = dateOfBirth.getYear() + age;
        boolean leapDay = MonthDay.from(dateOfBirth).equals(MonthDay.of(Month.FEBRUARY, 29));
        if (leapDay && !Year.isLeap(year)) {
            return LocalDate.of(year, Month.MARCH, 1);
        }
        return dateOfBirth.withYear(year);
    }
}
