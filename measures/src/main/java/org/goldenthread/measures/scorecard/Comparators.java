package org.goldenthread.measures.scorecard;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.measures.catalogue.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Other areas' published values of a measure: England, the council's region, and the median of its ten statistical neighbours by
 * the DfE's model. The latest year is shown that was published on the scorecard's own date, so that a scorecard built again
 * years later compares with what was known then.
 */
public final class Comparators {

    /** The DfE publishes the year to 31 March in the autumn; by this month all of it is out. */
    private static final int PUBLISHED_BY_MONTH = 12;

    static final String NEIGHBOURS = "Statistical neighbours";

    private final DfeStatistics statistics;

    private Comparators(DfeStatistics statistics) {
        this.statistics = statistics;
    }

    /** The statistics that come with Golden Thread. */
    public static Comparators standard() {
        return Held.STANDARD;
    }

    /**
     * Statistics from a folder of files in the DfE's own format: comparators.csv, la_codes.csv and neighbours.csv, each as it
     * is or with {@code .gz}.
     *
     * @throws IllegalArgumentException if a file is missing or not of that format
     */
    public static Comparators load(Path folder) {
        return new Comparators(DfeStatistics.read(
                name -> Files.exists(folder.resolve(name)) ? Files.newInputStream(folder.resolve(name)) : null));
    }

    private static final class Held {
        static final Comparators STANDARD = new Comparators(DfeStatistics.read(Held::open));

        private static @Nullable InputStream open(String name) {
            return Comparators.class.getResourceAsStream("/org/goldenthread/measures/dfe/" + name);
        }
    }

    /** Names of the columns for a council: England, its region and its statistical neighbours, as far as they are known. */
    public List<String> headings(String authorityCode) {
        List<String> headings = new ArrayList<>(List.of("England"));
        DfeStatistics.Authority authority = statistics.authority(authorityCode);
        if (authority != null && !authority.region().isEmpty()) {
            headings.add(authority.region());
        }
        if (!statistics.neighbours(authorityCode).isEmpty()) {
            headings.add(NEIGHBOURS);
        }
        return headings;
    }

    /**
     * The comparators of a measure, one for each heading; null where the measure has none or none was published by then.
     *
     * @param current the council's own present value, placed among the authorities where it has no published one
     */
    public List<@Nullable Comparator> of(
            Measure measure,
            String authorityCode,
            LocalDate asAt,
            IndexRow.Standing standing,
            Polarity polarity,
            @Nullable BigDecimal current) {
        int latest = asAt.getMonthValue() >= PUBLISHED_BY_MONTH ? asAt.getYear() : asAt.getYear() - 1;
        List<DfeStatistics.Value> values = statistics.values(measure.comparator()).stream()
                .filter(value -> value.yearEnding() <= latest)
                .toList();
        List<@Nullable Comparator> comparators = new ArrayList<>();
        for (String heading : headings(authorityCode)) {
            if (values.isEmpty()) {
                comparators.add(null);
            } else if (heading.equals(NEIGHBOURS)) {
                comparators.add(neighbours(measure, authorityCode, values));
            } else if (heading.equals("England")) {
                String place = Standings.describe(values, authorityCode, standing, polarity, current);
                comparators.add(area(
                        measure, heading, values, value -> value.geography().equals("National"), place));
            } else {
                comparators.add(area(
                        measure,
                        heading,
                        values,
                        value -> value.geography().equals("Regional")
                                && value.region().equals(heading),
                        ""));
            }
        }
        return comparators;
    }

    private static @Nullable Comparator area(
            Measure measure,
            String name,
            List<DfeStatistics.Value> values,
            Predicate<DfeStatistics.Value> isOfArea,
            String place) {
        Optional<DfeStatistics.Value> latest = values.stream()
                .filter(isOfArea)
                .max(java.util.Comparator.comparingInt(DfeStatistics.Value::yearEnding));
        if (latest.isEmpty()) {
            return null;
        }
        DfeStatistics.Value value = latest.get();
        BigDecimal number = number(value.value());
        return new Comparator(
                name,
                number,
                number == null ? value.value() : "",
                value.year(),
                publication(value.source()),
                (place + " " + measure.comparatorNote()).strip());
    }

    private @Nullable Comparator neighbours(Measure measure, String authorityCode, List<DfeStatistics.Value> values) {
        Optional<DfeStatistics.Value> latest = values.stream()
                .filter(value -> value.geography().equals("Local authority"))
                .max(java.util.Comparator.comparingInt(DfeStatistics.Value::yearEnding));
        TreeMap<Integer, List<String>> models = statistics.neighbours(authorityCode);
        if (latest.isEmpty() || models.isEmpty()) {
            return null;
        }
        int year = latest.get().yearEnding();
        Map.Entry<Integer, List<String>> model = models.floorEntry(year);
        if (model == null) {
            model = models.firstEntry();
        }
        List<String> codes = model.getValue();
        List<BigDecimal> numbers = new ArrayList<>();
        for (DfeStatistics.Value value : values) {
            BigDecimal number = number(value.value());
            if (number != null
                    && value.yearEnding() == year
                    && value.codes().stream().anyMatch(codes::contains)) {
                numbers.add(number);
            }
        }
        String detail = "Median of " + numbers.size() + " of " + codes.size() + " statistical neighbours, DfE model of "
                + model.getKey() + ".";
        return new Comparator(
                NEIGHBOURS,
                Standings.median(numbers),
                numbers.isEmpty() ? "x" : "",
                latest.get().year(),
                publication(latest.get().source()),
                (detail + " " + measure.comparatorNote()).strip());
    }

    static @Nullable BigDecimal number(String printed) {
        try {
            return new BigDecimal(printed);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The name of the publication behind a source's key. */
    private static String publication(String source) {
        String name = source.startsWith("cin")
                ? "DfE, Children in need"
                : source.startsWith("cla-stability")
                        ? "DfE, Stability measures for children looked after"
                        : source.startsWith("cla")
                                ? "DfE, Children looked after in England including adoptions"
                                : source.startsWith("csww")
                                        ? "DfE, Children's social work workforce"
                                        : source.startsWith("lait") ? "DfE, Local Authority Interactive Tool" : "DfE";
        return name + " (" + source + ")";
    }
}
