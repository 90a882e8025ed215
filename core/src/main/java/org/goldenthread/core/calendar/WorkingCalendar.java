package org.goldenthread.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.goldenthread.core.tables.ResourceTable;

/**
 * Working days: every day but Saturdays, Sundays and bank holidays.
 *
 * <p>The day after a clock starts is its day 1, as the children in need census counts (a conference is due 15 working
 * days after the strategy discussion). A start may itself be no working day.
 *
 * <p>Bank holidays of 2011 to 2028 are listed, with those moved or proclaimed for one year only. Other years are worked
 * out by rule and are {@linkplain #isProvisional provisional}, since a further day may yet be proclaimed.
 */
public final class WorkingCalendar {
    private static final int FIRST_COMPUTED_YEAR = 1980;
    private static final int LAST_COMPUTED_YEAR = 2120;
    private static final ResourceTable LISTED = ResourceTable.load(WorkingCalendar.class, "bank-holidays.csv");
    private static final int FIRST_LISTED_YEAR = listedYears().first();
    private static final int LAST_LISTED_YEAR = listedYears().last();

    private static final WorkingCalendar ENGLAND_AND_WALES = englandAndWalesFromTable();
    private static final WorkingCalendar ANY_UNITED_KINGDOM = anyUnitedKingdomFromRules();

    private final int[] weekdayHolidays;

    private WorkingCalendar(Collection<LocalDate> holidays) {
        this.weekdayHolidays = holidays.stream()
                .filter(day -> !isWeekend(day))
                .mapToInt(day -> Math.toIntExact(day.toEpochDay()))
                .distinct()
                .sorted()
                .toArray();
    }

    /** The calendar of every clock of children's social care in England. */
    public static WorkingCalendar englandAndWales() {
        return ENGLAND_AND_WALES;
    }

    /**
     * A day is no working day if it is a bank holiday in any part of the United Kingdom: the calendar of requests under
     * the Freedom of Information Act 2000, section 10(6).
     */
    public static WorkingCalendar anyPartOfUnitedKingdom() {
        return ANY_UNITED_KINGDOM;
    }

    /** This calendar with further bank holidays, such as one proclaimed after the program was built. */
    public WorkingCalendar withHolidays(Collection<LocalDate> proclaimed) {
        Set<LocalDate> days = new HashSet<>(proclaimed);
        Arrays.stream(weekdayHolidays).mapToObj(LocalDate::ofEpochDay).forEach(days::add);
        return new WorkingCalendar(days);
    }

    public boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && Arrays.binarySearch(weekdayHolidays, Math.toIntExact(day.toEpochDay())) < 0;
    }

    /** Whether the bank holidays of that day's year are worked out by rule and not taken from the published list. */
    public boolean isProvisional(LocalDate day) {
        return day.getYear() < FIRST_LISTED_YEAR || day.getYear() > LAST_LISTED_YEAR;
    }

    /**
     * The {@code days}th working day after {@code start}; the day after {@code start} is the first that may count.
     *
     * @param days nought or more; nought gives {@code start} itself, working day or not
     */
    public LocalDate addWorkingDays(LocalDate start, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("Working days are counted forwards; " + days + " is less than nought.");
        }
        LocalDate day = start;
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * How many working days lie after {@code start}, up to and including {@code end}: what {@link #addWorkingDays} undoes.
     * Less than nought where {@code end} is before {@code start}.
     */
    public int workingDaysBetween(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            return -workingDaysBetween(end, start);
        }
        long weekdays = weekdaysUpTo(end) - weekdaysUpTo(start);
        return Math.toIntExact(weekdays) - (holidaysUpTo(end) - holidaysUpTo(start));
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }

    /** Mondays to Fridays from the first Monday of the computer's calendar, 5 January 1970, to {@code day}. */
    private static long weekdaysUpTo(LocalDate day) {
        long daysFromFirstMonday = day.toEpochDay() - 4;
        return Math.floorDiv(daysFromFirstMonday, 7) * 5 + Math.min(5, Math.floorMod(daysFromFirstMonday, 7) + 1);
    }

    private int holidaysUpTo(LocalDate day) {
        int found = Arrays.binarySearch(weekdayHolidays, Math.toIntExact(day.toEpochDay()));
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static WorkingCalendar englandAndWalesFromTable() {
        Set<LocalDate> days = byRule(BankHolidays::englandAndWales);
        days.removeIf(day -> day.getYear() >= FIRST_LISTED_YEAR && day.getYear() <= LAST_LISTED_YEAR);
        LISTED.listRows().forEach(row -> days.add(LocalDate.parse(row.get("date"))));
        return new WorkingCalendar(days);
    }

    private static WorkingCalendar anyUnitedKingdomFromRules() {
        return ENGLAND_AND_WALES.withHolidays(byRule(BankHolidays::scotlandAndNorthernIreland));
    }

    private static Set<LocalDate> byRule(IntFunction<SortedSet<LocalDate>> rule) {
        Set<LocalDate> days = new HashSet<>();
        for (int year = FIRST_COMPUTED_YEAR; year <= LAST_COMPUTED_YEAR; year++) {
            days.addAll(rule.apply(year));
        }
        return days;
    }

    private static SortedSet<Integer> listedYears() {
        SortedSet<Integer> years = new TreeSet<>();
        LISTED.listRows()
                .forEach(row -> years.add(LocalDate.parse(row.get("date")).getYear()));
        return years;
    }
}
