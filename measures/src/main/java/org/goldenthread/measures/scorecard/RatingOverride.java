package org.goldenthread.measures.scorecard;

import java.time.Instant;
import org.goldenthread.core.figures.Rating;

/**
 * A rating that a person gave in place of the rule's, never without a reason.
 *
 * @param by the person's post, not their name
 */
public record RatingOverride(Rating rating, String reason, String by, Instant at) {
    public RatingOverride {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A rating that is overridden needs a reason.");
        }
    }
}
