package org.goldenthread.core.figures;

/** What a measure's value is a number of. */
public enum Unit {
    COUNT("", 0),
    PERCENT("%", 0),
    RATE_PER_10000("per 10,000", 0),
    WEEKS("weeks", 0),
    DAYS("days", 0),
    /** Cases for each worker. */
    CASES("cases", 0),
    SCORE("", 1);

    private final String label;
    private final int usualDecimals;

    Unit(String label, int usualDecimals) {
        this.label = label;
        this.usualDecimals = usualDecimals;
    }

    public String label() {
        return label;
    }

    /** Decimal places shown where the measure names none. */
    public int usualDecimals() {
        return usualDecimals;
    }
}
