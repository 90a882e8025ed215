package org.goldenthread.app.loading;

import java.util.List;
import java.util.stream.Stream;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.returns.local.LocalMeasure;

/** What measures ask of the council's local counts. */
final class LocalMeasures {
    private LocalMeasures() {}

    static List<LocalMeasure> of(Stream<Measure> measures) {
        return measures.filter(Measure::isLocal).map(LocalMeasures::of).toList();
    }

    private static LocalMeasure of(Measure measure) {
        LocalMeasure.Shape shape = measure.unit() == Unit.PERCENT || measure.unit() == Unit.RATE_PER_10000
                ? LocalMeasure.Shape.NUMERATOR_AND_DENOMINATOR
                : LocalMeasure.Shape.VALUE;
        return new LocalMeasure(measure.local(), measure.name(), shape, measure.definition());
    }
}
