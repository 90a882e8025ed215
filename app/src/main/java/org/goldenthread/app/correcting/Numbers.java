package org.goldenthread.app.correcting;

import java.util.Locale;

/** Counts in words. */
final class Numbers {
    private Numbers() {}

    /** Such as 1,234 errors. */
    static String count(long number, String one, String many) {
        return String.format(Locale.UK, "%,d", number) + " " + (number == 1 ? one : many);
    }
}
