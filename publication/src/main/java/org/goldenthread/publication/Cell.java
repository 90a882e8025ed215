package org.goldenthread.publication;

import org.goldenthread.core.figures.Figure;
import org.goldenthread.measures.scorecard.Comparator;

/** What one cell of the index holds, before a format says how it looks. */
sealed interface Cell {

    /** Plain words. */
    record Words(String text) implements Cell {}

    /** A figure of the council's own. */
    record Own(Figure figure) implements Cell {}

    /** Another area's value. */
    record Area(Comparator comparator) implements Cell {}

    /**
     * One statement across neighbouring columns that are all without a number for the same reason.
     *
     * @param text the statement
     * @param each what each of the columns says where they cannot be joined
     * @param columns how many there are
     */
    record Spread(String text, String each, int columns) implements Cell {}

    /** The indicator's rating. */
    record Rated() implements Cell {}

    /** The indicator's direction of travel. */
    record Directed() implements Cell {}

    /** The indicator's trend chart. */
    record Charted() implements Cell {}

    /** How many columns the cell takes. */
    default int span() {
        return this instanceof Spread spread ? spread.columns() : 1;
    }
}
