package org.goldenthread.returns;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Yes and no as XML and CSV write them, in the letters of the Standard Safeguarding Dataset. */
final class YesNo {
    private YesNo() {}

    /** Y, N, or null for anything else. */
    static @Nullable String of(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "1", "true", "y", "yes" -> "Y";
            case "0", "false", "n", "no" -> "N";
            default -> null;
        };
    }
}
