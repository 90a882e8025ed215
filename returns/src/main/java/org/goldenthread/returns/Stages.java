package org.goldenthread.returns;

/** Counts the steps of a load for whoever watches it; several threads may tell of theirs. */
final class Stages {
    private final Progress progress;
    private final long total;
    private long done;

    Stages(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    void next(String what) {
        next(what, 1);
    }

    /** @param steps how many steps it counts for */
    synchronized void next(String what, int steps) {
        progress.step(what, done, total);
        done += steps;
    }
}
