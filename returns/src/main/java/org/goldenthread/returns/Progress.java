package org.goldenthread.returns;

/** Told how far a load has come. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (what, done, total) -> {};

    /**
     * @param what what is being done, such as "Reading episodes.csv"
     * @param done steps done
     * @param total steps in all
     */
    void step(String what, long done, long total);
}
