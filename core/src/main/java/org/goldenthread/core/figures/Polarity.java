package org.goldenthread.core.figures;

/** Which way a measure should go. */
public enum Polarity {
    HIGH("High"),
    LOW("Low"),
    /** Neither way is better in itself. */
    NEUTRAL("n/a");

    private final String label;

    Polarity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
