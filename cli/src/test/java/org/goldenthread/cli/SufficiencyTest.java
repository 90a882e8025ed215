package org.goldenthread.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.engine.DuckDbEngine;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.measures.engine.Row;
import org.goldenthread.measures.engine.Total;
import org.goldenthread.returns.LoadResult;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Severity;
import org.goldenthread.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the files of a return to the tables of placements that a council printed for 2021-22 in its sufficiency strategy. */
class SufficiencyTest {

    private static final String PLACEMENTS = "placements-count-by-type-age-2021-22.csv";
    private static final String WEEKS = "placement-weeks-by-type-age-2021-22.csv";
    private static final String SHARES = "fostering-share-by-age-2021-22.csv";
    private static final Period MARCH = Period.month(YearMonth.of(2022, 3));
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Map<String, String> AGES = Map.of(
            "age_0_4", "0-4", "age_5_9", "5-9", "age_10_12", "10-12", "age_13_15", "13-15", "age_16_plus", "16+");

    @TempDir
    Path folder;

    @Test
    void the_tables_come_out_of_the_files_of_a_return_as_they_were_printed() throws IOException {
        try (MeasureEngine engine = loaded()) {
            assertTables(engine, SufficiencyTest::kept);
        }
    }

    @Test
    void the_tables_come_out_as_they_stand_in_the_strategy_itself() throws IOException {
        SharedFolder.get("tables/000-" + PLACEMENTS);
        try (MeasureEngine engine = loaded()) {
            assertTables(engine, file -> Files.readString(SharedFolder.get("tables/000-" + file)));
        }
    }

    /** Where the printed figures are read from. */
    private interface Printed {
        String read(String file) throws IOException;
    }

    private void assertTables(MeasureEngine engine, Printed source) throws IOException {
        List<Row> placements = rows(engine, "placements-by-type-and-age");
        assertThat(table(placements, source.read(PLACEMENTS), BigDecimal.ONE))
                .hasSize(20 * 6)
                .isEqualTo(printed(source.read(PLACEMENTS)));
        assertThat(placements).hasSize(637);

        List<Row> weeks = rows(engine, "placement-weeks-by-type-and-age");
        assertThat(table(weeks, source.read(WEEKS), BigDecimal.valueOf(7)))
                .hasSize(20 * 6 + 1)
                .isEqualTo(printed(source.read(WEEKS)))
                .containsEntry("grand total Total placements weeks / total", "15535");

        List<Row> shares = rows(engine, "placements-fostering-share");
        Map<String, String> byAge = new LinkedHashMap<>();
        AGES.forEach((column, age) -> {
            List<Row> of = of(shares, "age", age);
            BigDecimal share = sum(of).multiply(HUNDRED).divide(BigDecimal.valueOf(of.size()), MathContext.DECIMAL64);
            byAge.put("Fostering / " + column, rounded(share) + "%");
            byAge.put("Other / " + column, rounded(HUNDRED.subtract(share)) + "%");
        });
        assertThat(byAge).isEqualTo(printedShares(source.read(SHARES)));
        // 54 + 121 of 54 + 50 + 121 + 115: "just over half" of what is not with relatives or friends.
        assertTotal(engine, "placements-fostering-in-house-share", MARCH, 175, 340);
    }

    @Test
    void the_children_of_the_same_files_are_counted_at_a_date_during_the_year_and_starting_in_it() throws IOException {
        SufficiencyPlan plan = SufficiencyPlan.of(records(kept("placements-2021-22.csv")));
        try (MeasureEngine engine = engine(plan.files())) {
            assertThat(plan.children()).isEqualTo(453);
            assertTotal(engine, "children-looked-after", MARCH, 328);
            assertTotal(engine, "children-looked-after-during-year", MARCH, 453);
            BigDecimal started = BigDecimal.ZERO;
            for (Total month : engine.totals(measures().getMeasure("children-looked-after-started"), year())) {
                started = started.add(month.numerator());
            }
            assertThat(started).isEqualByComparingTo(BigDecimal.valueOf(plan.startedInYear()));
            // Whoever did not start in the year was in care as it began.
            Period before = Period.month(YearMonth.of(2021, 3));
            assertTotal(engine, "children-looked-after", before, 453 - plan.startedInYear());
        }
    }

    @Test
    void at_a_date_during_a_year_and_starting_in_a_year_are_three_measures() throws IOException {
        LocalDate longAgo = LocalDate.of(2019, 5, 7);
        HandMadeReturn files = new HandMadeReturn()
                // In care throughout: at the end and during the year.
                .episode("A", longAgo, "S C2 U6 PR1", null, "")
                // Left on the first day of the year, so was in care as it began: during.
                .episode("B", longAgo, "S C2 U6 PR1", day(2021, 4, 1), "E4A")
                // Left on the last day of the year before: in none of the three.
                .episode("C", longAgo, "S C2 U6 PR1", day(2021, 3, 31), "E4A")
                // Came on the first day and left: during and starting.
                .episode("D", day(2021, 4, 1), "S C2 U6 PR1", day(2021, 5, 10), "E4A")
                // Came twice: once in each of the three.
                .episode("E", day(2021, 5, 4), "S C2 U6 PR1", day(2021, 6, 1), "E4A")
                .episode("E", day(2021, 9, 6), "S C2 U6 PR1", null, "")
                // Came on the last day: in all three.
                .episode("F", day(2022, 3, 31), "S C2 U6 PR1", null, "")
                // In care, left and was back the same day: in all three, once.
                .episode("G", longAgo, "S C2 U6 PR1", day(2021, 8, 2), "E4A")
                .episode("G", day(2021, 8, 2), "S C2 U6 PR1", null, "")
                // Moved on the day of the count: at the end once, during.
                .episode("H", longAgo, "S C2 U6 PR1", day(2022, 3, 31), "X1")
                .episode("H", day(2022, 3, 31), "P C2 K2 PR4", null, "")
                // Short breaks only: in none.
                .episode("I", day(2021, 7, 5), "S V4 U6 PR1", null, "")
                // Came and left, in care on no 31 March: during and starting.
                .episode("J", day(2021, 6, 7), "S C2 U6 PR1", day(2021, 12, 6), "E4A");
        try (MeasureEngine engine = engine(files)) {
            // A, E, F, G, H.
            assertTotal(engine, "children-looked-after", MARCH, 5);
            // Those and B, D, J.
            assertTotal(engine, "children-looked-after-during-year", MARCH, 8);
            // D in April, E in May and not again in September, J in June, G in August, F in March.
            assertThat(byMonth(engine, "children-looked-after-started"))
                    .isEqualTo(Map.of(
                            "M2021-04", "1", "M2021-05", "1", "M2021-06", "1", "M2021-08", "1", "M2022-03", "1"));
            // A, B, G, H at the end of the 31 March before; 4 and the 4 of D, E, F, J who were not among them make 8.
            assertTotal(engine, "children-looked-after", Period.month(YearMonth.of(2021, 3)), 4);
        }
    }

    private MeasureEngine loaded() throws IOException {
        return engine(
                SufficiencyPlan.of(records(kept("placements-2021-22.csv"))).files());
    }

    private MeasureEngine engine(HandMadeReturn files) throws IOException {
        LoadResult result = files.load(folder, SufficiencyPlan.LAST);
        assertThat(result.findings())
                .filteredOn(finding -> finding.severity() != Severity.NOTE)
                .extracting(Finding::problem)
                .isEmpty();
        assertThat(result.manifest().encrypted()).isTrue();
        return DuckDbEngine.open(Snapshot.open(result.snapshot(), HandMadeReturn.keys(folder)));
    }

    private static Catalogue measures() {
        return Catalogue.standard();
    }

    private static List<Row> rows(MeasureEngine engine, String measure) {
        return engine.rows(measures().getMeasure(measure), MARCH);
    }

    private static List<Period> year() {
        return java.util.stream.Stream.iterate(YearMonth.of(2021, 4), month -> month.plusMonths(1))
                .limit(12)
                .map(Period::month)
                .toList();
    }

    private static Map<String, String> byMonth(MeasureEngine engine, String measure) {
        Map<String, String> byMonth = new LinkedHashMap<>();
        engine.totals(measures().getMeasure(measure), year())
                .forEach(
                        total -> byMonth.put(total.periodId(), total.numerator().toPlainString()));
        return byMonth;
    }

    private static void assertTotal(MeasureEngine engine, String measure, Period period, int... counts) {
        assertThat(engine.totals(measures().getMeasure(measure), List.of(period)))
                .as(measure)
                .singleElement()
                .satisfies(total -> {
                    assertThat(total.numerator()).isEqualByComparingTo(BigDecimal.valueOf(counts[0]));
                    if (counts.length > 1) {
                        assertThat(total.denominator()).isEqualByComparingTo(BigDecimal.valueOf(counts[1]));
                    }
                });
    }

    /** The printed cells, by "type or group / column". */
    private static Map<String, String> printed(String csv) throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        for (NamedCsvRecord line : records(csv)) {
            line.getFieldsAsMap().forEach((column, cell) -> {
                if ((AGES.containsKey(column) || column.equals("total")) && !cell.isEmpty()) {
                    cells.put(label(line) + " / " + column, cell);
                }
            });
        }
        return cells;
    }

    private static Map<String, String> printedShares(String csv) throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        for (NamedCsvRecord line : records(csv)) {
            AGES.keySet().forEach(column -> cells.put(line.getField("group") + " / " + column, line.getField(column)));
        }
        return cells;
    }

    /** The printed table's cells again, counted from the rows of a measure. */
    private static Map<String, String> table(List<Row> rows, String csv, BigDecimal unit) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        records(kept("placements-2021-22.csv"))
                .forEach(line -> names.put(line.getField("printed_type"), line.getField("type")));
        Map<String, String> cells = new LinkedHashMap<>();
        for (NamedCsvRecord line : records(csv)) {
            List<Row> ofLine = switch (line.getField("level")) {
                case "type" -> of(rows, "type", names.getOrDefault(line.getField("placement_type"), ""));
                case "group total" -> of(rows, "group", line.getField("group"));
                default -> rows;
            };
            boolean onlyTotal = line.getField("age_0_4").isEmpty();
            if (!onlyTotal) {
                AGES.forEach((column, age) ->
                        cells.put(label(line) + " / " + column, rounded(in(of(ofLine, "age", age), unit))));
            }
            cells.put(label(line) + " / total", rounded(in(ofLine, unit)));
        }
        return cells;
    }

    private static List<Row> of(List<Row> rows, String breakdown, String value) {
        return rows.stream()
                .filter(row -> Objects.equals(row.breakdown().get(breakdown), value))
                .toList();
    }

    private static String label(NamedCsvRecord line) {
        return line.getField("level") + " " + line.getField("placement_type");
    }

    private static BigDecimal in(List<Row> rows, BigDecimal unit) {
        return sum(rows).divide(unit, MathContext.DECIMAL64);
    }

    private static BigDecimal sum(List<Row> rows) {
        return rows.stream().map(Row::numerator).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String rounded(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    /** The figures as the tests of the measures keep them. */
    private static String kept(String file) throws IOException {
        String name = "/org/goldenthread/measures/sql/sufficiency/" + file;
        try (InputStream in = Objects.requireNonNull(SufficiencyTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<NamedCsvRecord> records(String csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(csv)) {
            return reader.stream().toList();
        }
    }
}
