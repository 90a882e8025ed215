package org.goldenthread.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line of {@code local-counts.csv}: a count that no return holds, and how it runs.
 *
 * @param kind count (so many in a year), stock (so many at a time), percent (of the base), ratio (so many for each of the
 *     base) or mean (a value as it is)
 * @param every month, quarter or year
 * @param year financial, academic or calendar: the year that the levels are of
 * @param levels for the years that end in 2022, 2023 and 2024
 * @param base how many a percentage or ratio is of, at scale 1
 * @param sway how far single values wander, as a share of the level
 * @param missing months, 1 to 12, for which nothing is collected
 * @param last the state of the latest value, where it is not settled yet
 */
record LocalCount(
        String key,
        String kind,
        String every,
        String year,
        List<Double> levels,
        double base,
        double sway,
        List<Integer> missing,
        String last) {
    private static final int FIRST_YEAR = 2022;
    private static final int LAST_YEAR = 2024;

    static List<LocalCount> listAll() {
        List<LocalCount> counts = new ArrayList<>();
        try (InputStream in = LocalCount.class.getResourceAsStream("local-counts.csv")) {
            if (in == null) {
                throw new IllegalStateException("local-counts.csv is missing from the demo module: build it again.");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
                csv.forEach(line -> counts.add(read(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("local-counts.csv of the demo module cannot be read.", e);
        }
        return counts;
    }

    private static LocalCount read(NamedCsvRecord line) {
        return new LocalCount(
                line.getField("measure"),
                line.getField("kind"),
                line.getField("every"),
                line.getField("year"),
                Stream.of("level_2022", "level_2023", "level_2024")
                        .map(column -> Double.valueOf(line.getField(column)))
                        .toList(),
                Double.parseDouble(line.getField("base")),
                Double.parseDouble(line.getField("sway")),
                Arrays.stream(line.getField("missing").split(" "))
                        .filter(month -> !month.isEmpty())
                        .map(Integer::valueOf)
                        .toList(),
                line.getField("last"));
    }

    /** The level of the year that a day is in. */
    double level(LocalDate day) {
        return levels.get(Math.clamp(yearEnd(day), FIRST_YEAR, LAST_YEAR) - FIRST_YEAR);
    }

    private int yearEnd(LocalDate day) {
        int firstMonth = year.equals("financial") ? 4 : year.equals("academic") ? 9 : 1;
        return firstMonth > 1 && day.getMonthValue() >= firstMonth ? day.getYear() + 1 : day.getYear();
    }

    /** The first day of the period that ends with a month; its length is that of {@link #every}. */
    LocalDate periodStart(LocalDate monthEnd) {
        int months = every.equals("month") ? 1 : every.equals("quarter") ? 3 : 12;
        return monthEnd.plusDays(1).minusMonths(months);
    }

    /** Whether a period ends with this month. */
    boolean endsIn(LocalDate monthEnd) {
        return switch (every) {
            case "month" -> true;
            case "quarter" -> monthEnd.getMonthValue() % 3 == 0;
            default -> monthEnd.getMonthValue() == (year.equals("academic") ? 8 : 3);
        };
    }
}
