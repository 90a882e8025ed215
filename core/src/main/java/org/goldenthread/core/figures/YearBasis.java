package org.goldenthread.core.figures;

import java.time.LocalDate;
import java.time.Month;

/** Which year a measure's year to date belongs to. */
public enum YearBasis {
    /** 1 April to 31 March. */
    FINANCIAL(Month.APRIL),
    /** 1 September to 31 August. */
    ACADEMIC(Month.SEPTEMBER),
    /** 1 January to 31 December. */
    CALENDAR(Month.JANUARY);

    private final Month firstMonth;

    YearBasis(Month firstMonth) {
        this.firstMonth = firstMonth;
    }

    /** The first day of the year that contains {@code day}. */
    public LocalDate startOfYear(LocalDate day) {
        LocalDate start = LocalDate.of(day.getYear(), firstMonth, 1);
        return day.isBefore(start) ? start.minusYears(1) : start;
    }
}
