package org.goldenthread.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collection years as people write them. */
final class CollectionYears {
    private static final Pattern SPAN = Pattern.compile("(20[0-9]{2})[-/_]([0-9]{2}|20[0-9]{2})");

    private CollectionYears() {}

    /**
     * The year in which a collection ends: 2026 for 2025-26.
     *
     * @throws IllegalArgumentException where it is no collection year
     */
    static int read(String text) {
        Matcher span = SPAN.matcher(text.strip());
        if (span.matches()) {
            int end = Integer.parseInt(span.group(1)) + 1;
            if (String.valueOf(end).endsWith(span.group(2))) {
                return end;
            }
        } else if (text.strip().matches("20[0-9]{2}")) {
            return Integer.parseInt(text.strip());
        }
        throw new IllegalArgumentException(
                text.isEmpty()
                        ? "Give the collection year, such as --year 2025-26."
                        : "'" + text + "' is no collection year. Write it as 2025-26.");
    }
}
