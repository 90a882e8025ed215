package org.goldenthread.snapshot;

/**
 * One identifier or name of a person, kept apart from the snapshot's tables.
 *
 * @param person the person's pseudonym
 * @param kind what it is, such as {@code COUNCIL_ID}, {@code UPN} or {@code NHS_NUMBER}
 * @param value the identifier or name itself
 * @param source key of the source that gave it
 * @param line line of the source
 */
public record Identity(String person, String kind, String value, String source, int line) {
    /** The kind of the council's own identifier of a child. */
    public static final String COUNCIL_ID = "COUNCIL_ID";

    /**
     * The kind of what was taken out of a row of a return before it went into {@code gt_return_rows}: the row's table and number, then the
     * values in the order of the file, blank where the table has them, divided by commas as in CSV.
     */
    public static final String RETURN_ROW = "RETURN_ROW";
}
