package org.goldenthread.measures.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Measure;

/** Runs measures over one snapshot, one query for all periods of a measure. Safe for use by several threads. */
public interface MeasureEngine extends AutoCloseable {

    /** The whole of each period that has any row, in the order of the periods. */
    List<Total> totals(Measure measure, List<Period> periods);

    /**
     * Each period by the values of breakdown columns.
     *
     * @param by names of the columns without {@code by_}
     */
    List<Total> breakdown(Measure measure, List<Period> periods, List<String> by);

    /** Each thing counted for a period, by subject. */
    List<Row> rows(Measure measure, Period period);

    /** The totals of many measures, by id; an engine may run them side by side. */
    default Map<String, List<Total>> totals(Map<Measure, List<Period>> periodsByMeasure) {
        Map<String, List<Total>> totals = new LinkedHashMap<>();
        periodsByMeasure.forEach((measure, periods) -> totals.put(measure.id(), totals(measure, periods)));
        return totals;
    }

    @Override
    void close();
}
