package org.goldenthread.app.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.core.calendar.DateText;

/** The day that a list is of, as the name of its file tells it: {@code ONSPD_FEB_2026_UK.csv}, {@code Providers 31 March 2026.xlsx}. */
final class OwnDates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern DAY_IN_FIGURES =
            Pattern.compile("(?<![0-9])(?:(20[0-9]{2})[-_. ]([0-9]{1,2})[-_. ]([0-9]{1,2})"
                    + "|([0-9]{1,2})[-_. ]([0-9]{1,2})[-_. ](20[0-9]{2}))(?![0-9])");
    private static final Pattern MONTH_IN_WORDS =
            Pattern.compile("(?:(?<![0-9a-z])([0-9]{1,2})(?:st|nd|rd|th)?[-_. ]?)?(?<![a-z])("
                    + String.join("|", MONTHS) + ")[a-z]*[-_. ]?(20[0-9]{2})(?![0-9])");

    private OwnDates() {}

    /** A name that tells of a month alone means its last day. Empty where it tells of none. */
    static Optional<LocalDate> find(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        Matcher figures = DAY_IN_FIGURES.matcher(name);
        if (figures.find()) {
            return figures.group(1) != null
                    ? day(figures.group(3), figures.group(2), figures.group(1))
                    : day(figures.group(4), figures.group(5), figures.group(6));
        }
        Matcher words = MONTH_IN_WORDS.matcher(name);
        if (!words.find()) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(words.group(2)) + 1;
        return words.group(1) == null
                ? Optional.of(
                        YearMonth.of(Integer.parseInt(words.group(3)), month).atEndOfMonth())
                : day(words.group(1), String.valueOf(month), words.group(3));
    }

    private static Optional<LocalDate> day(String day, String month, String year) {
        return DateText.read(day + "/" + month + "/" + year).date();
    }
}
