package org.goldenthread.app.extract;

/**
 * The form that freezes the record.
 *
 * @param problem what was sent and is wrong; empty where nothing is
 * @param field what that is said of
 */
public record RecordSnapshotPage(String problem, String field, String asKnown, String authority, String authorityCode) {

    /** What is wrong with a field; empty where nothing is. */
    public String problemOf(String wanted) {
        return wanted.equals(field) ? problem : "";
    }

    /**
     * A freezing under way or over.
     *
     * @param state WAITING, RUNNING, DONE or REFUSED
     * @param snapshot its id once it is whole; empty before
     */
    public record Followed(String day, String state, String message, long done, long total, String snapshot) {}
}
