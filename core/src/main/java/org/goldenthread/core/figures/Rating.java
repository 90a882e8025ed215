package org.goldenthread.core.figures;

/** How an outturn stands against what is expected of it; always said in words, never by colour alone. */
public enum Rating {
    /** At the target, or inside the range of acceptable performance. */
    GREEN("GREEN"),
    /** Outside the range by no more than the indicator's tolerance. */
    AMBER("AMBER"),
    /** Outside the range by more than the indicator's tolerance. */
    RED("RED"),
    /** Counted to know demand or scale; never rated. */
    NOT_A_TARGET_MEASURE("This is not a target measure"),
    /** There is a target, and no value to hold against it. */
    NOT_RATED("Not rated"),
    /** There is a rating, and it would tell what a hidden number is. */
    SUPPRESSED("Suppressed");

    private final String label;

    Rating(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the indicator belongs in the list of those performing below expectation. */
    public boolean isBelowExpectation() {
        return this == AMBER || this == RED;
    }
}
