package org.goldenthread.core.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value of one measure for one period.
 *
 * @param period what it is about
 * @param state whether there is a value and, if not, why
 * @param value the value, not rounded: a percentage is 0 to 100 and beyond, a rate is per 10,000; null where the state
 *     has none
 * @param numerator what was counted, or for a mean the sum; null where the state has no value or the source gave only
 *     the value
 * @param denominator what it was counted out of; null for a plain count, and as for the numerator
 * @param asPublished the value last published for this period where it differs from what is now known; the figure is then
 *     shown as revised
 * @param reason what a reader should know of the state, such as which source is needed; empty where there is nothing to
 *     say
 */
public record Figure(
        Period period,
        FigureState state,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal asPublished,
        String reason) {

    public Figure {
        if (state.hasValue() != (value != null)) {
            throw new IllegalArgumentException("A figure in the state '" + state.label() + "' "
                    + (value == null ? "needs" : "cannot have") + " a value.");
        }
        if (!state.hasValue() && (numerator != null || denominator != null || asPublished != null)) {
            throw new IllegalArgumentException("A figure in the state '" + state.label()
                    + "' cannot have a numerator, denominator or published value.");
        }
    }

    public static Figure of(
            Period period, BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        return new Figure(period, FigureState.VALUE, value, numerator, denominator, null, "");
    }

    /** A figure that has no value to show. */
    public static Figure none(Period period, FigureState state, String reason) {
        return new Figure(period, state, null, null, null, null, reason);
    }

    /** This figure, marked as differing from what was published. */
    public Figure publishedAs(BigDecimal published) {
        return new Figure(period, state, value, numerator, denominator, published, reason);
    }

    /** Whether the value differs from the one last published for this period. */
    public boolean isRevised() {
        return asPublished != null;
    }

    /** Whether there is a number that may not be shown here. */
    public boolean isSuppressed() {
        return state == FigureState.SUPPRESSED;
    }
}
