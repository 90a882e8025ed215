package org.goldenthread.returns.check.cin;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.core.calendar.WorkingCalendar;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** What the checks know of a census as a whole: the collection year, its header and the dates that follow from them. */
public final class CensusFacts {
    private static final int WORKING_DAYS_OF_AN_ASSESSMENT = 45;
    private static final int WORKING_DAYS_TO_A_CONFERENCE = 15;

    private final int year;
    private final List<Row> headers;
    private final LocalDate start;
    private final LocalDate referenceDate;
    private final LocalDate dayBeforeStart;
    private final LocalDate assessmentsDueFrom;
    private final LocalDate conferencesDueFrom;

    private CensusFacts(int year, List<Row> headers, LocalDate referenceDate) {
        this.year = year;
        this.headers = List.copyOf(headers);
        this.referenceDate = referenceDate;
        this.start = referenceDate.minusYears(1).plusDays(1);
        this.dayBeforeStart = workingDaysBefore(start, 1);
        this.assessmentsDueFrom = workingDaysBefore(referenceDate, WORKING_DAYS_OF_AN_ASSESSMENT);
        this.conferencesDueFrom = workingDaysBefore(referenceDate, WORKING_DAYS_TO_A_CONFERENCE);
    }

    /**
     * The reference date is the first header's, as the department's own rules have it; where that is missing or no date, 31 March of the
     * collection year.
     *
     * @param year collection year by its end: 2025 is 1 April 2024 to 31 March 2025
     * @param headers the return's Header records, usually one
     */
    public static CensusFacts of(int year, List<Row> headers) {
        LocalDate given = headers.isEmpty() ? null : headers.getFirst().date(CinField.ReferenceDate);
        return new CensusFacts(year, headers, given == null ? LocalDate.of(year, 3, 31) : given);
    }

    /** Collection year by its end. */
    public int year() {
        return year;
    }

    public List<Row> headers() {
        return headers;
    }

    /** First day of the census period. */
    public LocalDate start() {
        return start;
    }

    /** Last day of the census period. */
    public LocalDate referenceDate() {
        return referenceDate;
    }

    /** The last working day before the census period. */
    LocalDate workingDayBeforeStart() {
        return dayBeforeStart;
    }

    /** An assessment begun earlier than this and not authorised has had more than its 45 working days. */
    LocalDate assessmentsDueFrom() {
        return assessmentsDueFrom;
    }

    /** After a strategy discussion earlier than this, 15 working days have gone by without a conference. */
    LocalDate conferencesDueFrom() {
        return conferencesDueFrom;
    }

    /** Within the census period, both ends included. */
    boolean isInPeriod(@Nullable LocalDate day) {
        return Days.isWithin(day, start, referenceDate);
    }

    /** A date that is given and is before the census period or after it. */
    boolean isOutsidePeriod(@Nullable LocalDate day) {
        return day != null && !isInPeriod(day);
    }

    /** The {@code count}th working day before a day, which is not itself counted. */
    static LocalDate workingDaysBefore(LocalDate from, int count) {
        WorkingCalendar calendar = WorkingCalendar.englandAndWales();
        LocalDate day = from;
        int left = count;
        while (left > 0) {
            day = day.minusDays(1);
            if (calendar.isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }
}
