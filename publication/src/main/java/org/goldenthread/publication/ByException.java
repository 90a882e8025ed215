package org.goldenthread.publication;

import java.util.List;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.RatingOverride;
import org.goldenthread.measures.scorecard.Scorecard;

/** Which rating stands, and which indicators it puts on the list of those performing below expectation. */
public final class ByException {
    private ByException() {}

    /** The rating that stands: a person's where there is one, else the rule's. */
    public static Rating ratingOf(Indicator indicator) {
        RatingOverride override = indicator.override();
        return override == null ? indicator.rating() : override.rating();
    }

    /**
     * The indicators below expectation by rule or by a person's rating, in the index's order. One that a person rated green
     * against the rule stays on the list, so that an override never takes a row out of sight.
     */
    public static List<Indicator> listIndicators(Scorecard scorecard) {
        return scorecard.indicators().stream().filter(ByException::isListed).toList();
    }

    static boolean isListed(Indicator indicator) {
        return indicator.rating().isBelowExpectation() || ratingOf(indicator).isBelowExpectation();
    }
}
