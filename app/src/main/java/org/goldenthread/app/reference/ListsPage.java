package org.goldenthread.app.reference;

import java.util.List;

/**
 * The lists for the checks.
 *
 * @param authority the council's code as it was set, or typed
 * @param follows the code that is used while none is set, from the council's number; empty where there is none
 */
public record ListsPage(List<Line> lists, String authority, String follows, Problem problem) {

    /** What is wrong with what was sent. */
    public record Problem(String at, String words) {
        static final Problem NONE = new Problem("", "");

        /** What is wrong at one question; empty where nothing is. */
        public String of(String question) {
            return at.equals(question) ? words : "";
        }
    }

    /**
     * A kind of list.
     *
     * @param id of the list that is used; empty where there is none
     * @param old how old it is, where it is old; empty where it is not
     * @param missing whether its file is not in the data folder
     * @param typed the day as it was typed last; empty where nothing was
     */
    public record Line(
            String kind,
            String title,
            String id,
            String fileName,
            String ownDate,
            String old,
            String entries,
            String leftOut,
            String loaded,
            boolean missing,
            String typed) {

        public boolean isKept() {
            return !id.isEmpty();
        }

        public boolean isPostcodes() {
            return kind.equals(ListKind.POSTCODES.name());
        }
    }

    /**
     * A load under way or over.
     *
     * @param state WAITING, RUNNING, DONE or REFUSED
     * @param again the form to try again with, where it was refused
     * @param problem why it was refused
     */
    public record Followed(
            String kind,
            String title,
            String fileName,
            String state,
            String message,
            long done,
            long total,
            Line again,
            Problem problem) {}
}
