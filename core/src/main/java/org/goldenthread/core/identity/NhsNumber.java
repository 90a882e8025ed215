package org.goldenthread.core.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A valid NHS number: ten digits, the last a check digit (NHS Data Model and Dictionary). That a number is valid does not
 * show that it is the child's.
 *
 * @param digits ten digits without spaces
 */
public record NhsNumber(String digits) {
    private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");
    private static final Pattern SEPARATORS = Pattern.compile("[ -]");

    public NhsNumber {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("Not an NHS number: it must be ten digits that pass the check.");
        }
    }

    /** Takes spaces and hyphens between the digits; empty where the number is not valid. */
    public static Optional<NhsNumber> parse(String text) {
        String digits = SEPARATORS.matcher(text.strip()).replaceAll("");
        return isValid(digits) ? Optional.of(new NhsNumber(digits)) : Optional.empty();
    }

    private static boolean isValid(String digits) {
        if (!TEN_DIGITS.matcher(digits).matches()) {
            return false;
        }
        int sum = 0;
        for (int position = 0; position < 9; position++) {
            sum += (10 - position) * (digits.charAt(position) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check == digits.charAt(9) - '0';
    }

    /** As it is printed: {@code 943 476 5919}. */
    public String spaced() {
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }

    /** Hidden, so that it does not end up in a log. */
    @Override
    public String toString() {
        return "NhsNumber[hidden]";
    }
}
