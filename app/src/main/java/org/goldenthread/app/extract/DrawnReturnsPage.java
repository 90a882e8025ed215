package org.goldenthread.app.extract;

import java.util.List;

/** The form that draws the returns from the record; what was sent and is wrong is said in {@code problem}. */
public record DrawnReturnsPage(String problem, String day, String number) {

    /**
     * A drawing under way or over.
     *
     * @param state WAITING, RUNNING, DONE or REFUSED
     * @param files names to download; empty for whom the files are not
     * @param rules what was found, by rule
     * @param workers what was found, by who works with the child
     * @param children those in whom something was found whose files are open to the reader
     * @param hidden how many more there are
     * @param notRun rules that could not be run, by reason
     * @param old how old each list is that should be replaced by a newer one
     * @param keepsLists whether the reader may load lists
     */
    public record Followed(
            String id,
            String day,
            String state,
            String message,
            long done,
            long total,
            List<String> files,
            List<Rule> rules,
            List<Worker> workers,
            List<Child> children,
            int hidden,
            List<NotRun> notRun,
            List<String> old,
            boolean keepsLists) {}

    public record Rule(String returnName, String rule, boolean error, String message, int found, int children) {}

    public record Worker(String team, String worker, int found, int children) {}

    /** @param address of the child's own checks */
    public record Child(String name, String number, String address, int found) {}
}
