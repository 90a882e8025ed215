package org.goldenthread.returns.write.daily;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts values into the objects of the schema. A value that the schema does not allow is left out and told; one that the snapshot does not
 * hold is left out.
 */
final class SchemaValues {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");
    private static final int LONGEST_KEY = 36;

    private final List<DailyRefusal> leftOut = new ArrayList<>();

    List<DailyRefusal> leftOut() {
        return List.copyOf(leftOut);
    }

    void date(Map<String, Object> object, String name, @Nullable LocalDate date) {
        if (date != null) {
            object.put(name, date.toString());
        }
    }

    void truth(Map<String, Object> object, String name, @Nullable Boolean truth) {
        if (truth != null) {
            object.put(name, truth);
        }
    }

    /** @param longest how many characters the schema allows */
    void code(Map<String, Object> object, String name, @Nullable String code, int longest, String person) {
        String text = code == null ? "" : code.strip();
        if (text.isEmpty()) {
            return;
        }
        if (text.length() > longest) {
            refuse(person, name, "is longer than the " + longest + " characters of a code");
            return;
        }
        object.put(name, text);
    }

    void name(Map<String, Object> object, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            object.put(name, text.strip());
        }
    }

    /** @param length how many characters the schema wants, neither more nor fewer */
    void exact(Map<String, Object> object, String name, @Nullable String text, int length, String person) {
        if (text == null || text.isBlank()) {
            return;
        }
        if (text.strip().length() != length) {
            refuse(person, name, "has not the " + length + " characters that it must have");
            return;
        }
        object.put(name, text.strip());
    }

    /** Yes or no as the returns and the Standard Safeguarding Dataset write it; null where it is neither. */
    @Nullable Boolean yesOrNo(@Nullable String text, String name, String person) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "1", "true", "y", "yes", "t" -> Boolean.TRUE;
            case "0", "false", "n", "no", "f" -> Boolean.FALSE;
            default -> {
                refuse(person, name, "is neither yes nor no");
                yield null;
            }
        };
    }

    static boolean isKey(@Nullable String key) {
        return key != null && key.length() <= LONGEST_KEY && KEY.matcher(key).matches();
    }

    void refuse(String person, String name, String why) {
        leftOut.add(new DailyRefusal(
                person,
                name + " " + why + ", so it was left out; the rest of the child is sent.",
                "Correct it in your system and make the snapshot again."));
    }
}
