package org.goldenthread.app.extract;

/** The form that freezes the record; what was sent and is wrong is said in {@code problem}. */
public record RecordSnapshotPage(String problem, String asKnown, String authority, String authorityCode) {

    /**
     * A freezing under way or over.
     *
     * @param state WAITING, RUNNING, DONE or REFUSED
     * @param snapshot its id once it is whole; empty before
     */
    public record Followed(String day, String state, String message, long done, long total, String snapshot) {}
}
