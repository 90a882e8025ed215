package org.goldenthread.measures.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.catalogue.Timing;
import org.goldenthread.measures.engine.Coverages;
import org.goldenthread.measures.engine.Total;
import org.jspecify.annotations.Nullable;

/** One measure's figures for single periods, each with its state: counted, nought, not yet, not collected or not applicable. */
final class MonthFigures {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Measure measure;
    private final LocalDate asAt;
    private final Coverages coverages;
    private final Map<String, Total> totals = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<YearMonth, Figure> months = new HashMap<>();

    MonthFigures(Measure measure, LocalDate asAt, Coverages coverages, List<Period> asked, List<Total> totals) {
        this.measure = measure;
        this.asAt = asAt;
        this.coverages = coverages;
        asked.forEach(period -> this.asked.add(period.id()));
        totals.forEach(total -> this.totals.put(total.periodId(), total));
    }

    /** What was counted for a period; null where nothing was, or it was not asked for. */
    @Nullable Total total(Period period) {
        return totals.get(period.id());
    }

    Period period(YearMonth month) {
        return period(month, asAt);
    }

    /** The month, or as much of it as has gone by on the day that the scorecard speaks of. */
    static Period period(YearMonth month, LocalDate asAt) {
        Period whole = Period.month(month);
        return whole.contains(asAt) ? new Period(Period.Grain.MONTH, whole.start(), asAt) : whole;
    }

    Figure month(YearMonth month) {
        Figure known = months.get(month);
        if (known == null) {
            known = monthFigure(period(month, asAt));
            months.put(month, known);
        }
        return known;
    }

    /** The figure of a period that ends on or before the scorecard's date. */
    Figure of(Period period) {
        return monthFigure(period);
    }

    boolean isAsked(YearMonth month) {
        return asked.contains(period(month, asAt).id());
    }

    private Figure monthFigure(Period period) {
        if (period.start().isAfter(asAt)) {
            return Figure.none(period, FigureState.NOT_YET, "");
        }
        if (!asked.contains(period.id())) {
            throw new IllegalStateException(measure.id() + " was not counted for " + period.label() + ".");
        }
        Total total = totals.get(period.id());
        boolean due = period.grain() == Period.Grain.YEAR || measure.frequency().isDueIn(period.end(), measure.year());
        if (measure.isLocal()) {
            return localFigure(period, total, due);
        }
        if (!due) {
            return notDue(period);
        }
        Optional<Coverages.Gap> gap = coverages.findGap(measure, period);
        return gap.isPresent()
                ? gapped(period, gap.get())
                : total == null ? nothingCounted(period) : valued(period, total);
    }

    /** A count that the council gives stands even where none is due; one of a year so far needs all its months. */
    private Figure localFigure(Period period, @Nullable Total total, boolean due) {
        Optional<Coverages.Gap> gap = coverages.findGap(measure, period);
        boolean ownMonthOnly = measure.timing() == Timing.IN_MONTH || measure.timing() == Timing.AT_END;
        if (total != null && (ownMonthOnly || gap.isEmpty())) {
            return valued(period, total);
        }
        if (!due) {
            return notDue(period);
        }
        if (total != null) {
            return gapped(period, gap.orElseThrow());
        }
        return gap.isEmpty() && !measure.isLocalAlone() ? nothingCounted(period) : localGap(period);
    }

    private static Figure gapped(Period period, Coverages.Gap gap) {
        return Figure.none(period, gap.state(), gap.reason());
    }

    private Figure notDue(Period period) {
        return Figure.none(
                period,
                FigureState.NOT_APPLICABLE,
                "Reported " + measure.frequency().key() + ".");
    }

    private Figure localGap(Period period) {
        String source = "local." + measure.local();
        if (!coverages.isLoaded(source)) {
            return Figure.none(
                    period,
                    FigureState.NOT_COLLECTED,
                    "Needs " + measure.needs().describe() + ".");
        }
        return coverages.reachesBeyond(source, period.end())
                ? Figure.none(
                        period, FigureState.NOT_COLLECTED, "The local counts give none for " + period.label() + ".")
                : Figure.none(period, FigureState.NOT_YET, "");
    }

    /** Nothing found where the sources reach is nought for a count, and no value for what is out of nothing. */
    private Figure nothingCounted(Period period) {
        return switch (measure.aggregate()) {
            case COUNT, SUM, WEEKS -> Figure.of(period, BigDecimal.ZERO, BigDecimal.ZERO, null);
            case RATIO, MEAN, MEDIAN, LATEST, RATE -> outOfNothing(period);
        };
    }

    private static Figure outOfNothing(Period period) {
        return Figure.none(period, FigureState.NOT_APPLICABLE, "There was nothing to count out of.");
    }

    Figure valued(Period period, Total total) {
        if (!total.state().hasValue()) {
            return Figure.none(period, total.state(), total.note());
        }
        String part = period.end().equals(asAt) && !period.equals(Period.month(YearMonth.from(asAt)))
                ? "Part of the month, to " + DAY.format(asAt) + "."
                : "";
        return figure(
                period, total.state(), total.numerator(), total.denominator(), (part + " " + total.note()).strip());
    }

    Figure figure(
            Period period, FigureState state, BigDecimal numerator, @Nullable BigDecimal denominator, String reason) {
        BigDecimal value = measure.value(numerator, denominator);
        return value == null
                ? outOfNothing(period)
                : new Figure(period, state, value, numerator, denominator, null, reason);
    }
}
