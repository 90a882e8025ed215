package org.goldenthread.measures.engine;

import java.math.BigDecimal;
import java.util.Map;
import org.goldenthread.core.figures.FigureState;
import org.jspecify.annotations.Nullable;

/**
 * What a measure's rows for one period come to. A period without any row has no total.
 *
 * @param periodId id of the period
 * @param breakdown the value of each breakdown column; empty for the whole
 * @param numerator the sum, or for a median or latest the value itself
 * @param denominator what the numerator is out of: the sum of denominators, for a mean without them the number of rows, for a
 *     rate the population; null where there is nothing to divide by
 * @param rows how many rows there are
 * @param state a local count's own state, else {@code VALUE}; the numerator is nought where the state has no value
 * @param note a local count's note, or which population a rate is for; may be empty
 */
public record Total(
        String periodId,
        Map<String, String> breakdown,
        BigDecimal numerator,
        @Nullable BigDecimal denominator,
        long rows,
        FigureState state,
        String note) {

    public Total {
        breakdown = Map.copyOf(breakdown);
    }

    public Total(
            String periodId,
            Map<String, String> breakdown,
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            long rows) {
        this(periodId, breakdown, numerator, denominator, rows, FigureState.VALUE, "");
    }
}
