package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a young person who left care at 16 or later.
 *
 * @param eligible whether they were looked after for 13 weeks since 14, some of it after 16
 * @param birthdays what the council knows of them about each birthday from the 17th to the 21st, in order
 */
record Aftercare(boolean eligible, List<Birthday> birthdays) {
    /** The last birthday reported by a day, if any. */
    @Nullable Birthday latest(LocalDate day) {
        return birthdays.stream()
                .filter(birthday -> !birthday.day().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** The codes of SSDA903's OC3 about one birthday. */
    record Birthday(int age, LocalDate day, String inTouch, String activity, String accommodation) {}
}
