package org.goldenthread.returns.check.ssda903;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers that have to be whole, however they are written: 5, 05 and 5.0 are one number. */
final class WholeNumber {
    /** Short enough that no number takes long to read. */
    private static final Pattern NUMBER = Pattern.compile(" {0,9}[+-]?\\d{1,20}(\\.\\d{0,20})? {0,9}");

    private WholeNumber() {}

    /** Whether a text is a whole number from {@code least} to {@code most}; false where blank. */
    static boolean isBetween(@Nullable String text, int least, int most) {
        if (text == null) {
            return false;
        }
        int plain = plain(text);
        if (plain >= 0) {
            return least <= plain && plain <= most;
        }
        if (!NUMBER.matcher(text).matches()) {
            return false;
        }
        BigDecimal number = new BigDecimal(text.strip());
        return number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /** The number of a text of one to nine digits and nothing else, as nearly all are; else -1. */
    private static int plain(String text) {
        int number = 0;
        for (int place = 0; place < text.length(); place++) {
            char digit = text.charAt(place);
            if (digit < '0' || digit > '9' || place == 9) {
                return -1;
            }
            number = 10 * number + (digit - '0');
        }
        return text.isEmpty() ? -1 : number;
    }
}
