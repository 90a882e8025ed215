package org.goldenthread.measures.scorecard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.goldenthread.core.figures.Figure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a council has published of each measure, version and period, so that a figure that has changed since is marked revised. */
public final class PublishedValues {

    private static final PublishedValues EMPTY = new PublishedValues(Map.of());

    private record Key(String measure, int version, String period) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return java.util.Comparator.comparing(Key::measure)
                    .thenComparing(Key::version)
                    .thenComparing(Key::period)
                    .compare(this, other);
        }
    }

    private final TreeMap<Key, BigDecimal> values;

    private PublishedValues(Map<Key, BigDecimal> values) {
        this.values = new TreeMap<>(values);
    }

    public static PublishedValues empty() {
        return EMPTY;
    }

    public Optional<BigDecimal> find(String measure, int version, String periodId) {
        return Optional.ofNullable(values.get(new Key(measure, version, periodId)));
    }

    public int size() {
        return values.size();
    }

    public PublishedValues with(String measure, int version, String periodId, BigDecimal value) {
        Map<Key, BigDecimal> more = new TreeMap<>(values);
        more.put(new Key(measure, version, periodId), value);
        return new PublishedValues(more);
    }

    /** These values and those that a scorecard shows, rounded as it shows them; what it shows takes the place of what was. */
    public PublishedValues with(Scorecard issued) {
        Map<Key, BigDecimal> more = new TreeMap<>(values);
        for (Indicator indicator : issued.indicators()) {
            List<Figure> shown = new ArrayList<>(indicator.earlierYears());
            shown.addAll(indicator.months());
            shown.add(indicator.yearToDate());
            shown.add(indicator.current());
            for (Figure figure : shown) {
                if (figure.value() != null) {
                    more.put(
                            new Key(
                                    indicator.measure(),
                                    indicator.version(),
                                    figure.period().id()),
                            indicator.rounded(figure.value()));
                }
            }
        }
        return new PublishedValues(more);
    }

    /**
     * Reads a file that {@link #write} wrote; a file that is not there holds nothing.
     *
     * @throws IllegalArgumentException if it is not such a file; the message says what to do
     */
    public static PublishedValues read(Path file) {
        if (!Files.exists(file)) {
            return EMPTY;
        }
        try {
            return fromJson(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The published values in " + file + " cannot be read.", e);
        }
    }

    public void write(Path file) {
        try {
            Files.writeString(file, toJson());
        } catch (IOException e) {
            throw new UncheckedIOException("The published values cannot be written to " + file + ".", e);
        }
    }

    public static PublishedValues fromJson(String json) {
        Map<Key, BigDecimal> values = new TreeMap<>();
        try {
            for (JsonNode one : JsonMapper.shared().readTree(json).required("published")) {
                values.put(
                        new Key(
                                one.required("measure").asString(),
                                one.required("version").asInt(),
                                one.required("period").asString()),
                        new BigDecimal(one.required("value").asString()));
            }
        } catch (JacksonException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "This is no file of published values: " + e.getMessage()
                            + " Each needs measure, version, period and value. Restore the file from a copy, or remove it to"
                            + " begin anew.",
                    e);
        }
        return new PublishedValues(values);
    }

    public String toJson() {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode root = mapper.createObjectNode();
        ArrayNode published = root.putArray("published");
        values.forEach((key, value) -> published
                .addObject()
                .put("measure", key.measure())
                .put("version", key.version())
                .put("period", key.period())
                .put("value", value.toPlainString()));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
