package org.goldenthread.measures.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Measure;

/**
 * Puts a measure's aggregate around its query, which reads the relation {@code periods} that the engine supplies. Everything put
 * in is a date, a number or a name that was checked, never text of a user.
 */
public final class AggregateQuery {

    /** The columns of {@code periods}. */
    public static final String PERIOD_COLUMNS =
            "(period_id, grain, period_start, period_end, year_start, rolling_year_start)";

    private AggregateQuery() {}

    /** One row for each period: {@code period_id, numerator, denominator, number_of_rows, state, note}. */
    public static String totals(Measure measure) {
        return breakdown(measure, List.of());
    }

    /** As {@link #totals}, by the given breakdown columns, which stand between the period and the numerator. */
    public static String breakdown(Measure measure, List<String> by) {
        String columns = by.stream().map(name -> ", by_" + checked(name)).collect(Collectors.joining());
        String state = measure.isLocal() ? "max(state) as state, max(note) as note" : "'value' as state, '' as note";
        return "select period_id" + columns + ", " + numerator(measure) + " as numerator, "
                + denominator(measure) + " as denominator, count(*) as number_of_rows, " + state
                + " from (\n" + measure.sql() + "\n) counted group by period_id" + columns;
    }

    /** Every row of a period, all columns, by subject. */
    public static String rows(Measure measure) {
        return "select * from (\n" + measure.sql() + "\n) counted order by subject, gt_source, gt_line";
    }

    private static String numerator(Measure measure) {
        return switch (measure.aggregate()) {
            case COUNT, SUM, RATIO, MEAN, RATE, WEEKS -> "sum(" + number("numerator") + ")";
            case MEDIAN -> "median(cast(numerator as double))";
            case LATEST -> "max_by(" + number("numerator") + ", subject)";
        };
    }

    private static String denominator(Measure measure) {
        return switch (measure.aggregate()) {
            case COUNT, SUM, RATE, WEEKS -> "cast(null as decimal(18, 6))";
            case RATIO -> "sum(" + number("denominator") + ")";
            case MEAN ->
                "coalesce(sum(" + number("denominator") + "), "
                        + (measure.isLocal() ? "null" : "cast(count(*) as decimal(18, 6))") + ")";
            case MEDIAN -> "cast(count(*) as decimal(18, 6))";
            case LATEST -> "max_by(" + number("denominator") + ", subject)";
        };
    }

    /** Sums of decimals are the same in whatever order an engine adds them up. */
    private static String number(String column) {
        return "cast(" + column + " as decimal(18, 6))";
    }

    /** The rows of {@code periods} for a measure, as {@code values ...} with the columns of {@link #PERIOD_COLUMNS}. */
    public static String periods(Measure measure, List<Period> periods) {
        return periods.stream()
                .map(period -> "('" + period.id() + "', '" + period.grain() + "', date '" + period.start() + "', date '"
                        + period.end() + "', date '"
                        + measure.year().startOfYear(period.end()) + "', date '"
                        + period.end().plusDays(1).minusYears(1) + "')")
                .collect(Collectors.joining(",\n", "values\n", ""));
    }

    private static String checked(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("'" + name + "' is no name of a breakdown.");
        }
        return name;
    }
}
