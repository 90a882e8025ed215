package org.goldenthread.measures.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.catalogue.SnapshotTables;

/**
 * One measure over hand-made rows: an in-memory DuckDB with every table of the snapshot, empty until rows are put in.
 *
 * <pre>
 * try (MeasureCase it = MeasureCase.of("referrals")) {
 *     it.insert("ssd_cin_episodes", "cine_referral_id, cine_person_id, cine_referral_date",
 *             "r1, c1, 2024-03-31",
 *             "r2, c2, 2024-04-01");
 *     it.assertTotal("2024-03", 1);
 *     it.assertSubjects("2024-03", "r1");
 * }
 * </pre>
 *
 * A period is written {@code 2024-03} (a month), {@code 2024-03-15} (the month up to that day), {@code Q2024-03} (the quarter that
 * ends with March), {@code year 2024-03-31} (the whole year of the measure's basis with that day) or {@code to 2024-03-15} (that
 * year up to the day). An empty cell is null; a cell with a comma stands in single quotes. Each row gets gt_source "case" and a
 * gt_line counted from 1 in its table, unless given.
 */
public final class MeasureCase implements AutoCloseable {

    private final Connection duckdb;
    private DuckDbEngine engine;
    private final Measure measure;
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private MeasureCase(Measure measure) throws SQLException {
        this.measure = measure;
        this.duckdb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckdb.createStatement()) {
            statement.execute("set threads = 1");
            for (Map.Entry<String, Map<String, String>> table :
                    SnapshotTables.columns().entrySet()) {
                statement.execute(table.getValue().entrySet().stream()
                        .map(column -> column.getKey() + " " + column.getValue())
                        .collect(Collectors.joining(", ", "create table " + table.getKey() + " (", ")")));
            }
        }
        this.engine = DuckDbEngine.over(duckdb, "");
    }

    /** A case of a measure of the standard catalogue. */
    public static MeasureCase of(String id) {
        return of(Catalogue.standard().getMeasure(id));
    }

    public static MeasureCase of(Measure measure) {
        try {
            return new MeasureCase(measure);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Measure measure() {
        return measure;
    }

    public MeasureEngine engine() {
        return engine;
    }

    /**
     * Puts rows into a table.
     *
     * @param columns names parted by commas
     * @param rows values parted by commas, as DuckDB reads them from text
     */
    public MeasureCase insert(String table, String columns, String... rows) {
        Map<String, String> types = SnapshotTables.columns().get(table);
        if (types == null) {
            throw new IllegalArgumentException("There is no table " + table + ".");
        }
        List<String> names = new ArrayList<>(cells(columns));
        List<String> given = List.copyOf(names);
        if (!names.contains("gt_source")) {
            names.add("gt_source");
        }
        if (!names.contains("gt_line")) {
            names.add("gt_line");
        }
        String sql = names.stream()
                .map(name -> {
                    if (!types.containsKey(name)) {
                        throw new IllegalArgumentException("The table " + table + " has no column " + name + ".");
                    }
                    return "cast(? as " + types.get(name) + ")";
                })
                .collect(Collectors.joining(
                        ", ", "insert into " + table + " (" + String.join(", ", names) + ") values (", ")"));
        try (PreparedStatement insert = duckdb.prepareStatement(sql)) {
            duckdb.setAutoCommit(false);
            for (String row : rows) {
                List<String> values = new ArrayList<>(cells(row));
                if (values.size() != given.size()) {
                    throw new IllegalArgumentException(
                            "'" + row + "' has " + values.size() + " values for the columns " + columns);
                }
                int line = lines.merge(table, 1, Integer::sum);
                if (!given.contains("gt_source")) {
                    values.add("case");
                }
                if (!given.contains("gt_line")) {
                    values.add(String.valueOf(line));
                }
                for (int i = 0; i < values.size(); i++) {
                    insert.setString(i + 1, values.get(i).isEmpty() ? null : values.get(i));
                }
                insert.execute();
            }
            duckdb.commit();
            duckdb.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalArgumentException("A row could not be put into " + table + ": " + e.getMessage(), e);
        }
        return this;
    }

    /** Takes all rows out again, so that the next case starts from nothing. */
    public MeasureCase clear() {
        try (Statement statement = duckdb.createStatement()) {
            for (String table : lines.keySet()) {
                statement.execute("delete from " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        lines.clear();
        engine.close();
        engine = DuckDbEngine.over(duckdb, "");
        return this;
    }

    /** Puts in a mid-year estimate of the population of the authority. */
    public MeasureCase population(int midYear, int ageFrom, int ageTo, int persons) {
        return insert(
                "gt_population",
                "la_code, mid_year, age_from, age_to, population",
                "399, " + midYear + ", " + ageFrom + ", " + ageTo + ", " + persons);
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split(",(?=(?:[^']*'[^']*')*[^']*$)", -1))
                .map(String::strip)
                .map(cell -> cell.startsWith("'") && cell.endsWith("'") && cell.length() > 1
                        ? cell.substring(1, cell.length() - 1)
                        : cell)
                .toList();
    }

    /** The period so written, see the class. */
    public Period period(String written) {
        if (written.startsWith("Q")) {
            return Period.quarterEnding(YearMonth.parse(written.substring(1)));
        }
        if (written.startsWith("year ")) {
            return Period.yearContaining(LocalDate.parse(written.substring(5)), measure.year());
        }
        if (written.startsWith("to ")) {
            return Period.yearToDate(LocalDate.parse(written.substring(3)), measure.year());
        }
        if (written.length() == 7) {
            return Period.month(YearMonth.parse(written));
        }
        LocalDate end = LocalDate.parse(written);
        return new Period(Period.Grain.MONTH, end.withDayOfMonth(1), end);
    }

    public Optional<Total> total(String period) {
        return engine.totals(measure, List.of(period(period))).stream().findFirst();
    }

    /** All periods in one query, as the scorecard asks. */
    public List<Total> totals(String... periods) {
        return engine.totals(measure, Arrays.stream(periods).map(this::period).toList());
    }

    public List<Row> rows(String period) {
        return engine.rows(measure, period(period));
    }

    /** Nothing was counted for the period. */
    public MeasureCase assertNothing(String period) {
        assertThat(rows(period)).as("rows of " + period).isEmpty();
        return this;
    }

    public MeasureCase assertTotal(String period, double numerator) {
        assertThat(total(period)).as("total of " + period).isPresent();
        assertThat(total(period).orElseThrow().numerator())
                .as("numerator of " + period)
                .isEqualByComparingTo(BigDecimal.valueOf(numerator));
        return this;
    }

    public MeasureCase assertTotal(String period, double numerator, double denominator) {
        assertTotal(period, numerator);
        assertThat(total(period).orElseThrow().denominator())
                .as("denominator of " + period)
                .isNotNull()
                .isEqualByComparingTo(BigDecimal.valueOf(denominator));
        return this;
    }

    /** The value, rounded half up to as many places as {@code value} has. */
    public MeasureCase assertValue(String period, String value) {
        Total total = total(period).orElseThrow(() -> new AssertionError("There is no total of " + period + "."));
        BigDecimal expected = new BigDecimal(value);
        BigDecimal actual = measure.value(total.numerator(), total.denominator());
        assertThat(actual).as("value of " + period).isNotNull();
        assertThat(actual.setScale(expected.scale(), RoundingMode.HALF_UP))
                .as("value of " + period)
                .isEqualTo(expected);
        return this;
    }

    /** Exactly these subjects are counted (rows whose numerator is not nought), in any order. */
    public MeasureCase assertSubjects(String period, String... subjects) {
        assertThat(rows(period).stream()
                        .filter(row -> row.numerator().signum() != 0)
                        .map(Row::subject))
                .as("subjects counted in " + period)
                .containsExactlyInAnyOrder(subjects);
        return this;
    }

    /** Exactly these subjects are in the denominator, counted or not, in any order. */
    public MeasureCase assertCohort(String period, String... subjects) {
        assertThat(rows(period).stream().map(Row::subject))
                .as("cohort of " + period)
                .containsExactlyInAnyOrder(subjects);
        return this;
    }

    /** The numerator of each value of a breakdown column (named without {@code by_}). */
    public Map<String, BigDecimal> breakdown(String period, String by) {
        return engine.breakdown(measure, List.of(period(period)), List.of(by)).stream()
                .collect(Collectors.toMap(
                        total -> total.breakdown().get(by), Total::numerator, BigDecimal::add, java.util.TreeMap::new));
    }

    @Override
    public void close() {
        engine.close();
        try {
            duckdb.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
