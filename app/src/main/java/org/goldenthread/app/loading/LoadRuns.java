package org.goldenthread.app.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.goldenthread.app.access.DemoStanding;
import org.goldenthread.app.access.FirstAccounts;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.runs.Refusal;
import org.goldenthread.app.runs.Run;
import org.goldenthread.app.runs.Runs;
import org.goldenthread.app.web.DroppedNames;
import org.goldenthread.returns.DroppedFiles;
import org.goldenthread.returns.LoadException;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.returns.LoadResult;
import org.goldenthread.returns.Progress;
import org.goldenthread.snapshot.Finding;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/** The loads of this process: files wait, one load at a time runs, and the files are deleted when it ends. */
@Service
class LoadRuns implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Loads loads;
    private final DemoStanding standing;
    private final FirstAccounts firstAccounts;
    private final Viewers viewers;
    private final AuditLog audit;
    private final Path waiting;
    private final Runs<LoadRun, List<Finding>> runs = new Runs<>("load");
    private final ScheduledExecutorService cleaner = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cleaner").factory());

    LoadRuns(
            Loads loads,
            DemoStanding standing,
            FirstAccounts firstAccounts,
            Viewers viewers,
            AuditLog audit,
            @Value("${goldenthread.home}") Path home)
            throws IOException {
        this.loads = loads;
        this.standing = standing;
        this.firstAccounts = firstAccounts;
        this.viewers = viewers;
        this.audit = audit;
        this.waiting = home.resolve("dropped");
        // Files of a load that a stop cut short tell of real children, and nobody will come back for them.
        if (Files.exists(waiting)) {
            Loads.delete(waiting);
        }
    }

    Optional<Run<LoadRun, List<Finding>>> findRun(String id) {
        return runs.findRun(id);
    }

    /**
     * Keeps dropped files until somebody goes on with them.
     *
     * @param asked the council and the day of the extracts, without files
     * @return id of the run
     */
    String drop(List<MultipartFile> dropped, LoadRequest asked) throws IOException {
        Viewer viewer = viewers.require(Right.LOAD_RETURNS);
        runs.listRuns().stream()
                .filter(old -> old.what().account().equals(viewer.account()))
                .forEach(old -> discardIfWaiting(old.id()));
        String id = Runs.newId();
        Path folder = waiting.resolve(id);
        DroppedFiles.Sorted sorted =
                DroppedFiles.sort(keep(dropped, folder), Files.createDirectories(folder.resolve("sorted")));
        boolean madeUp = standing.isDemo() && loads.areMadeUp(sorted);
        runs.add(
                id,
                new LoadRun(
                        viewer.account(),
                        folder,
                        request(sorted, asked, madeUp),
                        inWords(sorted),
                        standing.isDemo() && !madeUp));
        var unused = cleaner.schedule(() -> discardIfWaiting(id), LONGEST_WAIT.toMinutes(), TimeUnit.MINUTES);
        return id;
    }

    /** Files tell of real children: those that nobody goes on with are not kept. */
    private void discardIfWaiting(String id) {
        runs.discardIfWaiting(id, what -> deleteFiles(what.folder()));
    }

    /** Starts a waiting load. A load that ends the demo ends it once its snapshot is whole. */
    void start(String id) {
        Viewer viewer = viewers.require(Right.LOAD_RETURNS);
        LoadRun what = runs.findRun(id).orElseThrow().what();
        Function<Progress, List<Finding>> work = progress -> carryOut(id, what, viewer, progress);
        runs.start(id, audit.carrying(work)::apply);
    }

    private List<Finding> carryOut(String id, LoadRun what, Viewer viewer, Progress progress) {
        try {
            audit.add(
                    viewer.account(),
                    viewer.role().label(),
                    Action.RETURNS_LOADED,
                    what.request().authority(),
                    "load " + id);
            boolean madeUp = !what.request().encrypted();
            LoadResult result = loads.load(what.request(), progress, madeUp, viewer.account());
            if (what.endsDemo()) {
                firstAccounts.endDemo(viewer);
            }
            return result.findings();
        } catch (LoadException refusal) {
            throw new Refusal(String.valueOf(refusal.getMessage()), refusal);
        } finally {
            deleteFiles(what.folder());
        }
    }

    static List<Path> keep(List<MultipartFile> dropped, Path folder) throws IOException {
        List<Path> kept = new ArrayList<>();
        for (MultipartFile file : dropped) {
            String name = DroppedNames.plain(file.getOriginalFilename());
            if (!name.isEmpty()) {
                // Each in a folder of its own: two returns hold files of the same names.
                Path place = Files.createDirectories(folder.resolve("dropped-" + kept.size()))
                        .resolve(name);
                file.transferTo(place);
                kept.add(place);
            }
        }
        return kept;
    }

    private static LoadRequest request(DroppedFiles.Sorted sorted, LoadRequest asked, boolean madeUp) {
        LoadRequest.Builder request = LoadRequest.of(asked.authorityCode(), asked.authority())
                .extracted(asked.extracted())
                .localMeasures(asked.localMeasures());
        sorted.ssda903().forEach(request::ssda903);
        sorted.cin().forEach(request::cin);
        sorted.annexA().forEach(request::annexA);
        sorted.local().forEach(request::local);
        sorted.ssd().forEach(request::ssd);
        return madeUp ? request.unencrypted().build() : request.build();
    }

    private static List<LoadRun.Dropped> inWords(DroppedFiles.Sorted sorted) {
        List<LoadRun.Dropped> files = new ArrayList<>();
        sorted.recognised().forEach(one -> files.add(new LoadRun.Dropped(one.file(), true, one.as())));
        sorted.refused()
                .forEach(
                        one -> files.add(new LoadRun.Dropped(one.source(), false, one.problem() + " " + one.action())));
        return files;
    }

    private static void deleteFiles(Path folder) {
        try {
            Loads.delete(folder);
        } catch (IOException problem) {
            throw new UncheckedIOException(folder + " could not be deleted. Delete it by hand.", problem);
        }
    }

    @Override
    public void close() {
        runs.close();
        cleaner.shutdownNow();
    }
}
