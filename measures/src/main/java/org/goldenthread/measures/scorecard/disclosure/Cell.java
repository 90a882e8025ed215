package org.goldenthread.measures.scorecard.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.core.disclosure.Facts.Fact;
import org.goldenthread.core.disclosure.Sum;
import org.goldenthread.core.figures.Figure;

/** One place of a row that holds a number, and what the number is made of. */
final class Cell {

    /** Where in its row a cell stands. */
    enum Place {
        MONTH("the month"),
        YEAR_TO_DATE("the year to date"),
        CURRENT("the current figure"),
        EARLIER("the earlier year");

        private final String label;

        Place(String label) {
            this.label = label;
        }
    }

    final Place place;
    final int index;
    final Figure figure;
    /** What is counted; the numerator of a share or rate; nothing for an average. */
    Sum part = Sum.NOTHING;
    /** What it is counted out of; nothing for a count or a rate. */
    Sum whole = Sum.NOTHING;
    /** Of what counts the smallness of any is a cause to hide this cell. */
    final List<Fact> causes = new ArrayList<>();
    /** Numbers of persons that stand behind this cell. */
    final List<Sum> numbers = new ArrayList<>();

    Cell(Place place, int index, Figure figure) {
        this.place = place;
        this.index = index;
        this.figure = figure;
    }

    /** What tells cells of different rows about the same time apart from others. */
    String when() {
        return place + figure.period().id();
    }

    /** How a message names it. */
    String label() {
        return place.label + " " + figure.period().label();
    }

    /** What is counted: the value of a plain count, the numerator of a share or rate. */
    long numerator() {
        boolean plainCount = figure.denominator() == null && isWhole(figure.value());
        return whole(plainCount ? figure.value() : figure.numerator());
    }

    long denominator() {
        return whole(figure.denominator());
    }

    static boolean isWhole(@org.jspecify.annotations.Nullable BigDecimal number) {
        return number != null
                && number.signum() >= 0
                && number.stripTrailingZeros().scale() <= 0;
    }

    private static long whole(@org.jspecify.annotations.Nullable BigDecimal number) {
        if (number == null) {
            throw new IllegalStateException("A cell was taken to have a number that it has not.");
        }
        return number.longValueExact();
    }
}
