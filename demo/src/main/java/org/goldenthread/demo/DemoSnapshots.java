package org.goldenthread.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.ReturnsLoader;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Manifest;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;

/**
 * A made-up borough's returns, loaded as a council's would be: the latest extract and the one of a month earlier. What was
 * made before is used again.
 */
public final class DemoSnapshots {
    private final DemoOptions options;
    private final Path folder;
    private final SnapshotKeys keys;
    private final InstantSource clock;

    /**
     * @param home folder of the application's data; the borough gets a folder of its own under {@code demo} in it
     * @param keys those that the snapshots are to be made and read with
     */
    public DemoSnapshots(DemoOptions options, Path home, SnapshotKeys keys, InstantSource clock) {
        this.options = options;
        this.folder = home.resolve("demo").resolve(name(options));
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * One of the two snapshots.
     *
     * @param findings what was wrong in the returns; see docs/demo.md for what is there on purpose
     */
    public record Loaded(Path directory, Manifest manifest, List<Finding> findings) {}

    private static String name(DemoOptions options) {
        String name = String.join(
                "-",
                options.authority().code(),
                String.valueOf(options.seed()),
                String.valueOf(options.scale()),
                options.asAt().toString(),
                String.valueOf(options.years()));
        return options.slips() ? name : name + "-without-slips";
    }

    /** The extract of a month earlier, then the latest. */
    public List<Loaded> makeBoth(Progress progress) throws IOException {
        Path returns = makeReturns();
        Loaded earlier = load(returns.resolve("previous-month"), BoroughFiles.monthBefore(options.asAt()), progress);
        return List.of(earlier, load(returns, options.asAt(), progress));
    }

    /** The folder of the made-up lists that the made-up returns are checked with. */
    Path reference() {
        return folder.resolve("returns").resolve("reference");
    }

    private Path makeReturns() throws IOException {
        Path returns = folder.resolve("returns");
        if (!Files.isDirectory(returns)) {
            Path draft = folder.resolve("returns.part");
            deleteIfThere(draft);
            BoroughFiles.write(Borough.generate(options), draft);
            Files.move(draft, returns);
        }
        return returns;
    }

    private Loaded load(Path returns, LocalDate day, Progress progress) throws IOException {
        Path directory = folder.resolve("snapshots").resolve(day.toString());
        if (Files.exists(directory.resolve("manifest.json"))) {
            Snapshot snapshot = Snapshot.open(directory, keys);
            return new Loaded(directory, snapshot.manifest(), snapshot.findings());
        }
        var result = new ReturnsLoader().load(request(returns, day), directory, keys, clock, progress);
        return new Loaded(result.snapshot(), result.manifest(), result.findings());
    }

    private LoadRequest request(Path returns, LocalDate day) throws IOException {
        LoadRequest.Builder request =
                LoadRequest.of(options.authority().code(), options.authority().name());
        for (Path year : list(returns.resolve("ssda903"))) {
            request.ssda903(year);
        }
        for (Path census : list(returns.resolve("cin"))) {
            request.cin(census);
        }
        request.annexA(returns.resolve("annex-a").resolve("annex-a.xlsx"));
        request.local(returns.resolve("local"));
        return request.extracted(day).build();
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static void deleteIfThere(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(DemoSnapshots::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The unfinished returns in " + file + " cannot be deleted.", e);
        }
    }
}
