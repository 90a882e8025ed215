package org.goldenthread.measures.catalogue;

/** How the months of a year become its year to date. */
public enum YearToDateRule {
    /** The months added up. */
    SUM("sum", "the months added up"),
    /** All numerators of the year over all its denominators; never a mean of percentages. */
    POOLED("pooled", "all that was counted in the year over all that it was counted out of"),
    /** The latest month's figure: for a state of affairs, and for a measure that already accumulates. */
    LATEST("latest", "the latest month's figure"),
    /** The plain mean of the months that have a value. */
    MEAN("mean", "the mean of the months"),
    /** There is no meaningful figure for a year. */
    NONE("none", "none");

    private final String key;
    private final String label;

    YearToDateRule(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The word for it in a measure file. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }
}
