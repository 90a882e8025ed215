package org.goldenthread.measures.scorecard.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.core.disclosure.Facts.Fact;
import org.goldenthread.core.disclosure.Sum;
import org.goldenthread.core.figures.Figure;
import org.jspecify.annotations.Nullable;

/** One place of a row that holds a number, and what the number is made of. */
final class Cell {

    /** Where in its row a cell stands. */
    enum Place {
        MONTH(""),
        YEAR_TO_DATE("year to date "),
        CURRENT("current figure "),
        EARLIER("earlier year ");

        private final String label;

        Place(String label) {
            this.label = label;
        }
    }

    /** A number of which the figure is made. */
    enum Side {
        PART,
        WHOLE,
        /** The sum of a row's months from the start of its year to this one. */
        RUNNING
    }

    final Place place;
    final int index;
    final Figure figure;
    /** What is counted; the numerator of a share or rate; nothing for an average. */
    Sum part = Sum.NOTHING;
    /** What it is counted out of; nothing for a count or a rate. */
    Sum whole = Sum.NOTHING;

    Sum running = Sum.NOTHING;
    private final @Nullable BigDecimal numerator;
    private final @Nullable BigDecimal denominator;
    /** See {@link Side#RUNNING}; -1 where the row does not add up. */
    long runningTotal = -1;
    /** Of what counts the smallness of any is a cause to hide this cell. */
    final List<Fact> causes = new ArrayList<>();
    /** Causes as well, which the proof can do without: it shows that the others alone could explain what is hidden. */
    final List<Fact> furtherCauses = new ArrayList<>();
    /** Numbers of persons that stand behind this cell. */
    final List<Sum> numbers = new ArrayList<>();
    /** What was added to a share's numbers since the month before; told where its numerators and denominators are. */
    final List<Sum> additions = new ArrayList<>();

    Cell(Kind kind, Place place, int index, Figure figure) {
        this.place = place;
        this.index = index;
        this.figure = figure;
        this.numerator = kind == Kind.COUNT ? figure.value() : figure.numerator();
        this.denominator = figure.denominator();
    }

    /** What tells cells of different rows about the same time apart from others. */
    String when() {
        return place + figure.period().id();
    }

    /** How a message names it. */
    String label() {
        return place.label + figure.period().label();
    }

    /** Whether the source gave this number, as a whole one. */
    boolean has(Side side) {
        return switch (side) {
            case PART -> isWhole(numerator);
            case WHOLE -> isWhole(denominator);
            case RUNNING -> runningTotal >= 0;
        };
    }

    /** Whether it has both of what a share is made of, the one not greater than the other. */
    boolean isShare() {
        return has(Side.PART) && has(Side.WHOLE) && number(Side.PART) <= number(Side.WHOLE);
    }

    /**
     * A number that the cell {@link #has}.
     *
     * @throws IllegalStateException if it has not
     */
    long number(Side side) {
        BigDecimal number = switch (side) {
            case PART -> numerator;
            case WHOLE -> denominator;
            case RUNNING -> BigDecimal.valueOf(runningTotal);
        };
        if (number == null) {
            throw new IllegalStateException("A cell was asked for a number that its source did not give.");
        }
        return number.longValueExact();
    }

    Sum sum(Side side) {
        return switch (side) {
            case PART -> part;
            case WHOLE -> whole;
            case RUNNING -> running;
        };
    }

    static boolean isWhole(@Nullable BigDecimal number) {
        return number != null
                && number.signum() >= 0
                && number.stripTrailingZeros().scale() <= 0;
    }
}
