package org.goldenthread.app.records;

import java.util.List;

/**
 * What the council sets itself: its local clocks, and who decides each move.
 *
 * @param problem what is wrong with what was sent; empty for nothing
 * @param problemOf the clock or the move that it is wrong with
 */
public record PracticePage(
        List<Local> clocks,
        List<Unit> units,
        List<Of> pathways,
        List<Decider> deciders,
        String problem,
        String problemOf) {

    /** A local clock, with who last set it and why. */
    public record Local(String id, String name, int amount, String unit, String words, String set) {}

    public record Unit(String value, String label) {}

    /** A pathway and its moves. */
    public record Of(String title, List<Decided> moves) {}

    /** A move and who decides it; {@code fixed} where law says who. */
    public record Decided(
            String pathway,
            String move,
            String label,
            String law,
            boolean fixed,
            List<String> deciders,
            String words,
            String set) {}

    public record Decider(String value, String label) {}
}
