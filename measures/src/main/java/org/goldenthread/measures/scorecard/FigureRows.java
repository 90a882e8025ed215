package org.goldenthread.measures.scorecard;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.measures.engine.Row;
import org.goldenthread.measures.engine.Total;

/** What a figure is made of, row by row. */
public final class FigureRows {

    private FigureRows() {}

    /**
     * The rows that a figure is made of. A year of a local count is made of its months, or of the last of them that has a value, by the
     * measure's own rule, unless the council gave one count for that very year.
     */
    public static List<Row> list(MeasureEngine engine, Measure measure, Period period) {
        List<Row> own = engine.rows(measure, period);
        if (!own.isEmpty() || !measure.isLocal() || period.grain() != Period.Grain.YEAR) {
            return own;
        }
        List<Period> months = Stream.iterate(
                        YearMonth.from(period.start()),
                        month -> !month.isAfter(YearMonth.from(period.end())),
                        month -> month.plusMonths(1))
                .map(Period::month)
                .toList();
        Set<String> valued = engine.totals(measure, months).stream()
                .filter(total -> total.state().hasValue())
                .map(Total::periodId)
                .collect(Collectors.toSet());
        List<Period> counted =
                months.stream().filter(month -> valued.contains(month.id())).toList();
        boolean lastAlone = switch (measure.yearToDate()) {
            case SUM, POOLED, MEAN -> false;
            case LATEST, NONE -> true;
        };
        return counted.stream()
                .skip(lastAlone ? Math.max(0, counted.size() - 1) : 0)
                .flatMap(month -> engine.rows(measure, month).stream())
                .toList();
    }
}
