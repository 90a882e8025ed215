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

    /**
     * A local clock, with who last set it and why.
     *
     * @param amount as it is set, or as it was sent where something is wrong with it; so too the unit and the pauses chosen
     * @param pauses while what it may stand still
     * @param pausedWords while what it does, in words; empty where it never does
     * @param reason as it was sent where something is wrong
     */
    public record Local(
            String id,
            String name,
            String amount,
            String unit,
            String words,
            List<Pause> pauses,
            String pausedWords,
            String reason,
            String set) {}

    /** While what a clock may stand still, and whether it does. */
    public record Pause(String value, String label, boolean chosen) {}

    public record Unit(String value, String label) {}

    /** A pathway and its moves. */
    public record Of(String title, List<Decided> moves) {}

    /**
     * A move and who decides it; {@code fixed} where law says who.
     *
     * @param deciders as they are set, or as they were sent where something is wrong with it; so too the reason
     */
    public record Decided(
            String pathway,
            String move,
            String label,
            String law,
            boolean fixed,
            List<String> deciders,
            String words,
            String reason,
            String set) {}

    public record Decider(String value, String label) {}
}
