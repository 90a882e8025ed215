package org.goldenthread.core.codes;

/**
 * One code of a return.
 *
 * @param value as it is written in the return
 * @param label what it means
 * @param firstYear the collection year, by its 31 March, in which it is first taken
 * @param lastYear the last such year; {@link #STILL_IN_USE} where it has not been withdrawn
 */
public record Code(String value, String label, int firstYear, int lastYear) {
    /** No collection year has withdrawn the code yet. */
    public static final int STILL_IN_USE = 9999;

    public boolean isTakenIn(int collectionYearEnd) {
        return collectionYearEnd >= firstYear && collectionYearEnd <= lastYear;
    }
}
