package org.goldenthread.app.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.goldenthread.app.scorecard.Scorecards;
import org.goldenthread.returns.DroppedFiles;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.returns.local.LocalMeasure;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Local counts and estimates of the population that are dropped beside something that holds neither, such as the record. */
@Component
public class LocalFiles {

    private final Scorecards scorecards;
    private final Path waiting;

    LocalFiles(Scorecards scorecards, @Value("${goldenthread.home}") Path home) {
        this.scorecards = scorecards;
        this.waiting = home.resolve("snapshots");
    }

    /**
     * Files that were kept; closing deletes them.
     *
     * @param problem which file is neither, and what to do; empty where each is one or the other
     */
    public record Kept(Path folder, List<Path> local, List<LocalMeasure> measures, String problem)
            implements AutoCloseable {

        public void addTo(LoadRequest.Builder request) {
            local.forEach(request::local);
            request.localMeasures(measures);
        }

        @Override
        public void close() {
            if (Files.exists(folder)) {
                try {
                    Loads.delete(folder);
                } catch (IOException problem) {
                    throw new UncheckedIOException(folder + " could not be deleted. Delete it by hand.", problem);
                }
            }
        }
    }

    /** Keeps what was dropped until it was loaded. */
    public Kept keep(List<MultipartFile> dropped) throws IOException {
        Path folder = waiting.resolve("local-" + UUID.randomUUID());
        DroppedFiles.Sorted sorted =
                DroppedFiles.sort(LoadRuns.keep(dropped, folder), Files.createDirectories(folder.resolve("sorted")));
        boolean others = Stream.of(sorted.ssda903(), sorted.cin(), sorted.annexA(), sorted.ssd())
                .anyMatch(kind -> !kind.isEmpty());
        String problem = sorted.refused().stream()
                .findFirst()
                .map(refused -> refused.source() + ": " + refused.problem() + " " + refused.action())
                .orElse(
                        others
                                ? "Choose local counts and population alone: the returns are drawn of the record itself"
                                : "");
        return new Kept(
                folder, sorted.local(), LocalMeasures.of(scorecards.catalogue().listMeasures().stream()), problem);
    }
}
