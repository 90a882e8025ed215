package org.goldenthread.returns.check.cin;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as XML has them: {@code yyyy-mm-dd}, maybe followed by a time of day or a time zone, which are passed over. */
final class HyphenDates {
    private static final int LENGTH = 10;
    private static final Pattern TIME_OR_ZONE =
            Pattern.compile("(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)?(?:Z|[+-]\\d{2}:\\d{2})?");

    private HyphenDates() {}

    /** The date; null where the text is none. Space around it does not count, as in XML. */
    static @Nullable LocalDate read(String given) {
        String text = given.strip();
        if (text.length() < LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        if (text.length() > LENGTH
                && !TIME_OR_ZONE.matcher(text).region(LENGTH, text.length()).matches()) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, LENGTH);
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return null;
        }
        YearMonth of = YearMonth.of(year, month);
        return day > of.lengthOfMonth() ? null : of.atDay(day);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int place = from; place < to; place++) {
            char digit = text.charAt(place);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }
}
