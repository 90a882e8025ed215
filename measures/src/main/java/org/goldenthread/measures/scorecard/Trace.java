package org.goldenthread.measures.scorecard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.measures.catalogue.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind one figure: child-level, so only for those with the right to see it.
 *
 * @param figure value, numerator and denominator, or why there is none
 */
public record Trace(Measure measure, Figure figure, List<TracedRow> rows) {

    /**
     * One thing counted.
     *
     * @param subject the child's pseudonym, or the key of the event
     * @param file key of the return's file among the snapshot's sources: its name, after its folder's where a folder was
     *     loaded, as several years' returns have files of the same name; empty where it is not known
     * @param line line of the file or row of the sheet; nought where it is not known
     */
    public record TracedRow(
            String subject,
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            Map<String, String> breakdown,
            String file,
            int line) {}

    public Trace {
        rows = List.copyOf(rows);
    }
}
