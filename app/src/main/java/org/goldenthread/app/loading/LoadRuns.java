package org.goldenthread.app.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.goldenthread.app.access.DemoStanding;
import org.goldenthread.app.access.FirstAccounts;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.returns.LoadException;
import org.goldenthread.returns.LoadResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/** The loads of this process: files wait, one load at a time runs, and the files are deleted when it ends. */
@Service
class LoadRuns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoadRuns.class);

    private final Loads loads;
    private final DemoStanding standing;
    private final FirstAccounts firstAccounts;
    private final Viewers viewers;
    private final AuditLog audit;
    private final Path waiting;
    private final Map<String, LoadRun> runs = new ConcurrentHashMap<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("load").factory());

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

    Optional<LoadRun> findRun(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    LoadRun drop(List<MultipartFile> files, String authorityCode, String authority) throws IOException {
        viewers.require(Right.LOAD_RETURNS);
        String id = UUID.randomUUID().toString();
        Path folder = Files.createDirectories(waiting.resolve(id));
        List<SortedFile> sorted = new ArrayList<>();
        boolean allMadeUp = true;
        int number = 0;
        for (MultipartFile dropped : files) {
            String name = plainName(dropped.getOriginalFilename());
            if (dropped.isEmpty() && name.isEmpty()) {
                continue;
            }
            number++;
            Path file = folder.resolve(number + "-" + name);
            dropped.transferTo(file);
            SortedFile recognised = FileSorting.sort(file);
            sorted.add(recognised);
            allMadeUp &= !recognised.isTaken() || loads.isMadeUp(file);
        }
        LoadRun run = LoadRun.waiting(
                id, folder, authorityCode, authority, sorted, standing.isDemo() && !allMadeUp);
        runs.put(id, run);
        return run;
    }

    /** Starts a waiting load; where it ends the demo, the accounts change before the first row is read. */
    void start(String id) {
        Viewer viewer = viewers.require(Right.LOAD_RETURNS);
        LoadRun run = runs.computeIfPresent(
                id, (key, old) -> old.state() == LoadRun.State.WAITING ? old.running("Waiting to start", 0, 0) : old);
        if (run == null || run.total() > 0) {
            return;
        }
        boolean madeUp = standing.isDemo() && !run.endsDemo();
        audit.add(viewer.account(), viewer.role().label(), Action.RETURNS_LOADED, run.authority(), "load " + id);
        worker.submit(() -> carryOut(run, madeUp, viewer));
    }

    private void carryOut(LoadRun run, boolean madeUp, Viewer viewer) {
        try {
            LoadResult result = loads.load(
                    FileSorting.request(run),
                    (what, done, total) -> change(run.id(), old -> old.running(what, done, total)),
                    madeUp,
                    viewer.account());
            String snapshot = result.manifest().id();
            if (run.endsDemo()) {
                firstAccounts.endDemo(viewer);
            }
            change(run.id(), old -> old.done("Loaded. The scorecard is drawn from it now.", result.findings(), snapshot));
        } catch (LoadException refusal) {
            change(run.id(), old -> old.refused(String.valueOf(refusal.getMessage()), List.of()));
        } catch (IOException | RuntimeException problem) {
            LOG.error("The load {} failed.", run.id(), problem);
            change(
                    run.id(),
                    old -> old.refused(
                            "The fault is ours: the load stopped, and nothing of it was kept. Tell your administrator the id "
                                    + run.id() + ", which finds the cause in the log.",
                            List.of()));
        } finally {
            deleteFiles(run.folder());
        }
    }

    private void change(String id, UnaryOperator<LoadRun> changing) {
        runs.computeIfPresent(id, (key, old) -> changing.apply(old));
    }

    private static void deleteFiles(Path folder) {
        try {
            Loads.delete(folder);
        } catch (IOException problem) {
            throw new UncheckedIOException(folder + " could not be deleted. Delete it by hand.", problem);
        }
    }

    // A browser may send a path; only its last part is a name, and nothing odd in it is kept.
    static String plainName(@org.jspecify.annotations.Nullable String sent) {
        String name = sent == null ? "" : sent.replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9 ._()-]", "_");
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
