package org.goldenthread.returns.local;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.core.figures.Period;
import org.goldenthread.core.figures.YearBasis;
import org.goldenthread.returns.tabular.GridCell;
import org.jspecify.annotations.Nullable;

/**
 * The period of a count as councils write it: a month ({@code 2024-03}, {@code Mar-24}, {@code March 2024}, {@code
 * 03/2024}, or any day of it), a quarter ({@code Q4 2023-24}, of the financial year) or a year ({@code 2023-24}, financial;
 * {@code academic 2023-24}; {@code 2023}, calendar).
 */
final class CountPeriod {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern MONTH_NUMBERS = Pattern.compile("(\\d{4})[-/](\\d{1,2})|(\\d{1,2})[-/](\\d{4})");
    private static final Pattern MONTH_WORDS = Pattern.compile("([a-z]{3,9})\\.?[ -/]+(?:')?(\\d{4}|\\d{2})");
    private static final Pattern QUARTER =
            Pattern.compile("(?:q([1-4])[ ,-]*(\\d{4})[-/](\\d{2}|\\d{4})|(\\d{4})[-/](\\d{2}|\\d{4})[ ,-]*q([1-4]))");
    private static final Pattern SPLIT_YEAR =
            Pattern.compile("(academic |school |ay ?|fy ?|financial )?(?:year )?(\\d{4})[-/](\\d{2}|\\d{4})");
    private static final Pattern CALENDAR_YEAR = Pattern.compile("(?:calendar |cy ?)?(?:year )?(\\d{4})");
    private static final int MONTHS_IN_QUARTER = 3;

    private CountPeriod() {}

    /** Empty where the cell is no period. */
    static Optional<Period> find(GridCell cell) {
        if (cell.kind() == GridCell.Kind.NUMBER) {
            return cell.dated()
                    ? cell.date().date().map(date -> Period.month(YearMonth.from(date)))
                    : calendarYear(cell.text());
        }
        return find(cell.text());
    }

    static Optional<Period> find(String raw) {
        String text = raw.strip().toLowerCase(Locale.ROOT);
        try {
            Matcher numbers = MONTH_NUMBERS.matcher(text);
            if (numbers.matches() && isMonth(numbers)) {
                return Optional.of(Period.month(month(numbers)));
            }
            Matcher words = MONTH_WORDS.matcher(text);
            if (words.matches() && MONTHS.contains(words.group(1).substring(0, 3))) {
                int year = Integer.parseInt(words.group(2));
                int number = MONTHS.indexOf(words.group(1).substring(0, 3)) + 1;
                return Optional.of(Period.month(YearMonth.of(year < 100 ? 2000 + year : year, number)));
            }
            Matcher quarter = QUARTER.matcher(text);
            if (quarter.matches()) {
                return quarter(quarter);
            }
            Matcher split = SPLIT_YEAR.matcher(text);
            if (split.matches() && consecutive(split.group(2), split.group(3))) {
                YearBasis basis = academic(split.group(1)) ? YearBasis.ACADEMIC : YearBasis.FINANCIAL;
                return Optional.of(
                        Period.yearContaining(LocalDate.of(Integer.parseInt(split.group(2)), 12, 31), basis));
            }
            Optional<Period> year = calendarYear(text);
            return year.isPresent() ? year : DateText.read(text).date().map(date -> Period.month(YearMonth.from(date)));
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty();
        }
    }

    private static boolean isMonth(Matcher numbers) {
        int number = Integer.parseInt(numbers.group(1) != null ? numbers.group(2) : numbers.group(3));
        return number >= 1 && number <= 12;
    }

    private static YearMonth month(Matcher numbers) {
        return numbers.group(1) != null
                ? YearMonth.of(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)))
                : YearMonth.of(Integer.parseInt(numbers.group(4)), Integer.parseInt(numbers.group(3)));
    }

    private static Optional<Period> quarter(Matcher quarter) {
        boolean first = quarter.group(1) != null;
        String startYear = first ? quarter.group(2) : quarter.group(4);
        String endYear = first ? quarter.group(3) : quarter.group(5);
        int number = Integer.parseInt(first ? quarter.group(1) : quarter.group(6));
        if (!consecutive(startYear, endYear)) {
            return Optional.empty();
        }
        YearMonth april = YearMonth.of(Integer.parseInt(startYear), 4);
        return Optional.of(Period.quarterEnding(april.plusMonths((long) MONTHS_IN_QUARTER * number - 1)));
    }

    private static Optional<Period> calendarYear(String text) {
        Matcher year = CALENDAR_YEAR.matcher(text);
        if (!year.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(year.group(1));
        return number >= 1990 && number <= 2100
                ? Optional.of(Period.yearContaining(LocalDate.of(number, 1, 1), YearBasis.CALENDAR))
                : Optional.empty();
    }

    private static boolean consecutive(String first, String second) {
        int next = Integer.parseInt(first) + 1;
        return second.length() == 2 ? next % 100 == Integer.parseInt(second) : next == Integer.parseInt(second);
    }

    private static boolean academic(@Nullable String word) {
        return word != null && (word.startsWith("ac") || word.startsWith("ay") || word.startsWith("school"));
    }
}
