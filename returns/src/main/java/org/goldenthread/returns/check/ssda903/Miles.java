package org.goldenthread.returns.check.ssda903;

import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** Distances from home in millionths of a mile, so that a tenth of a mile is a tenth and no sum is rounded. */
final class Miles {
    static final long ONE = 1_000_000;
    static final long TENTH = ONE / 10;

    private static final int MOST_DIGITS = 6;

    private Miles() {}

    /** The distance that an episode tells: digits, at most six before the point and six after it, maybe after a minus; else null. */
    static @Nullable Long of(Row episode) {
        String text = episode.text(Ssda903Field.PL_DISTANCE);
        if (text == null) {
            return null;
        }
        int first = text.charAt(0) == '-' ? 1 : 0;
        int point = text.indexOf('.');
        int whole = (point < 0 ? text.length() : point) - first;
        int parts = point < 0 ? 0 : text.length() - point - 1;
        if (whole < 1 || whole > MOST_DIGITS || parts > MOST_DIGITS || (point >= 0 && parts < 1)) {
            return null;
        }
        long number = 0;
        for (int place = first; place < text.length(); place++) {
            char digit = text.charAt(place);
            if (place != point) {
                if (digit < '0' || digit > '9') {
                    return null;
                }
                number = 10 * number + (digit - '0');
            }
        }
        for (int place = parts; place < MOST_DIGITS; place++) {
            number *= 10;
        }
        return first == 1 ? -number : number;
    }
}
