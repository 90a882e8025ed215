package org.goldenthread.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.engine.DuckDbEngine;
import org.goldenthread.measures.scorecard.IndexDefinition;
import org.goldenthread.measures.scorecard.ScorecardBuilder;
import org.goldenthread.measures.scorecard.ScorecardRequest;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;

/** A nation's scorecards: one for each of many boroughs, from snapshots that are there already, in one process. */
final class ManyBoroughs {

    private static final LocalDate AS_AT = LocalDate.of(2024, 3, 31);

    private final Boroughs boroughs;
    private final Report report;
    private final Path root;

    ManyBoroughs(Boroughs boroughs, Report report, Path root) {
        this.boroughs = boroughs;
        this.report = report;
        this.root = root;
    }

    void run(int number) throws IOException, InterruptedException {
        for (int seed = 1; seed <= number; seed++) {
            boroughs.snapshot(seed);
        }
        ProcessRun all = ProcessRun.of(
                List.of(root.resolve("goldenthread").toString(), "bench", "boroughs-run"),
                root.resolve("target/bench"));
        if (all.exit() != 0) {
            throw new IllegalStateException("The scorecards could not be drawn; see " + all.output() + ".");
        }
        report.line(
                number + " boroughs' scorecards from built snapshots",
                new double[] {all.wall().toNanos() / 1e9},
                all.peakMebibytes(),
                "60 s and 4096 MiB on two cores");
    }

    static void runAll(Boroughs boroughs, int number) throws Exception {
        Catalogue catalogue = Catalogue.standard();
        IndexDefinition index = IndexDefinition.standard("2024");
        SnapshotKeys keys = SnapshotKeys.load(boroughs.keyFile());
        int indicators = 0;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int seed = 1; seed <= number; seed++) {
                Path directory = boroughs.snapshot(seed);
                running.add(two.submit(() -> {
                    Snapshot snapshot = Snapshot.open(directory, keys);
                    try (DuckDbEngine engine = DuckDbEngine.open(snapshot, 1, 512)) {
                        return new ScorecardBuilder()
                                .build(ScorecardRequest.of(
                                        ScorecardRequest.Dataset.of(snapshot), engine, catalogue, index, AS_AT))
                                .indicators()
                                .size();
                    }
                }));
            }
            for (Future<Integer> each : running) {
                indicators += each.get();
            }
        }
        System.out.println(number + " scorecards, " + indicators + " indicators.");
    }
}
