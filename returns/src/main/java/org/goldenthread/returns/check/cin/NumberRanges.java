package org.goldenthread.returns.check.cin;

import java.util.HashSet;
import java.util.Set;

/** Lists of codes written shortly: {@code 001-005, 420}. */
final class NumberRanges {
    private NumberRanges() {}

    static Set<String> of(String ranges) {
        Set<String> codes = new HashSet<>();
        for (String range : ranges.split(", ", -1)) {
            int hyphen = range.indexOf('-');
            int first = Integer.parseInt(hyphen < 0 ? range : range.substring(0, hyphen));
            int last = hyphen < 0 ? first : Integer.parseInt(range.substring(hyphen + 1));
            for (int code = first; code <= last; code++) {
                codes.add("%03d".formatted(code));
            }
        }
        return Set.copyOf(codes);
    }
}
