package org.goldenthread.measures.sql;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.goldenthread.measures.engine.MeasureCase;
import org.goldenthread.measures.engine.Row;
import org.junit.jupiter.api.Test;

/**
 * The placement tables that a council printed for 2021-22 in its sufficiency strategy, from placements made to match them:
 * some began before the year, some go on after it, and each child's birthday lies at one edge of the age band.
 */
class SufficiencyTablesTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2022, 3, 31);
    private static final String YEAR = "to " + LAST;
    private static final Map<String, String> AGES = ages();

    @Test
    void placementsByTypeAndAgeComeOutAsPrinted() throws IOException {
        try (MeasureCase it = placed("placements-by-type-and-age")) {
            assertThat(table(it.rows(YEAR), "placements-count-by-type-age-2021-22.csv", BigDecimal.ONE))
                    .isEqualTo(printed("placements-count-by-type-age-2021-22.csv"));
            it.assertTotal(YEAR, 637);
        }
    }

    @Test
    void weeksOfPlacementByTypeAndAgeComeOutAsPrintedToTheRounding() throws IOException {
        try (MeasureCase it = placed("placement-weeks-by-type-and-age")) {
            Map<String, String> printed = printed("placement-weeks-by-type-age-2021-22.csv");
            assertThat(table(it.rows(YEAR), "placement-weeks-by-type-age-2021-22.csv", BigDecimal.valueOf(7)))
                    .isEqualTo(printed);
            it.assertValue(YEAR, "15535");
            assertThat(printed).hasSize(21 * 6 - 5);
        }
    }

    @Test
    void theFosteringShareByAgeComesOutAsPrinted() throws IOException {
        try (MeasureCase it = placed("placements-fostering-share")) {
            Map<String, List<Row>> byAge = new LinkedHashMap<>();
            it.rows(YEAR)
                    .forEach(row -> byAge.computeIfAbsent(row.breakdown().get("age"), a -> new ArrayList<>())
                            .add(row));
            NamedCsvRecord fostering =
                    records("fostering-share-by-age-2021-22.csv").getFirst();
            AGES.forEach((column, age) -> {
                List<Row> rows = byAge.getOrDefault(age, List.of());
                BigDecimal share = sum(rows)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(rows.size()), MathContext.DECIMAL64);
                assertThat(rounded(share) + "%").as(age).isEqualTo(fostering.getField(column));
            });
        }
    }

    @Test
    void theInHouseShareOfFosteringIsJustOverHalf() throws IOException {
        // 54 + 121 of 54 + 50 + 121 + 115.
        try (MeasureCase it = placed("placements-fostering-in-house-share")) {
            it.assertTotal(YEAR, 175, 340).assertValue(YEAR, "51.5");
        }
    }

    /** The printed cells, by "type or group / column". */
    private static Map<String, String> printed(String file) throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        for (NamedCsvRecord line : records(file)) {
            for (String column : columns()) {
                if (!line.getField(column).isEmpty()) {
                    cells.put(label(line) + " / " + column, line.getField(column));
                }
            }
        }
        return cells;
    }

    /** The same cells counted from the rows of a measure. */
    private static Map<String, String> table(List<Row> rows, String file, BigDecimal unit) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        records("placements-2021-22.csv")
                .forEach(line -> names.put(line.getField("printed_type"), line.getField("type")));
        Map<String, String> cells = new LinkedHashMap<>();
        for (NamedCsvRecord line : records(file)) {
            for (String column : columns()) {
                if (line.getField(column).isEmpty()) {
                    continue;
                }
                List<Row> counted = rows.stream()
                        .filter(row -> switch (line.getField("level")) {
                            case "type" ->
                                Objects.equals(row.breakdown().get("type"), names.get(line.getField("placement_type")));
                            case "group total" -> Objects.equals(row.breakdown().get("group"), line.getField("group"));
                            default -> true;
                        })
                        .filter(row -> column.equals("total")
                                || Objects.equals(row.breakdown().get("age"), AGES.get(column)))
                        .toList();
                cells.put(label(line) + " / " + column, rounded(sum(counted).divide(unit, MathContext.DECIMAL64)));
            }
        }
        return cells;
    }

    private static String label(NamedCsvRecord line) {
        return line.getField("level") + " " + line.getField("placement_type");
    }

    private static BigDecimal sum(List<Row> rows) {
        return rows.stream().map(Row::numerator).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String rounded(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }

    private static MeasureCase placed(String measure) throws IOException {
        List<String> children = new ArrayList<>();
        List<String> placements = new ArrayList<>();
        for (NamedCsvRecord cell : records("placements-2021-22.csv")) {
            int count = Integer.parseInt(cell.getField("placements"));
            int days = Integer.parseInt(cell.getField("days"));
            for (int i = 0; i < count; i++) {
                int number = placements.size() + 1;
                // Days are shared out evenly, what is left over going to the first ones, a day each.
                int length = days / count + (i < days % count ? 1 : 0);
                LocalDate start;
                String end;
                switch (number % 4) {
                    case 0 -> {
                        start = FIRST.minusMonths(15);
                        end = FIRST.plusDays(length).toString();
                    }
                    case 1 -> {
                        start = LAST.minusDays(length - 1L);
                        end = "";
                    }
                    case 2 -> {
                        start = LAST.minusDays(length - 1L);
                        end = LAST.plusDays(1).toString();
                    }
                    default -> {
                        start = FIRST;
                        end = FIRST.plusDays(length).toString();
                    }
                }
                LocalDate firstDay = start.isBefore(FIRST) ? FIRST : start;
                children.add("c" + number + ", " + birthday(cell.getField("age"), firstDay, number));
                placements.add(String.join(
                        ", ",
                        "p" + number,
                        "c" + number,
                        start.toString(),
                        end,
                        cell.getField("place"),
                        cell.getField("provider"),
                        "false"));
            }
        }
        return MeasureCase.of(measure)
                .insert("ssd_person", "pers_person_id, pers_dob", children.toArray(String[]::new))
                .insert(
                        "ssd_cla_placement",
                        "clap_cla_placement_id, clap_person_id, clap_cla_placement_start_date,"
                                + " clap_cla_placement_end_date, clap_cla_placement_type, clap_cla_placement_provider,"
                                + " gt_short_break",
                        placements.toArray(String[]::new));
    }

    /** A birthday by which the child is on that day of the band's first age, or will be of the next band's the day after. */
    private static LocalDate birthday(String band, LocalDate day, int number) {
        int hyphen = band.indexOf('-');
        int youngest = Integer.parseInt(hyphen < 0 ? band.replace("+", "") : band.substring(0, hyphen));
        int oldest = hyphen < 0 ? 17 : Integer.parseInt(band.substring(hyphen + 1));
        return number % 2 == 0 ? day.minusYears(youngest) : day.plusDays(1).minusYears(oldest + 1L);
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(AGES.keySet());
        columns.add("total");
        return columns;
    }

    private static Map<String, String> ages() {
        Map<String, String> ages = new LinkedHashMap<>();
        ages.put("age_0_4", "0-4");
        ages.put("age_5_9", "5-9");
        ages.put("age_10_12", "10-12");
        ages.put("age_13_15", "13-15");
        ages.put("age_16_plus", "16+");
        return ages;
    }

    private static List<NamedCsvRecord> records(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                        SufficiencyTablesTest.class.getResourceAsStream("sufficiency/" + file), file);
                CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }
}
