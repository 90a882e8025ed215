package org.goldenthread.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.returns.LoadResult;
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.ReturnsLoader;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;

/** The demo's returns and snapshots in its folder: last month's and this month's, made once and kept. */
final class DemoSnapshots {

    private final DemoOptions options;
    private final Path returns;
    private final Path snapshots;
    private final Path keyFile;

    DemoSnapshots(DemoOptions options, Path home) {
        this.options = options;
        String name = "seed-" + options.seed() + "-scale-" + options.scale() + "-" + options.asAt() + "-years-" + options.years();
        this.returns = home.resolve("returns").resolve(name);
        this.snapshots = home.resolve("snapshots").resolve(name);
        this.keyFile = home.resolve("keys").resolve("snapshots.key");
    }

    /** Last month's first, then this month's. */
    List<LoadResult> load() {
        writeReturns();
        SnapshotKeys keys = SnapshotKeys.load(keyFile);
        LocalDate monthBefore = options.asAt().withDayOfMonth(1).minusDays(1);
        return List.of(
                load(returns.resolve("previous-month"), snapshots.resolve("previous-month"), monthBefore, keys),
                load(returns, snapshots.resolve("this-month"), options.asAt(), keys));
    }

    private void writeReturns() {
        Path whole = returns.resolve("whole");
        if (Files.exists(whole)) {
            return;
        }
        try {
            BoroughFiles.write(Borough.generate(options), returns);
            Files.writeString(whole, "Every file of this folder was written.\n");
        } catch (IOException fault) {
            throw new UncheckedIOException(
                    "The made-up returns could not be written to " + returns + ". Is there room, and may you write there?",
                    fault);
        }
    }

    private LoadResult load(Path from, Path to, LocalDate extracted, SnapshotKeys keys) {
        if (Files.exists(to.resolve("manifest.json"))) {
            Snapshot made = Snapshot.open(to, keys);
            return new LoadResult(to, made.manifest(), made.findings());
        }
        LoadRequest.Builder request = LoadRequest.of(
                        options.authority().code(), options.authority().name())
                .extracted(extracted);
        list(from.resolve("ssda903")).forEach(request::ssda903);
        list(from.resolve("cin")).forEach(request::cin);
        list(from.resolve("annex-a")).forEach(request::annexA);
        request.local(from.resolve("local"));
        return new ReturnsLoader().load(request.build(), to, keys, InstantSource.system(), Progress.SILENT);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.sorted().toList());
        } catch (IOException fault) {
            throw new UncheckedIOException("The made-up returns in " + folder + " cannot be read.", fault);
        }
    }
}
