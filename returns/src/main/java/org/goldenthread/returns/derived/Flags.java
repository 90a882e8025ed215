package org.goldenthread.returns.derived;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Yes and no as returns and case systems write them. */
final class Flags {
    private static final Set<String> YES = Set.of("y", "yes", "1", "true", "t");

    private Flags() {}

    static boolean isYes(@Nullable String text) {
        return text != null && YES.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
