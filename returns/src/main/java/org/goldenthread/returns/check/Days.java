package org.goldenthread.returns.check;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Comparisons of dates that may be missing: with a missing date every one of them is false. */
public final class Days {
    private Days() {}

    public static boolean isBefore(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && one.isBefore(other);
    }

    public static boolean isAfter(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && one.isAfter(other);
    }

    /** On or before. */
    public static boolean isUpTo(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && !one.isAfter(other);
    }

    /** On or after. */
    public static boolean isFrom(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && !one.isBefore(other);
    }

    public static boolean isSame(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && one.equals(other);
    }

    /** Whether {@code day} is within the span, both ends included. */
    public static boolean isWithin(@Nullable LocalDate day, @Nullable LocalDate first, @Nullable LocalDate last) {
        return isFrom(day, first) && isUpTo(day, last);
    }

    /**
     * The birthday on which a person born on {@code birth} reaches an age, as the Department for Education's checks have it: who was
     * born on 29 February has it on 28 February of other years.
     */
    public static @Nullable LocalDate birthday(@Nullable LocalDate birth, int age) {
        return birth == null ? null : birth.plusYears(age);
    }
}
