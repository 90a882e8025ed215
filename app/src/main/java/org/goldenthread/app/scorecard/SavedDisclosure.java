package org.goldenthread.app.scorecard;

import java.time.Instant;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.jspecify.annotations.Nullable;

/**
 * What Part 1 hides, as it was saved once.
 *
 * @param id nought for the rules that come with the product
 * @param reason why it was changed to this
 * @param savedBy account name; empty for the rules that come with the product
 */
public record SavedDisclosure(
        long id,
        DisclosureRules rules,
        String reason,
        @Nullable Instant savedAt,
        String savedBy) {

    /** The counts that are hidden, such as {@code 1 to 5}. */
    public String smallCounts() {
        return Words.range(rules.smallest(), rules.threshold());
    }
}
