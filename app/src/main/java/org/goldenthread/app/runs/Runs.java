package org.goldenthread.app.runs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.goldenthread.returns.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of this process of one kind: one at a time is carried out, the others wait for their turn.
 *
 * @param <W> what is asked for
 * @param <R> what comes of it
 */
public final class Runs<W, R> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final String kind;
    private final Map<String, Run<W, R>> runs = new ConcurrentHashMap<>();
    private final ExecutorService worker;

    /** What is done on the worker's thread. */
    @FunctionalInterface
    public interface Work<R> {
        /** @throws Refusal where it cannot be done */
        R carryOut(Progress progress);
    }

    /** @param kind such as "load", by which the log and the thread name them */
    public Runs(String kind) {
        this.kind = kind;
        this.worker =
                Executors.newSingleThreadExecutor(Thread.ofVirtual().name(kind).factory());
    }

    public static String newId() {
        return UUID.randomUUID().toString();
    }

    public Optional<Run<W, R>> findRun(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** In no order. */
    public List<Run<W, R>> listRuns() {
        return List.copyOf(runs.values());
    }

    /** Adds a run that waits to be started. */
    public void add(String id, W what) {
        runs.put(id, new Run<>(id, what, Run.State.WAITING, "", 0, 0, null));
    }

    /** Starts a run that waits; false where there is none, or it was started before. */
    public boolean start(String id, Work<R> work) {
        AtomicBoolean mine = new AtomicBoolean();
        runs.computeIfPresent(id, (key, old) -> {
            mine.set(old.state() == Run.State.WAITING);
            return mine.get() ? old.running("Waiting to start", 0, 0) : old;
        });
        if (mine.get()) {
            worker.execute(() -> carryOut(id, work));
        }
        return mine.get();
    }

    /**
     * Forgets a run unless it was started.
     *
     * @param tidying what is to be done with what it was to work on
     */
    public void discardIfWaiting(String id, Consumer<W> tidying) {
        runs.computeIfPresent(id, (key, old) -> {
            if (old.state() != Run.State.WAITING) {
                return old;
            }
            tidying.accept(old.what());
            return null;
        });
    }

    private void carryOut(String id, Work<R> work) {
        try {
            R result = work.carryOut((what, done, total) -> change(id, old -> old.running(what, done, total)));
            change(id, old -> old.done(result));
        } catch (Refusal refusal) {
            change(id, old -> old.refused(String.valueOf(refusal.getMessage())));
        } catch (RuntimeException problem) {
            LOG.error("The {} {} failed.", kind, id, problem);
            String words = "The fault is ours: the " + kind + " stopped, and nothing of it was kept. Tell your"
                    + " administrator the id " + id + ", which finds the cause in the log.";
            change(id, old -> old.refused(words));
        }
    }

    private void change(String id, UnaryOperator<Run<W, R>> changing) {
        runs.computeIfPresent(id, (key, old) -> changing.apply(old));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
