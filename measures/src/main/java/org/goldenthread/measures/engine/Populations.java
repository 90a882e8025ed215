package org.goldenthread.measures.engine;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.goldenthread.core.figures.YearBasis;
import org.jspecify.annotations.Nullable;

/** Mid-year estimates of population, by year and ages. */
final class Populations {

    private static final String PUBLISHED = "/org/goldenthread/measures/dfe/population.csv";

    private record Band(int from, int to, long persons, String source) {}

    /**
     * @param persons null where no estimate is held
     * @param note which estimate it is, or what is needed
     */
    record Found(@Nullable BigDecimal persons, String note) {}

    private final TreeMap<Integer, List<Band>> byYear = new TreeMap<>();

    /** Reads rows of the snapshot's population table, those of one authority where its number is given. */
    static Populations of(List<Map<String, @Nullable Object>> rows, String authorityCode) {
        Populations populations = new Populations();
        for (Map<String, @Nullable Object> row : rows) {
            String code = Objects.toString(row.get("la_code"), "");
            if ((authorityCode.isEmpty() || code.equals(authorityCode))
                    && row.get("mid_year") instanceof Number year
                    && row.get("age_from") instanceof Number from
                    && row.get("age_to") instanceof Number to
                    && row.get("population") instanceof Number persons) {
                populations
                        .byYear
                        .computeIfAbsent(year.intValue(), y -> new ArrayList<>())
                        .add(new Band(
                                from.intValue(),
                                to.intValue(),
                                persons.longValue(),
                                Objects.toString(row.get("population_source"), "")));
            }
        }
        if (populations.byYear.isEmpty() && !authorityCode.isEmpty()) {
            populations.addPublished(authorityCode);
        }
        return populations;
    }

    /** The estimates of children aged 0 to 17 that come with Golden Thread, for a council that loaded none of its own. */
    private void addPublished(String authorityCode) {
        try (InputStream in = Populations.class.getResourceAsStream(PUBLISHED)) {
            if (in == null) {
                return;
            }
            try (CsvReader<NamedCsvRecord> lines =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (NamedCsvRecord line : lines) {
                    String persons = line.getField("population_0_17");
                    if (line.getField("la_code").equals(authorityCode) && persons.matches("[0-9]+")) {
                        byYear.computeIfAbsent(Integer.valueOf(line.getField("mid_year")), y -> new ArrayList<>())
                                .add(new Band(0, 17, Long.parseLong(persons), "ONS"));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The published estimates of population cannot be read.", e);
        }
    }

    /**
     * The population for a rate on a day: the estimate of the June in the financial year of that day, as the DfE takes it, or
     * the latest one before where that is not yet held.
     *
     * @param ages youngest and oldest age, such as 0-17
     */
    Found find(String ages, LocalDate day) {
        int hyphen = ages.indexOf('-');
        int from = Integer.parseInt(ages.substring(0, hyphen));
        int to = Integer.parseInt(ages.substring(hyphen + 1));
        int year = YearBasis.FINANCIAL.startOfYear(day).getYear();
        for (Map.Entry<Integer, List<Band>> estimate :
                byYear.headMap(year, true).descendingMap().entrySet()) {
            Long persons = persons(estimate.getValue(), from, to);
            if (persons != null) {
                String source = estimate.getValue().getFirst().source();
                return new Found(
                        BigDecimal.valueOf(persons),
                        "Population aged " + ages.replace("-", " to ") + ": mid-" + estimate.getKey() + " estimate"
                                + (source.isEmpty() ? "" : ", " + source) + ".");
            }
        }
        return new Found(
                null,
                "Needs an estimate of the population aged " + ages.replace("-", " to ") + " for mid-" + year
                        + " or before.");
    }

    /** The persons of exactly these ages, put together from bands where no one band is they; null where that cannot be. */
    private static @Nullable Long persons(List<Band> bands, int from, int to) {
        long sum = 0;
        int next = from;
        while (next <= to) {
            int wanted = next;
            Band band = bands.stream()
                    .filter(b -> b.from() == wanted && b.to() <= to)
                    .max(java.util.Comparator.comparingInt(Band::to))
                    .orElse(null);
            if (band == null) {
                return null;
            }
            sum += band.persons();
            next = band.to() + 1;
        }
        return sum;
    }
}
