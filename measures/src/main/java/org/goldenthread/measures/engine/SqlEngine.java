package org.goldenthread.measures.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Aggregate;
import org.goldenthread.measures.catalogue.Measure;
import org.jspecify.annotations.Nullable;

/** What is the same whichever engine answers the query. */
public abstract class SqlEngine implements MeasureEngine {

    private @Nullable Populations populations;

    /**
     * Runs a query that reads no periods.
     *
     * @return each row's values by column name in small letters, in the order of the columns
     * @throws Exception if the engine cannot run it
     */
    protected abstract List<Map<String, @Nullable Object>> query(String sql) throws Exception;

    /**
     * Runs a query that reads the relation {@code periods}.
     *
     * @param periods its rows, as {@code values ...}
     */
    protected abstract List<Map<String, @Nullable Object>> query(String periods, String sql) throws Exception;

    /** Three-digit number of the authority, by which population is looked up; empty to take whatever is there. */
    protected abstract String authorityCode();

    /** How many measures may run side by side. */
    protected abstract int sideBySide();

    @Override
    public Map<String, List<Total>> totals(Map<Measure, List<Period>> periodsByMeasure) {
        Map<String, Future<List<Total>>> running = new LinkedHashMap<>();
        Map<String, List<Total>> totals = new LinkedHashMap<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(sideBySide())) {
            for (Map.Entry<Measure, List<Period>> asked : byPeriods(periodsByMeasure)) {
                running.put(asked.getKey().id(), workers.submit(() -> totals(asked.getKey(), asked.getValue())));
            }
            for (Measure measure : periodsByMeasure.keySet()) {
                totals.put(
                        measure.id(),
                        Objects.requireNonNull(running.get(measure.id())).get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measures were running.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
        return totals;
    }

    /** Those of the same periods side by side, so that an engine that keeps the periods of the last query seldom makes them anew. */
    private static List<Map.Entry<Measure, List<Period>>> byPeriods(Map<Measure, List<Period>> periodsByMeasure) {
        Map<List<Object>, List<Map.Entry<Measure, List<Period>>>> alike = new LinkedHashMap<>();
        for (Map.Entry<Measure, List<Period>> asked : periodsByMeasure.entrySet()) {
            alike.computeIfAbsent(List.of(asked.getKey().year(), asked.getValue()), any -> new ArrayList<>())
                    .add(asked);
        }
        return alike.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<Total> totals(Measure measure, List<Period> periods) {
        return breakdown(measure, periods, List.of());
    }

    @Override
    public List<Total> breakdown(Measure measure, List<Period> periods, List<String> by) {
        if (periods.isEmpty()) {
            return List.of();
        }
        Map<String, List<Total>> byPeriod = new HashMap<>();
        for (Map<String, @Nullable Object> row : run(measure, periods, AggregateQuery.breakdown(measure, by))) {
            Total total = total(row);
            byPeriod.computeIfAbsent(total.periodId(), id -> new ArrayList<>()).add(total);
        }
        List<Total> ordered = new ArrayList<>();
        for (Period period : periods) {
            List<Total> of = byPeriod.getOrDefault(period.id(), List.of());
            if (measure.aggregate() == Aggregate.RATE) {
                ordered.addAll(perPopulation(measure, period, of));
            } else {
                ordered.addAll(of);
            }
        }
        return List.copyOf(ordered);
    }

    @Override
    public List<Row> rows(Measure measure, Period period) {
        return run(measure, List.of(period), AggregateQuery.rows(measure)).stream()
                .map(SqlEngine::row)
                .toList();
    }

    /** A rate of nothing is nought, so that a rate has a total even where no row was counted. */
    private List<Total> perPopulation(Measure measure, Period period, List<Total> totals) {
        Populations.Found found = populations().find(measure.population(), period.end());
        List<Total> counted =
                totals.isEmpty() ? List.of(new Total(period.id(), Map.of(), BigDecimal.ZERO, null, 0)) : totals;
        return counted.stream()
                .map(total -> new Total(
                        total.periodId(),
                        total.breakdown(),
                        total.numerator(),
                        found.persons(),
                        total.rows(),
                        found.persons() == null ? FigureState.NOT_COLLECTED : FigureState.VALUE,
                        found.note()))
                .toList();
    }

    private synchronized Populations populations() {
        Populations known = populations;
        if (known == null) {
            try {
                known = Populations.of(
                        query(
                                "select la_code, mid_year, age_from, age_to, population, population_source from gt_population"),
                        authorityCode());
            } catch (Exception e) {
                throw new IllegalStateException(
                        "The population of the snapshot could not be read: " + e.getMessage(), e);
            }
            populations = known;
        }
        return known;
    }

    private List<Map<String, @Nullable Object>> run(Measure measure, List<Period> periods, String sql) {
        try {
            return query(AggregateQuery.periods(measure, periods), sql);
        } catch (Exception e) {
            throw new MeasureFailedException(measure, e);
        }
    }

    private static Total total(Map<String, @Nullable Object> row) {
        FigureState state = FigureState.of(text(row.get("state"), FigureState.VALUE.label()));
        BigDecimal numerator = number(row.get("numerator"));
        return new Total(
                text(row.get("period_id"), ""),
                breakdownOf(row),
                numerator == null ? BigDecimal.ZERO : numerator,
                number(row.get("denominator")),
                numerator == null && state.hasValue() ? 0 : whole(row.get("number_of_rows")),
                state,
                text(row.get("note"), ""));
    }

    private static Row row(Map<String, @Nullable Object> row) {
        BigDecimal numerator = number(row.get("numerator"));
        return new Row(
                text(row.get("period_id"), ""),
                text(row.get("subject"), ""),
                numerator == null ? BigDecimal.ZERO : numerator,
                number(row.get("denominator")),
                breakdownOf(row),
                text(row.get("gt_source"), ""),
                Math.toIntExact(whole(row.get("gt_line"))));
    }

    private static Map<String, String> breakdownOf(Map<String, @Nullable Object> row) {
        Map<String, String> breakdown = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            if (name.startsWith("by_")) {
                breakdown.put(name.substring(3).toLowerCase(Locale.ROOT), text(value, ""));
            }
        });
        return breakdown;
    }

    private static String text(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }

    private static long whole(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    static @Nullable BigDecimal number(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        BigDecimal number = new BigDecimal(value.toString()).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
