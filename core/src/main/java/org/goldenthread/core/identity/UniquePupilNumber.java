package org.goldenthread.core.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A valid unique pupil number: check letter, local authority number, establishment and year, serial; the thirteenth
 * character is a letter in a temporary one (children in need census rule 1510).
 *
 * @param value thirteen characters, capitals
 */
public record UniquePupilNumber(String value) {
    /** I, O and S are left out, being easily taken for figures. */
    private static final String CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private static final Pattern FORM = Pattern.compile("[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]");

    public UniquePupilNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "Not a unique pupil number: it must have thirteen characters of the right form and check letter.");
        }
    }

    /** Empty where the number is not valid. Whether the authority in it exists is not looked at. */
    public static Optional<UniquePupilNumber> parse(String text) {
        String value = text.strip().toUpperCase(Locale.ROOT);
        return isValid(value) ? Optional.of(new UniquePupilNumber(value)) : Optional.empty();
    }

    private static boolean isValid(String value) {
        if (!FORM.matcher(value).matches()) {
            return false;
        }
        int sum = 0;
        for (int position = 1; position < 13; position++) {
            sum += (position + 1) * worth(value.charAt(position));
        }
        return CHECK_LETTERS.charAt(sum % 23) == value.charAt(0);
    }

    private static int worth(char character) {
        return Character.isDigit(character) ? character - '0' : CHECK_LETTERS.indexOf(character);
    }

    /** The three-digit number of the authority that gave it. */
    public String authorityCode() {
        return value.substring(1, 4);
    }

    public boolean isTemporary() {
        return !Character.isDigit(value.charAt(12));
    }

    /** Hidden, so that it does not end up in a log. */
    @Override
    public String toString() {
        return "UniquePupilNumber[hidden]";
    }
}
