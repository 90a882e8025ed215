package org.goldenthread.app.moving;

import java.util.Comparator;
import java.util.Optional;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.runs.Refusal;
import org.goldenthread.app.runs.Run;
import org.goldenthread.app.runs.Runs;
import org.goldenthread.returns.Progress;
import org.springframework.stereotype.Service;

/** The long steps of moving in, which go on after the request that asked for them, one at a time. */
@Service
class MovingRuns implements AutoCloseable {

    private final Viewers viewers;
    private final AuditLog audit;
    private final Runs<Asked, String> runs = new Runs<>("moving in");

    MovingRuns(Viewers viewers, AuditLog audit) {
        this.viewers = viewers;
        this.audit = audit;
    }

    /** @param title what is being done, such as "Cutting over" */
    record Asked(Area area, String title, long order) {}

    /** @return what came of it, in words */
    @FunctionalInterface
    interface Work {
        String carryOut(Progress progress);
    }

    /**
     * Starts a step for whoever is signed in.
     *
     * @param afterwards done when it ends, however it ends
     * @return the id of its run
     */
    String start(Area area, String title, Work work, Runnable afterwards) {
        viewers.require(Right.MOVE_IN);
        String id = Runs.newId();
        runs.add(id, new Asked(area, title, runs.listRuns().size()));
        runs.start(id, audit.<Progress, String>carrying(viewers.carrying(progress -> {
            try {
                return work.carryOut(progress);
            } catch (RefusedMovingException refused) {
                throw new Refusal(String.valueOf(refused.getMessage()), refused);
            } finally {
                afterwards.run();
            }
        }))::apply);
        return id;
    }

    Optional<Run<Asked, String>> findRun(String id) {
        return runs.findRun(id);
    }

    /** The step of an area that is under way. */
    Optional<Run<Asked, String>> findRunning(Area area) {
        return runs.listRuns().stream()
                .filter(run -> run.what().area() == area && run.state() == Run.State.RUNNING)
                .max(Comparator.comparingLong(run -> run.what().order()));
    }

    @Override
    public void close() {
        runs.close();
    }
}
