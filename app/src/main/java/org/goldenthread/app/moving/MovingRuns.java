package org.goldenthread.app.moving;

import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.runs.Refusal;
import org.goldenthread.app.runs.Run;
import org.goldenthread.app.runs.Runs;
import org.goldenthread.returns.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The long steps of moving in, which go on after the request that asked for them, one at a time. */
@Service
class MovingRuns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MovingRuns.class);
    private static final String STOPPED = "It was cut short when the system stopped, and nothing of it was kept";

    private final Viewers viewers;
    private final AuditLog audit;
    private final KeptSteps kept;
    private final Runs<Asked, String> runs = new Runs<>("moving in");

    MovingRuns(Viewers viewers, AuditLog audit, KeptSteps kept) {
        this.viewers = viewers;
        this.audit = audit;
        this.kept = kept;
    }

    /** @param title what is being done, such as "Cutting over" */
    record Asked(Area area, String title) {}

    /** @return what came of it, in words */
    @FunctionalInterface
    interface Work {
        String carryOut(Steps.Step step);
    }

    /**
     * Starts a step for whoever is signed in.
     *
     * @param afterwards done when it ends, however it ends
     * @return the id of its run
     * @throws RefusedMovingException where another is under way: what was seen before it would not be what there is after it
     */
    synchronized String start(Area area, String title, Work work, Runnable afterwards) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        refuseAnother();
        String id = Runs.newId();
        UUID step = UUID.fromString(id);
        AsSystem.callFor(viewer.account(), () -> {
            kept.add(step, area, title, viewer.account());
            return true;
        });
        runs.add(id, new Asked(area, title));
        runs.start(
                id,
                audit.<Progress, String>carrying(viewers.carrying(
                        progress -> carryOut(new Steps.Step(step, progress), viewer, work, afterwards)))::apply);
        return id;
    }

    private String carryOut(Steps.Step step, Viewer viewer, Work work, Runnable afterwards) {
        try {
            return work.carryOut(step);
        } catch (RefusedMovingException refused) {
            endUndone(step.id(), viewer, String.valueOf(refused.getMessage()));
            throw new Refusal(String.valueOf(refused.getMessage()), refused);
        } catch (RuntimeException fault) {
            endUndone(step.id(), viewer, "The fault is ours: it stopped, and nothing of it was kept");
            throw fault;
        } finally {
            afterwards.run();
        }
    }

    private void endUndone(UUID step, Viewer viewer, String why) {
        try {
            AsSystem.callFor(viewer.account(), () -> {
                kept.end(step, false, why);
                return true;
            });
        } catch (RuntimeException noDatabase) {
            // It is told as one that was cut short, and why it ended must not be lost for this.
            LOG.warn("The end of step {} could not be kept.", step, noDatabase);
        }
    }

    /** @throws RefusedMovingException where a step is under way */
    void refuseAnother() {
        runs.listRuns().stream()
                .filter(run -> run.state() == Run.State.RUNNING)
                .findFirst()
                .ifPresent(run -> {
                    throw new RefusedMovingException(run.what().title() + " is under way for “"
                            + run.what().area().title()
                            + "”. Wait until it has ended, look at the page again, and ask again");
                });
    }

    /** A step of this process, or one of before it was started as far as is known of it. */
    Optional<Run<Asked, String>> findRun(String id) {
        return runs.findRun(id)
                .or(() -> AsSystem.call(() -> kept.find(UUID.fromString(id))).map(step -> ended(id, step)));
    }

    private static Run<Asked, String> ended(String id, KeptSteps.Asked step) {
        Asked asked = new Asked(step.area(), step.what());
        return Boolean.TRUE.equals(step.done())
                ? new Run<>(id, asked, Run.State.DONE, "", 0, 0, step.outcome())
                : new Run<>(
                        id,
                        asked,
                        Run.State.REFUSED,
                        step.done() == null ? STOPPED + ". Ask for it again" : step.outcome(),
                        0,
                        0,
                        null);
    }

    /** The step of an area that is under way. */
    Optional<Run<Asked, String>> findRunning(Area area) {
        return runs.listRuns().stream()
                .filter(run -> run.what().area() == area && run.state() == Run.State.RUNNING)
                .findFirst();
    }

    /** That the last step of an area was not done, and why; empty where it was, or is under way. */
    String findUndone(Area area) {
        return AsSystem.call(() -> kept.findLast(area))
                .filter(step -> !Boolean.TRUE.equals(step.done())
                        && runs.findRun(step.id().toString())
                                .filter(run -> run.state() == Run.State.RUNNING)
                                .isEmpty())
                .map(step -> step.what() + ", asked for " + step.asked() + ", was not done. "
                        + (step.done() == null ? STOPPED + ". Ask for it again." : sentence(step.outcome())))
                .orElse("");
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    @Override
    public void close() {
        runs.close();
    }
}
