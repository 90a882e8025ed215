package org.goldenthread.core.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as returns and spreadsheets write them. One reader for every source, so that no two of them read a date
 * differently.
 *
 * <p>Taken: {@code 31/03/2024} (also with {@code -} or {@code .}, and single figures), {@code 2024-03-31}, {@code
 * 31-Mar-2024}, {@code 31 March 2024}, each also with a time of day behind it, which is dropped. Refused, with the reason:
 * years of two figures, the month before the day, days that do not exist, bare numbers, years outside 1900 to 2100.
 */
public final class DateText {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([/-])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern MONTH_IN_WORDS = Pattern.compile("(\\d{1,2})[ -]([A-Za-z]{3,9})[ -](\\d{4})");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[/. -](\\d{1,2}|[A-Za-z]{3,9})[/. -]\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern TIME =
            Pattern.compile("(.+?)(?:[T ]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[AaPp][Mm])?)");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> MONTH_NAMES = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    /** Day 60 of the spreadsheet calendar is 29 February 1900, which never was; earlier days are off by one. */
    private static final int FIRST_SOUND_SERIAL = 61;

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate SERIAL_ZERO_1904 = LocalDate.of(1904, 1, 1);

    private DateText() {}

    /** What became of a piece of text. */
    public sealed interface Reading {
        /** The date, if it was one. */
        default Optional<LocalDate> date() {
            return this instanceof Read read ? Optional.of(read.value()) : Optional.empty();
        }
    }

    public record Read(LocalDate value) implements Reading {}

    /** There was nothing to read. */
    public record Blank() implements Reading {}

    /**
     * Not a date, or not surely one.
     *
     * @param problem what is wrong, such as "there is no day 31 in month 02"; a sentence without its capital and full stop
     * @param action what to do about it, a whole sentence
     */
    public record Refused(String problem, String action) implements Reading {}

    public static Reading read(String raw) {
        String text = raw.strip();
        if (text.isEmpty()) {
            return new Blank();
        }
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            text = time.group(1).strip();
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return of(raw, number(dayFirst, 4), number(dayFirst, 3), number(dayFirst, 1));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return of(raw, number(yearFirst, 1), number(yearFirst, 3), number(yearFirst, 4));
        }
        Matcher words = MONTH_IN_WORDS.matcher(text);
        if (words.matches()) {
            int month = monthNumber(words.group(2));
            if (month > 0) {
                return of(raw, number(words, 3), month, number(words, 1));
            }
        }
        if (SHORT_YEAR.matcher(text).matches()) {
            return new Refused(
                    quote(raw) + " has a year of two figures, which may be of either century",
                    "Write the year in full, as in 31/03/2024.");
        }
        if (NUMBER.matcher(text).matches()) {
            return new Refused(
                    quote(raw) + " is a number, not a date",
                    "Format the column as a date before saving, so that it reads like 31/03/2024.");
        }
        return new Refused(quote(raw) + " is not a date", "Write it as 31/03/2024 or 2024-03-31.");
    }

    /**
     * A date held in a spreadsheet as a number of days.
     *
     * @param serial days, and the time of day as a fraction, which is dropped
     * @param from1904 whether the workbook counts from 1 January 1904
     */
    public static Reading ofSpreadsheet(double serial, boolean from1904) {
        int days = (int) Math.floor(serial);
        if (!from1904 && days < FIRST_SOUND_SERIAL) {
            return new Refused(
                    "the spreadsheet date with number " + days + " is before March 1900",
                    "Check the cell: a blank or a nought may have been formatted as a date.");
        }
        LocalDate date = (from1904 ? SERIAL_ZERO_1904 : SERIAL_ZERO).plusDays(days);
        return of(String.valueOf(date), date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private static Reading of(String raw, int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return new Refused(
                    quote(raw) + " is in the year " + year + ", outside " + FIRST_YEAR + " to " + LAST_YEAR,
                    "Correct the year.");
        }
        if (month > 12 && day <= 12) {
            return new Refused(
                    quote(raw) + " has month " + month + ", so day and month seem to be the wrong way round",
                    "Write the day before the month, as in 31/03/2024. Check the other dates of this column too: "
                            + "those up to the 12th cannot be told apart.");
        }
        try {
            return new Read(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return new Refused(quote(raw) + " is a day that does not exist", "Correct the date.");
        }
    }

    private static int monthNumber(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int byShort = MONTHS.indexOf(lower.equals("sept") ? "sep" : lower);
        return (byShort >= 0 ? byShort : MONTH_NAMES.indexOf(lower)) + 1;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String quote(String raw) {
        String text = raw.strip();
        return "\"" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "\"";
    }
}
