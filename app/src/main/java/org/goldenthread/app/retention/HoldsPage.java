package org.goldenthread.app.retention;

import java.util.List;

/** @param typed what was typed in a form in which something had to be put right; problemOf the field that it is about */
public record HoldsPage(List<Hold> holds, boolean plans, Typed typed, String problem, String problemOf) {

    /** @param everything whether everything is to be held, and not one person's record */
    public record Typed(boolean everything, String number, String reason, String askedBy) {}
}
