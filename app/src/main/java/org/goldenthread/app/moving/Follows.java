package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.Optional;

/** Which fact another comes of. */
@FunctionalInterface
interface Follows {

    /**
     * @param day on which the other began
     * @throws UnreadableException where the row names something that is not there
     */
    Optional<Fact> find(SourceRow row, LocalDate day, ChildHistory history) throws UnreadableException;

    /** Nothing. */
    Follows NONE = (row, day, history) -> Optional.empty();

    /** What was made of the same row. */
    static Follows sameRow(String kind) {
        return (row, day, history) -> history.findOfRow(kind, row.key());
    }

    /** What was made of the row that this one lies within; it must be there. */
    static Follows parent(String kind) {
        return (row, day, history) -> named(row, row.parent(), kind, history);
    }

    /** What was made of the row that a cell names; nothing where the cell is blank. */
    static Follows named(String cell, String kind) {
        return (row, day, history) -> row.has(cell) ? named(row, row.text(cell), kind, history) : Optional.empty();
    }

    private static Optional<Fact> named(SourceRow row, String key, String kind, ChildHistory history)
            throws UnreadableException {
        Optional<Fact> found = history.findOfRow(kind, key);
        if (found.isEmpty()) {
            throw new UnreadableException(row, "It belongs to “" + key + "”, which is not there");
        }
        return found;
    }

    /** What was so on that day. */
    static Follows underWay(String kind) {
        return (row, day, history) -> history.findUnderWay(kind, day);
    }

    /** What began on that day. */
    static Follows begunThatDay(String kind) {
        return (row, day, history) -> history.findBegunOn(kind, day);
    }

    /** The last by that day that belongs to the same referral. */
    static Follows latestBeside(String kind) {
        return (row, day, history) -> history.findLatestBeside(kind, row, day);
    }
}
