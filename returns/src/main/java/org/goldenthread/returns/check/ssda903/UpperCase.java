package org.goldenthread.returns.check.ssda903;

/**
 * Texts of the return in upper case, letter by letter. A letter that has no upper case of its own stays as it is: neither does ß become two
 * letters, nor a dotless i the I of a code.
 */
public final class UpperCase {
    private UpperCase() {}

    public static String of(String text) {
        for (int place = 0; place < text.length(); place++) {
            if (upper(text.charAt(place)) != text.charAt(place)) {
                return from(text, place);
            }
        }
        return text;
    }

    private static String from(String text, int first) {
        StringBuilder upper = new StringBuilder(text);
        for (int place = first; place < text.length(); place++) {
            upper.setCharAt(place, upper(text.charAt(place)));
        }
        return upper.toString();
    }

    private static char upper(char letter) {
        if (letter < 128) {
            return letter >= 'a' && letter <= 'z' ? (char) (letter - 'a' + 'A') : letter;
        }
        char upper = Character.toUpperCase(letter);
        return Character.toLowerCase(upper) == letter ? upper : letter;
    }
}
