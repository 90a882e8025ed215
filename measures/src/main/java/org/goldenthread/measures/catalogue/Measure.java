package org.goldenthread.measures.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Period;
import java.util.List;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.core.figures.YearBasis;
import org.jspecify.annotations.Nullable;

/**
 * One measure: what it counts, why, by what law, how it adds up, and its query.
 *
 * @param id its name in files, addresses and figures; also the name of its file
 * @param version raised whenever its definition changes, so that an issued figure names what it was counted by
 * @param name what readers call it
 * @param why why it matters
 * @param decimals places shown
 * @param timing which days a month's figure is about
 * @param yearToDate how months become a year
 * @param year which year it restarts in
 * @param needs the sources that it counts from
 * @param lookback how long before the period's first day the sources must reach for the count to be right
 * @param population ages from and to, such as 0-17; empty for a measure that is no rate
 * @param comparator id of the measure in the DfE's statistics that is the same thing; empty where there is none
 * @param comparatorNote how the two differ; empty where they do not
 * @param people whether its counts tell of persons
 * @param partOf the measure whose rows hold all of this one's, for disclosure control; empty where there is none
 * @param local key of the local count that it is; empty for a measure counted from the record
 * @param sql the query, or the standard query of local counts
 * @param file where it was read from
 */
public record Measure(
        String id,
        int version,
        String name,
        String why,
        Polarity polarity,
        Unit unit,
        int decimals,
        Aggregate aggregate,
        Timing timing,
        YearToDateRule yearToDate,
        YearBasis year,
        Frequency frequency,
        Needs needs,
        Period lookback,
        String population,
        String comparator,
        String comparatorNote,
        People people,
        String partOf,
        String definition,
        String source,
        String law,
        String note,
        String local,
        String sql,
        String file) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal SEVEN = BigDecimal.valueOf(7);

    public boolean isLocal() {
        return !local.isEmpty();
    }

    /** Whether it is nothing but that count: no return can stand in its place. */
    public boolean isLocalAlone() {
        return isLocal() && needs.sources().equals(List.of("local." + local));
    }

    /**
     * The value that a numerator and denominator make, not rounded.
     *
     * @param denominator null where nothing was divided by, or where a source gave only the value
     * @return null where the denominator is nought, so that there is no value
     */
    public @Nullable BigDecimal value(BigDecimal numerator, @Nullable BigDecimal denominator) {
        return switch (aggregate) {
            case COUNT, SUM, MEDIAN -> numerator;
            case WEEKS -> numerator.divide(SEVEN, MathContext.DECIMAL64);
            case RATIO, MEAN, RATE, LATEST -> denominator == null ? numerator : over(numerator, denominator);
        };
    }

    private @Nullable BigDecimal over(BigDecimal numerator, BigDecimal denominator) {
        if (denominator.signum() == 0) {
            return null;
        }
        BigDecimal times = switch (unit) {
            case PERCENT -> numerator.multiply(HUNDRED);
            case RATE_PER_10000 -> numerator.multiply(TEN_THOUSAND);
            case COUNT, WEEKS, DAYS, CASES, SCORE -> numerator;
        };
        return times.divide(denominator, MathContext.DECIMAL64);
    }
}
