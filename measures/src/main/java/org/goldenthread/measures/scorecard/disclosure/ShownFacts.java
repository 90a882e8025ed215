package org.goldenthread.measures.scorecard.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.goldenthread.core.disclosure.Facts;
import org.goldenthread.core.figures.Figure;

/** What a figure that is shown tells of the numbers that it is made of. */
final class ShownFacts {

    private ShownFacts() {}

    static void write(Facts facts, Row row, Cell cell, Figure shown) {
        BigDecimal value = shown.value();
        if (value == null) {
            return;
        }
        BigDecimal numerator = shown.numerator();
        BigDecimal denominator = shown.denominator();
        BigDecimal rounded = row.indicator.rounded(value);
        long tens = BigDecimal.TEN.pow(row.indicator.decimals()).longValueExact();
        long digits = rounded.unscaledValue().longValueExact();
        switch (row.kind) {
            case COUNT -> {
                if (Cell.isWhole(value)) {
                    facts.is(cell.part, value.longValueExact());
                }
            }
            case SHARE -> {
                if (numerator != null && denominator != null && cell.isShare()) {
                    facts.is(cell.part, numerator.longValueExact());
                    facts.is(cell.whole, denominator.longValueExact());
                } else if (cell.isShare() && isOfItsParts(row, cell, rounded)) {
                    facts.ratioShown(cell.part, cell.whole, digits, 100 * tens);
                }
            }
            case RATE -> {
                if (numerator != null && Cell.isWhole(numerator)) {
                    facts.is(cell.part, numerator.longValueExact());
                } else if (cell.has(Cell.Side.PART)) {
                    rate(facts, cell, digits, 10_000 * tens);
                }
            }
            case AVERAGE -> {
                if (denominator != null && Cell.isWhole(denominator)) {
                    facts.is(cell.whole, denominator.longValueExact());
                }
            }
            case PLAIN -> throw new IllegalStateException("A plain row is not audited.");
        }
    }

    /** A mean of months' percentages is not the percentage that its numerator and denominator would make. */
    private static boolean isOfItsParts(Row row, Cell cell, BigDecimal rounded) {
        if (cell.place != Cell.Place.YEAR_TO_DATE || !row.yearToDateTellsAnyMonth()) {
            return true;
        }
        BigDecimal whole = BigDecimal.valueOf(cell.number(Cell.Side.WHOLE));
        return whole.signum() != 0
                && BigDecimal.valueOf(100 * cell.number(Cell.Side.PART))
                                .divide(whole, row.indicator.decimals(), RoundingMode.HALF_UP)
                                .compareTo(rounded)
                        == 0;
    }

    /** The population is no secret, so a rate tells its numerator to within rounding. */
    private static void rate(Facts facts, Cell cell, long digits, long scale) {
        BigDecimal population = cell.figure.denominator();
        if (population == null) {
            return;
        }
        BigDecimal twice = population.multiply(BigDecimal.valueOf(2 * digits));
        long least =
                twice.subtract(population).setScale(0, RoundingMode.CEILING).longValueExact();
        long most = twice.add(population).setScale(0, RoundingMode.CEILING).longValueExact() - 1;
        facts.between(cell.part.times(2 * scale), least, most);
    }
}
