package org.goldenthread.measures.scorecard;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.engine.Coverages;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.snapshot.Snapshot;

/** From a figure back to the rows of the returns that it was counted from. */
public final class Tracer {

    private final MeasureEngine engine;
    private final Coverages coverages;

    public Tracer(ScorecardRequest.Dataset dataset, MeasureEngine engine) {
        this.engine = engine;
        this.coverages = Coverages.of(dataset.coverage());
    }

    public static Tracer of(Snapshot snapshot, MeasureEngine engine) {
        return new Tracer(ScorecardRequest.Dataset.of(snapshot), engine);
    }

    /**
     * The figure of a measure for a month, quarter or year and the rows behind it. Where the sources do not reach, there is no
     * value and the figure says what is needed; whatever rows there are stand there all the same.
     */
    public Trace trace(Measure measure, Period period) {
        Figure figure = new MeasureFigures(
                        measure, period.end(), coverages, List.of(period), engine.totals(measure, List.of(period)))
                .of(period);
        return new Trace(
                measure,
                figure,
                engine.rows(measure, period).stream()
                        .map(row -> new Trace.TracedRow(
                                row.subject(),
                                row.numerator(),
                                row.denominator(),
                                row.breakdown(),
                                row.source(),
                                row.line()))
                        .toList());
    }

    /** The month, or part of it, that ends on {@code asAt}. */
    public Trace trace(Measure measure, LocalDate asAt) {
        return trace(measure, new Period(Period.Grain.MONTH, asAt.withDayOfMonth(1), asAt));
    }
}
