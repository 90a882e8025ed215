package org.goldenthread.core.pathways;

import java.util.List;
import java.util.stream.Collectors;

/** A move was asked for that the pathway does not allow from where the record stands. */
public final class IllegalMoveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IllegalMoveException(String pathway, String move, String state, List<Move> open) {
        super("\"" + move + "\" is no move of the pathway \"" + pathway + "\" from \"" + state + "\"; "
                + (open.isEmpty()
                        ? "nothing more is to be decided."
                        : "the moves are: " + open.stream().map(Move::id).collect(Collectors.joining(", ")) + "."));
    }
}
