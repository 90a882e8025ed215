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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The levels that the made-up borough is held to: {@code calibration.csv}. */
final class Calibration {
    private static final int FIRST_YEAR = 2022;
    private static final int LAST_YEAR = 2024;

    private final Map<String, Target> targets = new LinkedHashMap<>();

    /**
     * One line of the table.
     *
     * @param values for the years that end on 31 March 2022, 2023 and 2024; a count at scale 1, or a percentage
     * @param sway how far a stock wanders within a year, as a share of its level
     * @param tolerance how far the borough at scale 1 may lie from the value, in the value's unit
     */
    record Target(String key, String name, List<Double> values, double sway, double tolerance, String source) {}

    static Calibration standard() {
        Calibration calibration = new Calibration();
        try (InputStream in = Calibration.class.getResourceAsStream("calibration.csv")) {
            if (in == null) {
                throw new IllegalStateException("calibration.csv is missing from the demo module: build it again.");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
                csv.forEach(calibration::read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("calibration.csv of the demo module cannot be read.", e);
        }
        return calibration;
    }

    private void read(NamedCsvRecord line) {
        List<Double> values = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            values.add(Double.valueOf(line.getField("year_" + year)));
        }
        String key = line.getField("key");
        targets.put(
                key,
                new Target(
                        key,
                        line.getField("name"),
                        values,
                        Double.parseDouble(line.getField("sway")),
                        Double.parseDouble(line.getField("tolerance")),
                        line.getField("source")));
    }

    List<Target> listTargets() {
        return List.copyOf(targets.values());
    }

    Target getTarget(String key) {
        Target target = targets.get(key);
        if (target == null) {
            throw new IllegalArgumentException("calibration.csv has no line \"" + key + "\".");
        }
        return target;
    }

    /** The value for a collection year; the nearest that the table has where it has none of that year. */
    double ofYear(String key, int yearEnd) {
        return getTarget(key).values().get(Math.clamp(yearEnd, FIRST_YEAR, LAST_YEAR) - FIRST_YEAR);
    }

    /** A percentage as a probability, for the collection year of a day. */
    double probability(String key, LocalDate day) {
        return ofYear(key, DemoOptions.yearEnd(day).getYear()) / 100;
    }

    /** A stock between one 31 March and the next, in a straight line. */
    double stock(String key, LocalDate day) {
        LocalDate end = DemoOptions.yearEnd(day);
        double part = Days.count(end.minusYears(1), day) / 365.25;
        double before = ofYear(key, end.getYear() - 1);
        return before + (ofYear(key, end.getYear()) - before) * Math.min(1, part);
    }
}
