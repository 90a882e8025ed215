package org.goldenthread.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.engine.DuckDbEngine;
import org.goldenthread.measures.scorecard.IndexDefinition;
import org.goldenthread.measures.scorecard.PartOne;
import org.goldenthread.measures.scorecard.Scorecard;
import org.goldenthread.measures.scorecard.ScorecardBuilder;
import org.goldenthread.measures.scorecard.ScorecardRequest;
import org.goldenthread.measures.scorecard.Tracer;
import org.goldenthread.publication.Commentaries;
import org.goldenthread.publication.ScorecardRenderer;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.ReturnsLoader;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;

/**
 * Goes once through the ordinary commands with the returns of some made-up children, so that the launcher can record which classes they
 * use. Nothing of it is kept but that record.
 */
public final class Rehearsal {

    private static final LocalDate AS_AT = LocalDate.of(2024, 3, 31);

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("goldenthread-rehearsal");
        try {
            rehearse(folder);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static void rehearse(Path folder) throws IOException {
        GoldenThread.commandLine(InstantSource.system()).execute("measures");
        GoldenThread.commandLine(InstantSource.system()).execute("measures", "children-looked-after");
        LoadRequest request = RehearsalReturns.write(folder);
        SnapshotKeys keys = SnapshotKeys.load(folder.resolve("keys"));
        Path out = folder.resolve("snapshot");
        new ReturnsLoader().load(request, out, keys, InstantSource.system(), Progress.SILENT);
        Catalogue catalogue = Catalogue.standard();
        Snapshot snapshot = Snapshot.open(out, keys);
        try (DuckDbEngine engine = DuckDbEngine.open(snapshot)) {
            Scorecard part2 = new ScorecardBuilder()
                    .build(ScorecardRequest.of(
                            ScorecardRequest.Dataset.of(snapshot),
                            engine,
                            catalogue,
                            IndexDefinition.standard("2024"),
                            AS_AT));
            Scorecard part1 = PartOne.from(part2, catalogue, DisclosureRules.standard());
            for (String format : ScorecardRenderer.listFormats()) {
                ScorecardRenderer.of(format).render(part1, Commentaries.empty(), new ByteArrayOutputStream());
            }
            Tracer.of(snapshot, engine).trace(catalogue.getMeasure("children-looked-after"), AS_AT);
        }
    }
}
