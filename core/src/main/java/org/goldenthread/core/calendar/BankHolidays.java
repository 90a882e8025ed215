package org.goldenthread.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The bank holidays that a year has by rule (Banking and Financial Dealings Act 1971, Schedule 1, with Good Friday and
 * Christmas Day as common law holidays, and the substitutes that are always proclaimed).
 *
 * <p>What is proclaimed for one year only, or moved, is in the published list and not here.
 */
final class BankHolidays {
    private BankHolidays() {}

    static SortedSet<LocalDate> englandAndWales(int year) {
        SortedSet<LocalDate> days = new TreeSet<>();
        LocalDate easterSunday = easterSunday(year);
        days.add(nextMondayIfWeekend(LocalDate.of(year, Month.JANUARY, 1)));
        days.add(easterSunday.minusDays(2));
        days.add(easterSunday.plusDays(1));
        days.add(firstMonday(year, Month.MAY));
        days.add(lastMonday(year, Month.MAY));
        days.add(lastMonday(year, Month.AUGUST));
        addChristmas(days, year);
        return days;
    }

    /** The holidays that only Scotland or only Northern Ireland has. */
    static SortedSet<LocalDate> scotlandAndNorthernIreland(int year) {
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(secondOfJanuaryInScotland(year));
        days.add(firstMonday(year, Month.AUGUST));
        days.add(nextMondayIfWeekend(LocalDate.of(year, Month.NOVEMBER, 30)));
        days.add(nextMondayIfWeekend(LocalDate.of(year, Month.MARCH, 17)));
        days.add(nextMondayIfWeekend(LocalDate.of(year, Month.JULY, 12)));
        return days;
    }

    private static void addChristmas(SortedSet<LocalDate> days, int year) {
        LocalDate christmas = LocalDate.of(year, Month.DECEMBER, 25);
        LocalDate boxing = LocalDate.of(year, Month.DECEMBER, 26);
        switch (christmas.getDayOfWeek()) {
            case SUNDAY -> {
                days.add(boxing);
                days.add(boxing.plusDays(1));
            }
            case SATURDAY -> {
                days.add(boxing.plusDays(1));
                days.add(boxing.plusDays(2));
            }
            case FRIDAY -> {
                days.add(christmas);
                days.add(boxing.plusDays(2));
            }
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> {
                days.add(christmas);
                days.add(boxing);
            }
        }
    }

    private static LocalDate secondOfJanuaryInScotland(int year) {
        LocalDate second = LocalDate.of(year, Month.JANUARY, 2);
        return switch (second.getDayOfWeek()) {
            case SATURDAY, SUNDAY ->
                second.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .plusDays(second.getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : 0);
            case MONDAY -> second.plusDays(1);
            case TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> second;
        };
    }

    private static LocalDate nextMondayIfWeekend(LocalDate day) {
        return WorkingCalendar.isWeekend(day) ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }

    private static LocalDate firstMonday(int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
    }

    private static LocalDate lastMonday(int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
    }

    /** Easter Sunday by the Gregorian calendar's own tables: the Sunday after the paschal full moon. */
    static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int skippedLeapYears = century - century / 4;
        int moonCorrection = (8 * century + 13) / 25;
        int epact = (skippedLeapYears - moonCorrection + 19 * golden + 15) % 30;
        int daysToFullMoon = epact - (epact / 28) * (1 - (epact / 28) * (29 / (epact + 1)) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + daysToFullMoon + 2 - skippedLeapYears) % 7;
        int daysFromMarchTwentyEighth = daysToFullMoon - weekday;
        return LocalDate.of(year, Month.MARCH, 28).plusDays(daysFromMarchTwentyEighth);
    }
}
