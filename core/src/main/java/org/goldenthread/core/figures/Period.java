package org.goldenthread.core.figures;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

/**
 * A span of whole days, both ends included, that a figure is about.
 *
 * @param grain how long it is
 * @param start its first day
 * @param end its last day; a measure of a state of affairs ("at a date") is taken at the end of this day
 */
public record Period(Grain grain, LocalDate start, LocalDate end) implements Comparable<Period> {

    /** Three letters for every month; the platform's British names have "Sept". */
    private static final Map<Long, String> MONTH_NAMES = Map.ofEntries(
            Map.entry(1L, "Jan"),
            Map.entry(2L, "Feb"),
            Map.entry(3L, "Mar"),
            Map.entry(4L, "Apr"),
            Map.entry(5L, "May"),
            Map.entry(6L, "Jun"),
            Map.entry(7L, "Jul"),
            Map.entry(8L, "Aug"),
            Map.entry(9L, "Sep"),
            Map.entry(10L, "Oct"),
            Map.entry(11L, "Nov"),
            Map.entry(12L, "Dec"));

    private static final DateTimeFormatter MONTH_LABEL = new DateTimeFormatterBuilder()
            .appendText(ChronoField.MONTH_OF_YEAR, MONTH_NAMES)
            .appendPattern("-yy")
            .toFormatter(Locale.UK);

    /** How long a period is. */
    public enum Grain {
        MONTH,
        QUARTER,
        /** A year, or the part of a year that has gone by: {@link Period#start()} is its first day. */
        YEAR
    }

    public Period {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("A period cannot end (" + end + ") before it starts (" + start + ").");
        }
    }

    public static Period month(YearMonth month) {
        return new Period(Grain.MONTH, month.atDay(1), month.atEndOfMonth());
    }

    /** The three months that end with {@code last}. */
    public static Period quarterEnding(YearMonth last) {
        return new Period(Grain.QUARTER, last.minusMonths(2).atDay(1), last.atEndOfMonth());
    }

    /** The whole year of the given basis that contains {@code day}. */
    public static Period yearContaining(LocalDate day, YearBasis basis) {
        LocalDate start = basis.startOfYear(day);
        return new Period(Grain.YEAR, start, start.plusYears(1).minusDays(1));
    }

    /** The year of the given basis that contains {@code day}, from its first day to {@code day}. */
    public static Period yearToDate(LocalDate day, YearBasis basis) {
        return new Period(Grain.YEAR, basis.startOfYear(day), day);
    }

    /** A name that is unique among periods and sorts as text: {@code M2024-03}, {@code Q2024-03}, {@code Y2023-04-01_2024-03-31}. */
    public String id() {
        return switch (grain) {
            case MONTH -> "M" + YearMonth.from(end);
            case QUARTER -> "Q" + YearMonth.from(end);
            case YEAR -> "Y" + start + "_" + end;
        };
    }

    /** How the period is headed in a table: {@code Mar-24}, {@code Jan-24 to Mar-24}, {@code 2023/24}, {@code 2023}. */
    public String label() {
        return switch (grain) {
            case MONTH -> MONTH_LABEL.format(end);
            case QUARTER -> MONTH_LABEL.format(start) + " to " + MONTH_LABEL.format(end);
            case YEAR ->
                start.getMonth() == Month.JANUARY
                        ? String.valueOf(start.getYear())
                        : start.getYear() + "/" + String.format(Locale.UK, "%02d", (start.getYear() + 1) % 100);
        };
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    @Override
    public int compareTo(Period other) {
        int byEnd = end.compareTo(other.end);
        return byEnd != 0 ? byEnd : other.start.compareTo(start);
    }
}
