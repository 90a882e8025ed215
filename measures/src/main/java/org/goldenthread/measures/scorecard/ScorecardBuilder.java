package org.goldenthread.measures.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.goldenthread.core.figures.Direction;
import org.goldenthread.core.figures.Expectation;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Period;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.core.figures.YearBasis;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.catalogue.Timing;
import org.goldenthread.measures.catalogue.YearToDateRule;
import org.goldenthread.measures.engine.Coverages;
import org.goldenthread.measures.engine.Total;
import org.jspecify.annotations.Nullable;

/** Makes the whole scorecard of an index (Part 2: nothing hidden), one query a measure. */
public final class ScorecardBuilder {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM-yy", Locale.UK);

    /**
     * Builds the scorecard.
     *
     * @throws IllegalArgumentException if the index names a measure that the catalogue lacks, or an override names a number
     *     that the index lacks
     */
    public Scorecard build(ScorecardRequest request) {
        checkOverrides(request);
        LocalDate asAt = request.asAt();
        Period year = Period.yearContaining(asAt, YearBasis.FINANCIAL);
        List<Period> months = monthsOf(year);
        List<Period> earlierYears = new ArrayList<>();
        for (int back = 1; back <= request.earlierYears(); back++) {
            earlierYears.add(Period.yearContaining(year.start().minusYears(back), YearBasis.FINANCIAL));
        }
        Map<Measure, List<Period>> wanted = wantedPeriods(request, YearMonth.from(year.start()));
        Map<String, List<Total>> totals = request.engine().totals(wanted);
        Coverages coverages = Coverages.of(request.dataset().coverage());
        Map<String, MeasureFigures> figures = new LinkedHashMap<>();
        wanted.forEach((measure, periods) -> figures.put(
                measure.id(),
                new MeasureFigures(measure, asAt, coverages, periods, totals.getOrDefault(measure.id(), List.of()))));
        List<Indicator> indicators = new ArrayList<>();
        for (IndexRow row : request.index().rows()) {
            Measure measure = measureOf(request, row);
            MeasureFigures of = figures.get(measure.id());
            if (of == null) {
                throw new IllegalStateException("The measure " + measure.id() + " was not run.");
            }
            indicators.add(indicator(request, row, measure, of, months));
        }
        return new Scorecard(
                request.dataset().authority(),
                request.index().title(),
                asAt,
                Part.PART_2,
                request.dataset().snapshot(),
                months,
                earlierYears,
                request.comparators().headings(request.dataset().authorityCode()),
                indicators,
                notes(indicators));
    }

    private static void checkOverrides(ScorecardRequest request) {
        for (String number : request.overrides().keySet()) {
            if (request.index().rows().stream().noneMatch(row -> row.number().equals(number))) {
                throw new IllegalArgumentException("A rating is overridden for the indicator '" + number
                        + "', which the index '" + request.index().id() + "' does not have. Use one of its numbers.");
            }
        }
    }

    private static List<Period> monthsOf(Period year) {
        List<Period> months = new ArrayList<>();
        YearMonth first = YearMonth.from(year.start());
        for (int month = 0; month < 12; month++) {
            months.add(Period.month(first.plusMonths(month)));
        }
        return months;
    }

    private static Measure measureOf(ScorecardRequest request, IndexRow row) {
        Catalogue catalogue = request.catalogue();
        return catalogue
                .findMeasure(row.measure())
                .orElseThrow(() -> new IllegalArgumentException("Indicator " + row.number() + " of the index '"
                        + request.index().id() + "' names the measure '" + row.measure()
                        + "', which the catalogue does not have. 'goldenthread measures' lists those it has."));
    }

    private static Map<Measure, List<Period>> wantedPeriods(ScorecardRequest request, YearMonth firstShown) {
        Map<Measure, List<Period>> wanted = new LinkedHashMap<>();
        for (IndexRow row : request.index().rows()) {
            Measure measure = measureOf(request, row);
            wanted.computeIfAbsent(
                    measure, m -> MeasureFigures.periods(m, request.asAt(), firstShown, request.earlierYears()));
        }
        return wanted;
    }

    private static Indicator indicator(
            ScorecardRequest request, IndexRow row, Measure measure, MeasureFigures figures, List<Period> indexMonths) {
        YearMonth last = YearMonth.from(request.asAt());
        Figure yearToDate = figures.yearToDate(last);
        YearMonth latest = figures.latestMonth(last);
        Figure current = measure.yearToDate() == YearToDateRule.NONE ? figures.month(latest) : yearToDate;
        Polarity polarity = row.polarity() == null ? measure.polarity() : row.polarity();
        Expectation expectation = row.expectation();
        Rating rating = expectation.rate(shown(measure, current.value()), polarity);
        Travel travel = travel(measure, polarity, figures, current, latest);

        List<Period> months =
                row.ownYear() ? monthsOf(Period.yearContaining(request.asAt(), measure.year())) : indexMonths;
        List<Figure> monthly = new ArrayList<>();
        for (Period month : months) {
            monthly.add(asPublished(request, measure, figures.month(YearMonth.from(month.start()))));
        }
        List<Figure> earlier = new ArrayList<>();
        for (int back = 1; back <= request.earlierYears(); back++) {
            earlier.add(asPublished(request, measure, figures.earlierYear(back)));
        }
        return new Indicator(
                row.number(),
                measure.id(),
                measure.version(),
                row.name().isEmpty() ? measure.name() : row.name(),
                row.section(),
                measure.why(),
                polarity,
                measure.unit(),
                measure.decimals(),
                expectation,
                asPublished(request, measure, current),
                monthly,
                row.ownYear() ? months.stream().map(Period::label).toList() : List.of(),
                asPublished(request, measure, yearToDate),
                earlier,
                request.comparators()
                        .of(
                                measure,
                                request.dataset().authorityCode(),
                                request.asAt(),
                                row.standing(),
                                polarity,
                                shown(measure, current.value())),
                rating,
                request.overrides().get(row.number()),
                travel.direction(),
                travel.comparedWith(),
                row.note(),
                definition(measure));
    }

    private record Travel(Direction direction, String comparedWith) {}

    /** From the same period a year before, so that the season of the year is not taken for a trend. */
    private static Travel travel(
            Measure measure, Polarity polarity, MeasureFigures figures, Figure current, YearMonth latest) {
        boolean ofYear = measure.yearToDate() != YearToDateRule.NONE;
        YearMonth month = ofYear ? YearMonth.from(current.period().end()) : latest;
        Figure now = current;
        boolean partOfMonth = !current.period().end().equals(month.atEndOfMonth());
        if (partOfMonth && measure.timing() == Timing.IN_MONTH) {
            month = month.minusMonths(1);
            now = ofYear ? figures.yearToDate(month) : figures.month(month);
        }
        Figure before = ofYear ? figures.yearToDate(month.minusYears(1)) : figures.month(month.minusYears(1));
        String label = MONTH.format(month.minusYears(1));
        boolean accumulates = ofYear && measure.yearToDate() != YearToDateRule.LATEST;
        String comparedWith = accumulates ? "year to " + label : label;
        BigDecimal from = shown(measure, before.value());
        BigDecimal to = shown(measure, now.value());
        return from == null || to == null
                ? new Travel(Direction.UNKNOWN, comparedWith)
                : new Travel(Direction.of(to.subtract(from), polarity), comparedWith);
    }

    private static @Nullable BigDecimal shown(Measure measure, @Nullable BigDecimal value) {
        return value == null ? null : value.setScale(measure.decimals(), java.math.RoundingMode.HALF_UP);
    }

    private static Figure asPublished(ScorecardRequest request, Measure measure, Figure figure) {
        BigDecimal now = shown(measure, figure.value());
        BigDecimal then = shown(
                measure,
                request.published()
                        .find(measure.id(), measure.version(), figure.period().id())
                        .orElse(null));
        return now == null || then == null || now.compareTo(then) == 0 ? figure : figure.publishedAs(then);
    }

    private static String definition(Measure measure) {
        return (measure.definition()
                        + (measure.law().isEmpty()
                                ? ""
                                : " Law: " + measure.law() + (measure.law().endsWith(".") ? "" : "."))
                        + " Source: " + measure.source() + (measure.source().endsWith(".") ? "" : "."))
                .strip();
    }

    /** Which indicators lack a source, put together by what they lack. */
    private static List<String> notes(List<Indicator> indicators) {
        Map<String, Set<String>> byReason = new TreeMap<>();
        for (Indicator indicator : indicators) {
            Figure current = indicator.current();
            if (current.state() == FigureState.NOT_COLLECTED
                    && !current.reason().isEmpty()) {
                byReason.computeIfAbsent(current.reason(), r -> new LinkedHashSet<>())
                        .add(indicator.number());
            }
        }
        return byReason.entrySet().stream()
                .map(e -> (e.getValue().size() == 1 ? "Indicator " : "Indicators ") + String.join(", ", e.getValue())
                        + ": " + e.getKey())
                .toList();
    }
}
