package org.goldenthread.returns.check.ssda903;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Dates as the SSDA903 has them: {@code d/m/yyyy} with one or two digits for day and month. */
final class SlashDates {
    private static final int FIRST_YEAR = 1678;
    private static final int LAST_YEAR = 2262;
    /** A return has many rows of few days; keeping one of each saves reading and memory. */
    private static final int KEPT = 50_000;

    private static final ConcurrentHashMap<String, LocalDate> KNOWN = new ConcurrentHashMap<>();

    private SlashDates() {}

    static @Nullable LocalDate read(String text) {
        LocalDate known = KNOWN.get(text);
        if (known != null) {
            return known;
        }
        LocalDate date = parse(text);
        if (date != null && KNOWN.size() < KEPT) {
            KNOWN.put(text, date);
        }
        return date;
    }

    private static @Nullable LocalDate parse(String text) {
        int length = text.length();
        if (length < 8 || length > 10) {
            return null;
        }
        int first = text.indexOf('/');
        int second = text.indexOf('/', first + 1);
        if (first < 1 || first > 2 || second - first < 2 || second - first > 3 || length - second != 5) {
            return null;
        }
        int day = number(text, 0, first);
        int month = number(text, first + 1, second);
        int year = number(text, second + 1, length);
        if (day < 0 || month < 0 || year < FIRST_YEAR || year > LAST_YEAR) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
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
