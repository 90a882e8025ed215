package org.goldenthread.measures.scorecard.disclosure;

/** What a row's values are made of, which decides what can be worked out from them. */
enum Kind {
    /** Whole numbers of persons or of events that happen to them. */
    COUNT,
    /** A percentage: a number of persons out of another. */
    SHARE,
    /** A number of persons for each 10,000 of a population that anyone can look up. */
    RATE,
    /** A mean, median or score over a number of persons. */
    AVERAGE,
    /** A value alone, of which the source gave neither numerator nor denominator, or of no persons at all. */
    PLAIN
}
