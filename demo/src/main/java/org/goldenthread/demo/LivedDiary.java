package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * What comes next in one course, each kind at most once: what is entered again is put off to the new day.
 *
 * @param <K> the kinds of what comes, in the order in which they come on one day
 */
final class LivedDiary<K extends Enum<K>> {

    private final Map<K, LocalDate> days;

    LivedDiary(Class<K> kinds) {
        this.days = new EnumMap<>(kinds);
    }

    void enter(K kind, LocalDate day) {
        days.put(kind, day);
    }

    /** The day of what comes next. */
    LocalDate nextDay() {
        return next().getValue();
    }

    /** Takes out what comes next. */
    K take() {
        K next = next().getKey();
        days.remove(next);
        return next;
    }

    private Map.Entry<K, LocalDate> next() {
        return days.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
    }
}
