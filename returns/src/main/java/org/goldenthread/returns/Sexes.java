package org.goldenthread.returns;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A person's sex as returns of several years code it, in the code of the latest: M, F or U for unknown. */
final class Sexes {
    private Sexes() {}

    /** Null where it is blank; a code that is not known is kept as it is. */
    static @Nullable String normal(String code) {
        String text = code.strip().toUpperCase(Locale.ROOT);
        return switch (text) {
            case "" -> null;
            case "1", "M", "MALE" -> "M";
            case "2", "F", "FEMALE" -> "F";
            case "0", "9", "U" -> "U";
            default -> text;
        };
    }
}
