package org.goldenthread.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.goldenthread.demo.Borough;
import org.goldenthread.demo.BoroughFiles;
import org.goldenthread.demo.DemoOptions;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.ReturnsLoader;
import org.goldenthread.snapshot.SnapshotKeys;

/** Made-up boroughs of full size to measure on, kept between runs, one folder for each seed. */
final class Boroughs {

    private final Path folder;

    Boroughs(Path folder) {
        this.folder = folder;
    }

    Path keyFile() {
        return folder.resolve("home").resolve("snapshot.keys");
    }

    Path home() {
        return folder.resolve("home");
    }

    /** The returns of the borough of that seed, made if they are not there. */
    Path returns(long seed) {
        Path directory = folder.resolve("borough-" + seed);
        if (Files.exists(directory.resolve("whole"))) {
            return directory;
        }
        try {
            DemoOptions options = DemoOptions.standard().withSeed(seed);
            BoroughFiles.writeAsAt(Borough.generate(options), options.asAt(), directory);
            Files.writeString(directory.resolve("whole"), "");
            return directory;
        } catch (IOException fault) {
            throw new UncheckedIOException("The made-up borough could not be written to " + directory + ".", fault);
        }
    }

    /** The snapshot of that borough, made if it is not there. */
    Path snapshot(long seed) {
        Path directory = folder.resolve("snapshot-" + seed);
        if (!Files.exists(directory)) {
            new ReturnsLoader()
                    .load(
                            request(returns(seed)),
                            directory,
                            SnapshotKeys.load(keyFile()),
                            InstantSource.system(),
                            Progress.SILENT);
        }
        return directory;
    }

    static LoadRequest request(Path returns) {
        LoadRequest.Builder request = LoadRequest.of("399", "London Borough of Fairmead");
        list(returns.resolve("ssda903")).forEach(request::ssda903);
        list(returns.resolve("cin")).forEach(request::cin);
        list(returns.resolve("annex-a")).forEach(request::annexA);
        return request.local(returns.resolve("local")).build();
    }

    static Stream<Path> list(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.sorted().toList().stream();
        } catch (IOException fault) {
            throw new UncheckedIOException("The folder " + directory + " cannot be read.", fault);
        }
    }
}
