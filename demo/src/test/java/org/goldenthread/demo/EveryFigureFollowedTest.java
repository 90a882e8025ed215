package org.goldenthread.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.goldenthread.core.figures.Expectation;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.engine.DuckDbEngine;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.measures.scorecard.Comparators;
import org.goldenthread.measures.scorecard.FollowedFigures;
import org.goldenthread.measures.scorecard.IndexDefinition;
import org.goldenthread.measures.scorecard.IndexRow;
import org.goldenthread.measures.scorecard.PublishedValues;
import org.goldenthread.measures.scorecard.Scorecard;
import org.goldenthread.measures.scorecard.ScorecardBuilder;
import org.goldenthread.measures.scorecard.ScorecardRequest;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.ReturnsLoader;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every measure of the catalogue over a small made-up borough. */
class EveryFigureFollowedTest {

    private static final DemoOptions SMALL = DemoOptions.standard().withScale(0.1);

    @TempDir
    Path folder;

    @Test
    void everyFigureOfEveryMeasureLeadsToTheLinesOfTheReturns() throws IOException {
        Path returns = folder.resolve("returns");
        BoroughFiles.writeAsAt(Borough.generate(SMALL), SMALL.asAt(), returns);
        Snapshot snapshot = load(returns);
        Catalogue catalogue = Catalogue.standard();
        try (MeasureEngine engine = DuckDbEngine.open(snapshot)) {
            Scorecard scorecard = new ScorecardBuilder()
                    .build(new ScorecardRequest(
                            ScorecardRequest.Dataset.of(snapshot),
                            engine,
                            catalogue,
                            everyMeasure(catalogue),
                            SMALL.asAt(),
                            Comparators.standard(),
                            PublishedValues.empty(),
                            Map.of(),
                            1));
            FollowedFigures followed = new FollowedFigures(snapshot, engine, catalogue, List.of(returns));
            followed.follow(scorecard);
            followed.followByTracer(scorecard);
            assertThat(followed.faults()).isEmpty();
            TreeSet<String> without = new TreeSet<>();
            catalogue.listMeasures().forEach(measure -> without.add(measure.id()));
            without.removeAll(followed.rowsByMeasure().keySet());
            // The quoracy of child protection reviews stands in the SSD alone.
            assertThat(without).containsExactly("child-protection-reviews-quorate");
            assertThat(followed.figures()).isGreaterThan(900);
        }
    }

    private Snapshot load(Path returns) throws IOException {
        LoadRequest.Builder request = LoadRequest.of("399", "London Borough of Fairmead")
                .annexA(returns.resolve("annex-a/annex-a.xlsx"))
                .local(returns.resolve("local"))
                .extracted(SMALL.asAt());
        list(returns.resolve("ssda903")).forEach(request::ssda903);
        list(returns.resolve("cin")).forEach(request::cin);
        SnapshotKeys keys = SnapshotKeys.load(folder.resolve("snapshot.key"));
        new ReturnsLoader()
                .load(
                        request.build(),
                        folder.resolve("snapshot"),
                        keys,
                        InstantSource.fixed(Instant.parse("2024-04-12T09:30:00Z")),
                        Progress.SILENT);
        return Snapshot.open(folder.resolve("snapshot"), keys);
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static IndexDefinition everyMeasure(Catalogue catalogue) {
        List<IndexRow> rows = new ArrayList<>();
        for (Measure measure : catalogue.listMeasures()) {
            rows.add(new IndexRow(
                    "All",
                    String.valueOf(rows.size() + 1),
                    "",
                    measure.id(),
                    null,
                    Expectation.NONE,
                    "",
                    false,
                    IndexRow.Standing.NONE));
        }
        return new IndexDefinition("all", "Every measure", rows);
    }
}
