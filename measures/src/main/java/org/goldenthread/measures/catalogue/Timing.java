package org.goldenthread.measures.catalogue;

/** Which days a measure's figure for one month is about. */
public enum Timing {
    /** From the period's first day to its last. */
    IN_MONTH("in-month", "in the month"),
    /** From the first day of the year to the period's last day. */
    YEAR_TO_DATE("year-to-date", "in the year to the end of the month"),
    /** The state of affairs at the end of the period's last day. */
    AT_END("at-end", "at the end of the month"),
    /** The twelve months that end on the period's last day. */
    ROLLING_YEAR("rolling-year", "in the twelve months to the end of the month");

    private final String key;
    private final String label;

    Timing(String key, String label) {
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
