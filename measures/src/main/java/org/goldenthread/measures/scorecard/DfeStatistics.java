package org.goldenthread.measures.scorecard;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The DfE's published tables, read from files in their own format. */
final class DfeStatistics {

    /** Where a file is, or null where there is none of that name. */
    interface Files {
        @Nullable InputStream open(String name) throws IOException;
    }

    /**
     * A published value.
     *
     * @param year as printed
     * @param yearEnding the calendar year in which that year ends
     * @param geography National, Regional or Local authority
     * @param codes the authority's three-digit numbers; two where the row is of two authorities together
     * @param value as printed: a number or a mark
     */
    record Value(
            String year,
            int yearEnding,
            String geography,
            String region,
            List<String> codes,
            String value,
            String source) {}

    record Authority(String name, String region) {}

    private final Map<String, List<Value>> values = new HashMap<>();
    private final Map<String, Authority> authorities = new HashMap<>();
    private final Map<String, TreeMap<Integer, List<String>>> neighbours = new HashMap<>();

    static DfeStatistics read(Files files) {
        DfeStatistics statistics = new DfeStatistics();
        each(files, "comparators.csv", statistics::addValue);
        each(
                files,
                "la_codes.csv",
                line -> statistics.authorities.put(
                        line.getField("la_code"), new Authority(line.getField("la_name"), line.getField("region"))));
        each(files, "neighbours.csv", statistics::addNeighbour);
        return statistics;
    }

    private void addValue(NamedCsvRecord line) {
        values.computeIfAbsent(line.getField("measure"), m -> new ArrayList<>())
                .add(new Value(
                        line.getField("year"),
                        Integer.parseInt(line.getField("year_ending")),
                        line.getField("geography"),
                        line.getField("region"),
                        List.of(line.getField("la_code").split(" / ")),
                        line.getField("value"),
                        line.getField("source")));
    }

    private void addNeighbour(NamedCsvRecord line) {
        neighbours
                .computeIfAbsent(line.getField("la_code"), c -> new TreeMap<>())
                .computeIfAbsent(Integer.valueOf(line.getField("model")), m -> new ArrayList<>())
                .add(line.getField("neighbour_code"));
    }

    List<Value> values(String measure) {
        return values.getOrDefault(measure, List.of());
    }

    @Nullable Authority authority(String code) {
        return authorities.get(code);
    }

    /** The neighbours of an authority by the models' years. */
    TreeMap<Integer, List<String>> neighbours(String code) {
        return neighbours.getOrDefault(code, new TreeMap<>());
    }

    private static void each(Files files, String name, Consumer<NamedCsvRecord> take) {
        try (InputStream in = open(files, name);
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord line : lines) {
                try {
                    take.accept(line);
                } catch (RuntimeException e) {
                    throw new IllegalArgumentException(
                            name + ", line " + line.getStartingLineNumber() + ": " + e.getMessage()
                                    + " Use the file as the Department for Education's data come, with its columns.",
                            e);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The statistics in " + name + " cannot be read.", e);
        }
    }

    private static InputStream open(Files files, String name) throws IOException {
        InputStream zipped = files.open(name + ".gz");
        if (zipped != null) {
            return new GZIPInputStream(new BufferedInputStream(zipped));
        }
        InputStream plain = files.open(name);
        if (plain == null) {
            throw new IllegalArgumentException("There is no file " + name + " or " + name
                    + ".gz. Put the files of the statistics into one folder.");
        }
        return plain;
    }
}
