package org.goldenthread.measures.scorecard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Aggregate;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.catalogue.Timing;
import org.goldenthread.measures.catalogue.YearToDateRule;
import org.goldenthread.measures.engine.Coverages;
import org.goldenthread.measures.engine.Total;
import org.jspecify.annotations.Nullable;

/** One measure's figures by month, year to date and whole year, each with its state, from the totals of one query. */
final class MeasureFigures {

    private final Measure measure;
    private final LocalDate asAt;
    private final MonthFigures months;

    /**
     * @param asked the periods that the engine was asked for
     * @param totals those of them that have any row
     */
    MeasureFigures(Measure measure, LocalDate asAt, Coverages coverages, List<Period> asked, List<Total> totals) {
        this.measure = measure;
        this.asAt = asAt;
        this.months = new MonthFigures(measure, asAt, coverages, asked, totals);
    }

    Figure month(YearMonth month) {
        return months.month(month);
    }

    /** The figure of a period that ends on or before the scorecard's date. */
    Figure of(Period period) {
        return months.of(period);
    }

    /**
     * The periods to ask the engine for.
     *
     * @param years how many whole years before the present one
     */
    static List<Period> periods(Measure measure, LocalDate asAt, YearMonth firstShown, int years) {
        LocalDate yearStart = measure.year().startOfYear(asAt);
        YearMonth first = YearMonth.from(yearStart).minusYears(Math.max(2, years));
        if (firstShown.isBefore(first)) {
            first = firstShown;
        }
        YearMonth everyMonthFrom = firstShown.minusYears(1);
        boolean yearEndsAreEnough = measure.yearToDate() == YearToDateRule.LATEST && !measure.isLocal();
        List<Period> periods = new ArrayList<>();
        for (YearMonth month = first; !month.atDay(1).isAfter(asAt); month = month.plusMonths(1)) {
            boolean yearEnd = month.plusMonths(1).getMonth() == yearStart.getMonth();
            if (!yearEndsAreEnough || yearEnd || !month.isBefore(everyMonthFrom)) {
                periods.add(MonthFigures.period(month, asAt));
            }
        }
        if (measure.isLocal() || needsYears(measure)) {
            for (int back = 1; back <= years; back++) {
                periods.add(Period.yearContaining(yearStart.minusYears(back), measure.year()));
            }
        }
        if (needsYears(measure)) {
            for (int back = 0; back <= 1; back++) {
                addIfNew(periods, Period.yearToDate(asAt.minusYears(back), measure.year()));
            }
        }
        return periods;
    }

    private static void addIfNew(List<Period> periods, Period period) {
        if (periods.stream().noneMatch(known -> known.id().equals(period.id()))) {
            periods.add(period);
        }
    }

    /** A median of a year is no sum of monthly medians, so it is asked of the rows. */
    private static boolean needsYears(Measure measure) {
        return measure.aggregate() == Aggregate.MEDIAN && measure.yearToDate() == YearToDateRule.POOLED;
    }

    /** The year to date at the end of {@code last}, or at the last month before it that the sources reach. */
    Figure yearToDate(YearMonth last) {
        LocalDate end = months.period(last).end();
        Period whole = Period.yearToDate(end, measure.year());
        if (measure.yearToDate() == YearToDateRule.NONE) {
            return Figure.none(whole, FigureState.NOT_APPLICABLE, "");
        }
        Total given = months.total(whole);
        if (given != null && (measure.isLocal() || (needsYears(measure) && isReached(last)))) {
            return months.valued(whole, given);
        }
        List<Figure> figures = new ArrayList<>();
        for (YearMonth month = YearMonth.from(whole.start()); !month.isAfter(last); month = month.plusMonths(1)) {
            if (measure.yearToDate() != YearToDateRule.LATEST || months.isAsked(month)) {
                figures.add(month(month));
            }
        }
        while (!figures.isEmpty() && figures.getLast().state() == FigureState.NOT_YET) {
            figures.removeLast();
        }
        if (figures.isEmpty()) {
            return Figure.none(whole, FigureState.NOT_YET, month(last).reason());
        }
        Period reached = Period.yearToDate(figures.getLast().period().end(), measure.year());
        return switch (measure.yearToDate()) {
            case LATEST -> latest(reached, figures);
            case MEAN -> mean(reached, figures);
            case SUM -> added(reached, figures);
            case POOLED -> pooled(reached, figures);
            case NONE -> throw new IllegalStateException("A measure without a year to date was asked for one.");
        };
    }

    private boolean isReached(YearMonth month) {
        return month(month).state() != FigureState.NOT_YET && month(month).state() != FigureState.NOT_COLLECTED;
    }

    private Figure latest(Period period, List<Figure> figures) {
        for (Figure figure : figures.reversed()) {
            if (figure.state().hasValue()) {
                String from = figure.period().end().equals(period.end())
                        ? ""
                        : "Of " + figure.period().label() + ".";
                return new Figure(
                        period,
                        figure.state(),
                        figure.value(),
                        figure.numerator(),
                        figure.denominator(),
                        null,
                        (from + " " + figure.reason()).strip());
            }
        }
        return withoutValue(period, figures);
    }

    private Figure mean(Period period, List<Figure> figures) {
        List<BigDecimal> values = new ArrayList<>();
        for (Figure figure : figures) {
            if (figure.value() != null) {
                values.add(figure.value());
            }
        }
        if (values.isEmpty()) {
            return withoutValue(period, figures);
        }
        BigDecimal mean = values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
        return new Figure(period, stateOf(figures), mean, null, null, null, "Mean of " + values.size() + " months.");
    }

    private Figure added(Period period, List<Figure> figures) {
        if (figures.stream().noneMatch(f -> f.state().hasValue())) {
            return withoutValue(period, figures);
        }
        Optional<Figure> hole = hole(period, figures);
        if (hole.isPresent()) {
            return hole.get();
        }
        BigDecimal numerator = sum(figures, Figure::numerator);
        if (numerator == null) {
            return withoutValue(period, figures);
        }
        BigDecimal denominator = measure.aggregate() == Aggregate.RATE
                ? figures.getLast().denominator()
                : measure.aggregate() == Aggregate.RATIO || measure.aggregate() == Aggregate.MEAN
                        ? sum(figures, Figure::denominator)
                        : null;
        return months.figure(
                period,
                stateOf(figures),
                numerator,
                denominator,
                figures.getLast().reason());
    }

    private Figure pooled(Period period, List<Figure> figures) {
        boolean withoutDenominator = figures.stream().anyMatch(f -> f.state().hasValue() && f.denominator() == null);
        if (withoutDenominator && measure.aggregate() == Aggregate.RATIO) {
            return Figure.none(
                    period,
                    FigureState.NOT_APPLICABLE,
                    "The months are given as percentages alone; a year needs what each was counted out of.");
        }
        return added(period, figures);
    }

    /** A year with a month missing cannot be added up; the first such month is named. */
    private Optional<Figure> hole(Period period, List<Figure> figures) {
        return figures.stream()
                .filter(f -> !f.state().hasValue() && f.state() != FigureState.NOT_APPLICABLE)
                .findFirst()
                .map(f -> Figure.none(
                        period,
                        f.state(),
                        (f.period().label() + " is " + f.state().label() + ", so the year cannot be added up. "
                                        + f.reason())
                                .strip()));
    }

    private static Figure withoutValue(Period period, List<Figure> figures) {
        Figure telling = figures.stream()
                .filter(f -> f.state() != FigureState.NOT_APPLICABLE)
                .reduce((first, second) -> second)
                .orElse(figures.getLast());
        return Figure.none(period, telling.state(), telling.reason());
    }

    private static FigureState stateOf(List<Figure> figures) {
        return figures.stream().anyMatch(f -> f.state() == FigureState.PROVISIONAL)
                ? FigureState.PROVISIONAL
                : FigureState.VALUE;
    }

    /** The sum of the numbers that are there; null where none is. */
    private static @Nullable BigDecimal sum(List<Figure> figures, Function<Figure, @Nullable BigDecimal> of) {
        BigDecimal sum = null;
        for (Figure figure : figures) {
            BigDecimal number = of.apply(figure);
            if (number != null) {
                sum = sum == null ? number : sum.add(number);
            }
        }
        return sum;
    }

    /**
     * A whole year before the present one: the year to date at its end; for a measure that has none, the state of affairs at
     * its end.
     *
     * @param back how many years before, 1 or more
     */
    Figure earlierYear(int back) {
        LocalDate start = measure.year().startOfYear(asAt).minusYears(back);
        Period year = Period.yearContaining(start, measure.year());
        if (measure.yearToDate() != YearToDateRule.NONE) {
            return yearToDate(YearMonth.from(year.end()));
        }
        Total given = months.total(year);
        if (given != null && measure.isLocal()) {
            return months.valued(year, given);
        }
        if (measure.timing() == Timing.IN_MONTH && !measure.isLocal()) {
            return Figure.none(year, FigureState.NOT_APPLICABLE, "");
        }
        Figure end = month(YearMonth.from(year.end()));
        return new Figure(year, end.state(), end.value(), end.numerator(), end.denominator(), null, end.reason());
    }

    /** The latest month with a value, no later than {@code last}, or {@code last} where none has. */
    YearMonth latestMonth(YearMonth last) {
        for (int back = 0; back < 12; back++) {
            if (month(last.minusMonths(back)).state().hasValue()) {
                return last.minusMonths(back);
            }
        }
        return last;
    }
}
