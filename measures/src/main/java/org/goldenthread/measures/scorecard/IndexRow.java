package org.goldenthread.measures.scorecard;

import org.goldenthread.core.figures.Expectation;
import org.goldenthread.core.figures.Polarity;
import org.jspecify.annotations.Nullable;

/**
 * One row of a council's index.
 *
 * @param section the band that it stands in
 * @param number the council's number for it, such as 12b
 * @param name the council's name for it; empty to use the measure's
 * @param measure id of the measure
 * @param polarity as the council sees it; null to use the measure's
 * @param expectation target or range, and tolerance
 * @param note printed beside it
 * @param ownYear whether its twelve months are those of the measure's own year, where the index's are another
 * @param standing whether the council's rank or quartile among all authorities is shown with the comparators
 */
public record IndexRow(
        String section,
        String number,
        String name,
        String measure,
        @Nullable Polarity polarity,
        Expectation expectation,
        String note,
        boolean ownYear,
        Standing standing) {

    /** How a council stands among all authorities with a published value. */
    public enum Standing {
        NONE,
        RANK,
        QUARTILE
    }
}
