package org.goldenthread.cli;

import java.nio.file.Path;
import java.util.List;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.returns.local.LocalMeasure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which catalogue to use: the standard one, with a council's own measures where it has some. */
final class Measures {

    @Option(
            names = "--measures",
            paramLabel = "DIR",
            description =
                    "A folder of your own measures, one .sql file each; one named as a standard measure replaces it.")
    private @Nullable Path folder;

    Catalogue catalogue() {
        return folder == null ? Catalogue.standard() : Catalogue.standardWith(folder);
    }

    /** The counts that the council gives by itself, because no return holds them. */
    List<LocalMeasure> listLocal() {
        return catalogue().listMeasures().stream()
                .filter(Measure::isLocal)
                .map(Measures::local)
                .toList();
    }

    private static LocalMeasure local(Measure measure) {
        boolean share = measure.unit() == Unit.PERCENT || measure.unit() == Unit.RATE_PER_10000;
        return new LocalMeasure(
                measure.local(),
                measure.name(),
                share ? LocalMeasure.Shape.NUMERATOR_AND_DENOMINATOR : LocalMeasure.Shape.VALUE,
                measure.definition());
    }
}
