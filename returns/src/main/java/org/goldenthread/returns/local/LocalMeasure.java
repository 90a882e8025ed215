package org.goldenthread.returns.local;

/**
 * A measure that a council counts by itself.
 *
 * @param id its key, such as {@code footfall}
 * @param name what it is, as the council prints it
 * @param shape what is to be given
 * @param guidance how to count it; may be empty
 */
public record LocalMeasure(String id, String name, Shape shape, String guidance) {
    /** What is to be given for each month. */
    public enum Shape {
        /** One number. */
        VALUE,
        /** What was counted, and out of how many: a percentage or a rate is worked out from the two. */
        NUMERATOR_AND_DENOMINATOR
    }
}
