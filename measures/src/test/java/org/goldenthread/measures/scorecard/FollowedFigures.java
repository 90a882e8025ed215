package org.goldenthread.measures.scorecard;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Aggregate;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.measures.engine.Row;
import org.goldenthread.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Follows every figure of a scorecard back: counts it again from the rows that stand behind it, and looks each row up in the
 * files of the returns.
 */
public final class FollowedFigures {

    private static final BigDecimal SLACK = new BigDecimal("0.000001");

    /** What a period's rows come to. */
    private record Counted(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value) {}

    /** A line of a file that a row was said to come from. */
    private record Line(String where, String subject, String text) {}

    private final MeasureEngine engine;
    private final Catalogue catalogue;
    private final Snapshot snapshot;
    private final Tracer tracer;
    private final ReturnFiles files;
    private final Map<String, List<Row>> rows = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> faults = new LinkedHashSet<>();
    private final Map<String, Integer> rowsByMeasure = new LinkedHashMap<>();
    private int figures;

    /** @param folders where the files lie that the snapshot was made from */
    public FollowedFigures(Snapshot snapshot, MeasureEngine engine, Catalogue catalogue, List<Path> folders)
            throws IOException {
        this.engine = engine;
        this.catalogue = catalogue;
        this.snapshot = snapshot;
        this.tracer = Tracer.of(snapshot, engine);
        this.files = new ReturnFiles(snapshot.manifest(), folders);
    }

    /** What could not be followed, in words. */
    public List<String> faults() {
        Map<String, String> councilIds = snapshot.identities()
                .findCouncilIds(lines.stream().map(Line::subject).collect(Collectors.toSet()));
        for (Line line : lines) {
            // The subject is a child or an event; only a child has an identifier of the council's.
            if (!line.text().contains(councilIds.getOrDefault(line.subject(), ""))) {
                faults.add(line.where() + ": the line tells of another child");
            }
        }
        return List.copyOf(faults);
    }

    /** How many figures with a value were followed. */
    public int figures() {
        return figures;
    }

    /** How many rows stood behind the figures of each measure that had any value. */
    public Map<String, Integer> rowsByMeasure() {
        return rowsByMeasure;
    }

    /** Follows every figure that has a value. */
    public void follow(Scorecard scorecard) {
        for (Indicator indicator : scorecard.indicators()) {
            Measure measure = catalogue.getMeasure(indicator.measure());
            for (Figure month : indicator.months()) {
                if (month.state().hasValue()) {
                    compare(measure, month, counted(measure, month, month.period()));
                }
            }
            List<Figure> years = new ArrayList<>(indicator.earlierYears());
            years.add(indicator.yearToDate());
            years.add(indicator.current());
            for (Figure figure : years) {
                if (figure.state().hasValue()) {
                    boolean year = figure.period().grain() == Period.Grain.YEAR;
                    compare(
                            measure,
                            figure,
                            year
                                    ? ofYear(measure, figure, scorecard.asAt())
                                    : counted(measure, figure, figure.period()));
                }
            }
        }
    }

    private void compare(Measure measure, Figure figure, Counted again) {
        figures++;
        if (differ(figure.numerator(), again.numerator())
                || differ(figure.denominator(), again.denominator())
                || differ(figure.value(), again.value())) {
            faults.add(measure.id() + ", " + figure.period().id() + ": the figure is " + figure.numerator() + " of "
                    + figure.denominator() + " = " + figure.value() + ", its rows give " + again);
        }
    }

    private static boolean differ(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null
                ? one != other
                : one.subtract(other).abs().compareTo(SLACK) > 0;
    }

    /** A figure of a year, put together from its months as the measure says. */
    private Counted ofYear(Measure measure, Figure figure, LocalDate asAt) {
        Period year = figure.period();
        if (measure.isLocal() && !rowsOf(measure, year).isEmpty()) {
            return counted(measure, figure, year);
        }
        List<Period> months = months(year, asAt);
        return switch (measure.yearToDate()) {
            case LATEST, NONE -> counted(measure, figure, latestWithValue(measure, months));
            case SUM, POOLED ->
                measure.aggregate() == Aggregate.MEDIAN
                        ? counted(measure, figure, year)
                        : pooled(measure, figure, months);
            case MEAN -> mean(measure, figure, months);
        };
    }

    private Period latestWithValue(Measure measure, List<Period> months) {
        return months.reversed().stream()
                .filter(month -> tracer.trace(measure, month).figure().state().hasValue())
                .findFirst()
                .orElse(months.getLast());
    }

    private Counted pooled(Measure measure, Figure figure, List<Period> months) {
        BigDecimal numerator = BigDecimal.ZERO;
        BigDecimal denominator = null;
        for (Period month : months) {
            Counted of = counted(measure, figure, month);
            numerator = numerator.add(Objects.requireNonNullElse(of.numerator(), BigDecimal.ZERO));
            if (measure.aggregate() == Aggregate.RATE) {
                denominator = figure.denominator();
            } else if (of.denominator() != null) {
                denominator = denominator == null ? of.denominator() : denominator.add(of.denominator());
            }
        }
        boolean plain = measure.aggregate() == Aggregate.COUNT
                || measure.aggregate() == Aggregate.SUM
                || measure.aggregate() == Aggregate.WEEKS;
        BigDecimal outOf = plain ? null : denominator;
        return new Counted(numerator, outOf, measure.value(numerator, outOf));
    }

    private Counted mean(Measure measure, Figure figure, List<Period> months) {
        List<BigDecimal> values = new ArrayList<>();
        for (Period month : months) {
            // A row may say that there is no value yet.
            if (tracer.trace(measure, month).figure().state().hasValue()) {
                values.add(
                        Objects.requireNonNull(counted(measure, figure, month).value(), "value"));
            }
        }
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Counted(
                null, null, sum.divide(BigDecimal.valueOf(Math.max(1, values.size())), MathContext.DECIMAL64));
    }

    private static List<Period> months(Period year, LocalDate asAt) {
        List<Period> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(year.start());
                !month.isAfter(YearMonth.from(year.end()));
                month = month.plusMonths(1)) {
            months.add(MonthFigures.period(month, asAt));
        }
        return months;
    }

    /** Counts the rows of one period by the measure's aggregate. */
    private Counted counted(Measure measure, Figure figure, Period period) {
        List<Row> of = rowsOf(measure, period);
        BigDecimal sum = of.stream().map(Row::numerator).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal outOf = of.stream()
                .map(Row::denominator)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
        BigDecimal numerator = sum;
        BigDecimal denominator = outOf;
        switch (measure.aggregate()) {
            case COUNT, SUM, WEEKS -> denominator = null;
            case RATE -> denominator = population(measure, figure);
            case RATIO -> {}
            case MEAN -> denominator = outOf != null || measure.isLocal() ? outOf : BigDecimal.valueOf(of.size());
            case MEDIAN -> {
                numerator = median(of);
                denominator = BigDecimal.valueOf(of.size());
            }
            case LATEST -> {
                Row latest = of.stream().max(Comparator.comparing(Row::subject)).orElseThrow();
                numerator = latest.numerator();
                denominator = latest.denominator();
            }
        }
        return new Counted(numerator, denominator, measure.value(numerator, denominator));
    }

    /** The persons that a rate is out of are an estimate and no rows of the return; the figure has to say which. */
    private @Nullable BigDecimal population(Measure measure, Figure figure) {
        if (!figure.reason().contains("Population aged")) {
            faults.add(measure.id() + ", " + figure.period().id() + ": does not say which population it is out of");
        }
        return figure.denominator();
    }

    private static BigDecimal median(List<Row> rows) {
        List<BigDecimal> sorted = rows.stream().map(Row::numerator).sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.TWO, MathContext.DECIMAL64);
    }

    private List<Row> rowsOf(Measure measure, Period period) {
        return rows.computeIfAbsent(measure.id() + " " + period, key -> lookedUp(measure, period));
    }

    /** The rows of a period, each looked up in its file. */
    private List<Row> lookedUp(Measure measure, Period period) {
        List<Row> found = engine.rows(measure, period);
        rowsByMeasure.merge(measure.id(), found.size(), Integer::sum);
        for (Row row : found) {
            String where = measure.id() + ", " + period.id() + ", row of " + row.source() + " line " + row.line();
            if (!files.has(row.source())) {
                faults.add(where + ": no such source");
                continue;
            }
            Optional<String> line = files.findLine(row.source(), row.line());
            if (line.isEmpty()) {
                faults.add(where + ": the file has no such line");
            } else if (files.isCsv(row.source())) {
                lines.add(new Line(where, row.subject(), line.get()));
            }
        }
        return found;
    }

    /** Whether the tracer tells of each indicator's latest month what the scorecard does, by rows that the manifest can name. */
    public void followByTracer(Scorecard scorecard) {
        for (Indicator indicator : scorecard.indicators()) {
            Measure measure = catalogue.getMeasure(indicator.measure());
            indicator.months().reversed().stream()
                    .filter(month -> month.state().hasValue())
                    .findFirst()
                    .ifPresent(month -> followByTracer(measure, month));
        }
    }

    private void followByTracer(Measure measure, Figure month) {
        Trace trace = tracer.trace(measure, month.period());
        Figure figure = trace.figure();
        compare(measure, month, new Counted(figure.numerator(), figure.denominator(), figure.value()));
        List<String> told = trace.rows().stream()
                .map(row -> row.file() + ":" + row.line() + " " + row.subject())
                .toList();
        List<String> counted = rowsOf(measure, month.period()).stream()
                .map(row -> row.source() + ":" + row.line() + " " + row.subject())
                .toList();
        if (!told.equals(counted)) {
            faults.add(measure.id() + ", " + month.period().id() + ": the trace names other rows, such as "
                    + told.stream().filter(one -> !counted.contains(one)).findFirst());
        }
    }
}
