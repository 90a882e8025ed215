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
}
