package org.goldenthread.core.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;

/**
 * The year of a statutory return, 1 April to 31 March. The children looked after return and the children in need census
 * name it by both years ("2023 to 2024") and their code sets are versioned by the year in which it ends.
 *
 * @param end the calendar year of its 31 March
 */
public record CollectionYear(int end) implements Comparable<CollectionYear> {

    public static CollectionYear containing(LocalDate day) {
        return new CollectionYear(day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() : day.getYear() + 1);
    }

    /** 1 April. */
    public LocalDate firstDay() {
        return LocalDate.of(end - 1, Month.APRIL, 1);
    }

    /** 31 March. */
    public LocalDate lastDay() {
        return LocalDate.of(end, Month.MARCH, 31);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /** Such as {@code 2023-24}. */
    public String label() {
        return String.format(Locale.UK, "%d-%02d", end - 1, end % 100);
    }

    @Override
    public int compareTo(CollectionYear other) {
        return Integer.compare(end, other.end);
    }
}
