package org.goldenthread.measures.catalogue;

/** How the rows of a measure's query become one value for a period. */
public enum Aggregate {
    /** How many: the sum of numerators, of which each row has one. */
    COUNT("count"),
    /** How much: the sum of numerators. */
    SUM("sum"),
    /** The sum of numerators over the sum of denominators, times 100 where the unit is a percentage. */
    RATIO("ratio"),
    /** The sum of numerators over the number of rows, or over the sum of denominators where the query gives them. */
    MEAN("mean"),
    /** The middle numerator, halfway between the two middle ones where the rows are even in number. */
    MEDIAN("median"),
    /** The sum of numerators for each 10,000 of the measure's population. */
    RATE("rate"),
    /** The numerator of the row whose subject sorts last, such as the latest count of a stock. */
    LATEST("latest"),
    /** Weeks: the sum of numerators, which are days, divided by seven. */
    WEEKS("weeks");

    private final String key;

    Aggregate(String key) {
        this.key = key;
    }

    /** The word for it in a measure file. */
    public String key() {
        return key;
    }
}
