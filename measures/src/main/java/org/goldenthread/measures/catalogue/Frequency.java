package org.goldenthread.measures.catalogue;

import java.time.LocalDate;
import org.goldenthread.core.figures.YearBasis;

/** How often a measure has a figure. */
public enum Frequency {
    MONTHLY("monthly", 1),
    /** At the end of each third month of the measure's year. */
    QUARTERLY("quarterly", 3),
    /** At the end of the measure's year. */
    ANNUAL("annual", 12);

    private final String key;
    private final int months;

    Frequency(String key, int months) {
        this.key = key;
        this.months = months;
    }

    /** The word for it in a measure file. */
    public String key() {
        return key;
    }

    /** Whether a figure is due for the month that contains {@code day}. */
    public boolean isDueIn(LocalDate day, YearBasis year) {
        int monthOfYear = (day.getMonthValue() - year.startOfYear(day).getMonthValue() + 12) % 12 + 1;
        return monthOfYear % months == 0;
    }
}
