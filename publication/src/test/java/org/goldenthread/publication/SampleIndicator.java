package org.goldenthread.publication;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.core.figures.Direction;
import org.goldenthread.core.figures.Expectation;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Period;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.core.figures.YearBasis;
import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.RatingOverride;

/** Puts a made-up row together, a few words at a time. */
final class SampleIndicator {
    static final YearMonth APRIL_2023 = YearMonth.of(2023, 4);

    private final String number;
    private final String name;
    private final String section;
    private final Unit unit;
    private final Polarity polarity;
    private YearMonth firstMonth = APRIL_2023;
    private YearBasis basis = YearBasis.FINANCIAL;
    private int decimals;
    private Expectation expectation = Expectation.NONE;
    private final List<Figure> months = new ArrayList<>();
    private final List<Figure> years = new ArrayList<>();
    private final List<Comparator> comparators = new ArrayList<>();
    private Figure yearToDate;
    private RatingOverride override;
    private Direction direction = Direction.UNKNOWN;
    private String why = "It tells members whether help reaches children in time.";
    private String note = "";

    SampleIndicator(String number, String name, String section, Unit unit, Polarity polarity) {
        this.number = number;
        this.name = name;
        this.section = section;
        this.unit = unit;
        this.polarity = polarity;
        this.yearToDate = Figure.none(Period.yearToDate(SampleScorecards.AS_AT, basis), FigureState.NOT_APPLICABLE, "");
    }

    SampleIndicator calendarYear2024() {
        firstMonth = YearMonth.of(2024, 1);
        basis = YearBasis.CALENDAR;
        return this;
    }

    SampleIndicator decimals(int places) {
        decimals = places;
        return this;
    }

    SampleIndicator expect(String aim, String limit, String tolerance, String printed) {
        expectation = new Expectation(new BigDecimal(aim), new BigDecimal(limit), new BigDecimal(tolerance), printed);
        return this;
    }

    /**
     * Months in order, separated by spaces: {@code 12} a value, {@code 12/60} a numerator and denominator, {@code 12p}
     * provisional, {@code 12<10} revised from 10, {@code x} not applicable, {@code n} not yet, {@code c} not collected,
     * {@code a} awaiting publication, {@code s} suppressed.
     */
    SampleIndicator months(String written) {
        String[] parts = written.split(" ");
        for (int i = 0; i < parts.length; i++) {
            months.add(figure(Period.month(firstMonth.plusMonths(i)), parts[i]));
        }
        return this;
    }

    SampleIndicator yearToDate(String written) {
        yearToDate = figure(Period.yearToDate(SampleScorecards.AS_AT, basis), written);
        return this;
    }

    /** Three earlier years, latest first. */
    SampleIndicator years(String written) {
        String[] parts = written.split(" ");
        for (int i = 0; i < parts.length; i++) {
            years.add(figure(Period.yearContaining(SampleScorecards.AS_AT.minusYears(1L + i), basis), parts[i]));
        }
        return this;
    }

    /** England, London and statistical neighbours; a dash for none, a letter for a publisher's symbol. */
    SampleIndicator compare(String written) {
        String[] values = written.split(" ");
        List<String> names = SampleScorecards.AREAS;
        for (int i = 0; i < names.size(); i++) {
            String value = values[i];
            if (value.equals("-")) {
                comparators.add(null);
            } else {
                boolean isNumber = Character.isDigit(value.charAt(0));
                comparators.add(new Comparator(
                        names.get(i),
                        isNumber ? new BigDecimal(value) : null,
                        isNumber ? "" : value,
                        "2022/23",
                        "Department for Education, Children in need",
                        i == 2 ? "median of ten neighbours, model of 2021" : ""));
            }
        }
        return this;
    }

    SampleIndicator direction(Direction where) {
        direction = where;
        return this;
    }

    SampleIndicator override(RatingOverride given) {
        override = given;
        return this;
    }

    SampleIndicator why(String reason) {
        why = reason;
        return this;
    }

    SampleIndicator note(String words) {
        note = words;
        return this;
    }

    Indicator build() {
        Figure latest = months.stream()
                .filter(f -> f.state().hasValue())
                .reduce((first, second) -> second)
                .orElse(months.getLast());
        Figure current = yearToDate.state() == FigureState.NOT_APPLICABLE ? latest : yearToDate;
        BigDecimal value = current.value();
        boolean hidden = current.state() == FigureState.SUPPRESSED;
        Rating rating = hidden && expectation.isTarget()
                ? Rating.SUPPRESSED
                : expectation.rate(
                        value == null ? null : value.setScale(decimals, java.math.RoundingMode.HALF_UP), polarity);
        return new Indicator(
                number,
                "measure-" + number.toLowerCase(),
                1,
                name,
                section,
                why,
                polarity,
                unit,
                decimals,
                expectation,
                current,
                months,
                firstMonth.equals(APRIL_2023)
                        ? List.of()
                        : months.stream().map(m -> m.period().label()).toList(),
                yearToDate,
                years,
                comparators,
                rating,
                override,
                hidden ? Direction.SUPPRESSED : direction,
                "Mar-23",
                note,
                "Children to whom it happened in the period, each counted once. Children Act 1989, section 17. Source: CIN census.");
    }

    private Figure figure(Period period, String written) {
        return switch (written) {
            case "x" -> Figure.none(period, FigureState.NOT_APPLICABLE, "");
            case "n" -> Figure.none(period, FigureState.NOT_YET, "");
            case "a" -> Figure.none(period, FigureState.AWAITING_PUBLICATION, "CAFCASS publishes in May");
            case "s" -> Figure.none(period, FigureState.SUPPRESSED, "");
            case "c" ->
                Figure.none(period, FigureState.NOT_COLLECTED, "needs Annex A list 8, or the SSD's ssd_professionals");
            default -> valued(period, written);
        };
    }

    private Figure valued(Period period, String written) {
        String[] published = written.split("<");
        boolean provisional = published[0].endsWith("p");
        String[] parts = published[0].replace("p", "").split("/");
        BigDecimal numerator = new BigDecimal(parts[0]);
        BigDecimal denominator = parts.length == 2 ? new BigDecimal(parts[1]) : null;
        BigDecimal scale = unit == Unit.PERCENT
                ? new BigDecimal(100)
                : unit == Unit.RATE_PER_10000 ? new BigDecimal(10000) : BigDecimal.ONE;
        BigDecimal value = denominator == null
                ? numerator
                : numerator.multiply(scale).divide(denominator, 12, java.math.RoundingMode.HALF_UP);
        return new Figure(
                period,
                provisional ? FigureState.PROVISIONAL : FigureState.VALUE,
                value,
                denominator == null && unit != Unit.COUNT ? null : numerator,
                denominator,
                published.length == 2 ? new BigDecimal(published[1]) : null,
                "");
    }
}
