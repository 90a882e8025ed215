package org.goldenthread.app.runs;

import org.jspecify.annotations.Nullable;

/**
 * One piece of work, from its being asked for to its end.
 *
 * @param <W> what is asked for
 * @param <R> what comes of it
 * @param message what it is doing, or why it was refused; may be empty
 * @param done steps done, of {@code total}
 * @param result what came of it; null until it is done
 */
public record Run<W, R>(
        String id,
        W what,
        State state,
        String message,
        long done,
        long total,
        @Nullable R result) {

    /** How far a piece of work has come. */
    public enum State {
        /** Asked for; somebody has yet to say that it may start. */
        WAITING,
        RUNNING,
        DONE,
        REFUSED
    }

    Run<W, R> running(String step, long stepsDone, long steps) {
        return new Run<>(id, what, State.RUNNING, step, stepsDone, steps, null);
    }

    Run<W, R> done(R came) {
        return new Run<>(id, what, State.DONE, "", 0, 0, came);
    }

    Run<W, R> refused(String why) {
        return new Run<>(id, what, State.REFUSED, why, 0, 0, null);
    }
}
