package org.goldenthread.app.records;

import java.util.List;
import java.util.Optional;

/** What one record says. */
public interface Content {

    /** The record in one line, for lists and for the chronology. */
    String summary();

    /** What happened according to it, besides the moves of its pathway. */
    default List<Happening> happenings() {
        return List.of();
    }

    /** What cannot be as it is written, whatever is still to come. */
    default List<Fault> faults() {
        return List.of();
    }

    /**
     * What is missing for a move that needs {@code need}; empty where nothing is.
     *
     * @throws IllegalArgumentException where the kind of record does not know the need, which is a fault of the program
     */
    default Optional<Fault> lacks(String need) {
        throw new IllegalArgumentException(getClass().getSimpleName() + " does not know the need \"" + need + "\".");
    }
}
