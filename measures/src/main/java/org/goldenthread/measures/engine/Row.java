package org.goldenthread.measures.engine;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a measure counted.
 *
 * @param periodId id of the period it was counted for
 * @param subject the child's pseudonym, or the key of the event
 * @param numerator what it adds to the numerator
 * @param denominator what it adds to the denominator; null where the measure has none
 * @param breakdown the value of each breakdown column, by name without {@code by_}
 * @param source key of the file among the snapshot's sources; empty where it is not known
 * @param line line of the file or row of the sheet; nought where it is not known
 */
public record Row(
        String periodId,
        String subject,
        BigDecimal numerator,
        @Nullable BigDecimal denominator,
        Map<String, String> breakdown,
        String source,
        int line) {

    public Row {
        breakdown = Map.copyOf(breakdown);
    }
}
