package org.goldenthread.core.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of an indicator: a target or a range of acceptable performance, and how far outside it is amber.
 *
 * <p>Committee papers print ranges in any order ("95-83%", "25-15%", "1.7%-1.9%"). Here aim and limit are typed fields:
 * the aim is the better end and the limit is the worst that is still acceptable; a value at or better than the limit is
 * green. For a neutral measure with a range, the two are its ends and a value inside is green.
 *
 * @param aim the target, or the better end of the range; null where the indicator is not a target measure
 * @param limit the worst acceptable value; equal to the aim for a single target; null where aim is null
 * @param tolerance how far beyond the limit a value is amber and not yet red, in the unit of the measure; nought or more
 * @param asPrinted the words in which the council prints it, such as "95 - 83%"
 */
public record Expectation(
        @Nullable BigDecimal aim, @Nullable BigDecimal limit, BigDecimal tolerance, String asPrinted) {

    /** Of an indicator that is counted to know demand or scale. */
    public static final Expectation NONE = new Expectation(null, null, BigDecimal.ZERO, "Not a target measure");

    public Expectation {
        if ((aim == null) != (limit == null)) {
            throw new IllegalArgumentException("An expectation has both an aim and a limit, or neither.");
        }
        if (tolerance.signum() < 0) {
            throw new IllegalArgumentException("A tolerance cannot be less than nought: " + tolerance + ".");
        }
    }

    public boolean isTarget() {
        return aim != null;
    }

    /**
     * How {@code value} stands against this expectation. The value is rated as it is shown, so pass it rounded.
     *
     * @param value null where there is none
     */
    public Rating rate(@Nullable BigDecimal value, Polarity polarity) {
        if (aim == null || limit == null) {
            return Rating.NOT_A_TARGET_MEASURE;
        }
        if (value == null) {
            return Rating.NOT_RATED;
        }
        BigDecimal beyond = switch (polarity) {
            case HIGH -> limit.subtract(value);
            case LOW -> value.subtract(limit);
            case NEUTRAL -> aim.min(limit).subtract(value).max(value.subtract(aim.max(limit)));
        };
        if (beyond.signum() <= 0) {
            return Rating.GREEN;
        }
        return beyond.compareTo(tolerance) <= 0 ? Rating.AMBER : Rating.RED;
    }
}
