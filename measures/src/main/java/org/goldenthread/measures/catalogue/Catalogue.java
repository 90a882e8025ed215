package org.goldenthread.measures.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All measures, by id. Reading it needs no database. */
public final class Catalogue {

    /** The folder of the class path that holds the measure files. */
    static final String FOLDER = "org/goldenthread/measures/sql/";

    private final Map<String, Measure> measures;

    private Catalogue(Map<String, Measure> measures) {
        this.measures = measures;
    }

    /** The measures that come with Golden Thread. */
    public static Catalogue standard() {
        return of(ResourceFolder.read(FOLDER, ".sql"), Map.of());
    }

    /**
     * The standard measures with a council's own: every {@code .sql} file of a folder. A file named as a standard measure takes
     * its place.
     *
     * @throws InvalidMeasuresException if a file is no measure, or its query leaves what every engine answers alike
     */
    public static Catalogue standardWith(Path folder) {
        Map<String, String> own = new TreeMap<>();
        List<MeasureProblem> problems = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".sql") && Files.isRegularFile(file)) {
                    own.put(name, readText(file, name, problems));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of measures " + folder + " cannot be read.", e);
        }
        if (!problems.isEmpty()) {
            throw new InvalidMeasuresException(problems);
        }
        return of(ResourceFolder.read(FOLDER, ".sql"), own);
    }

    private static String readText(Path file, String name, List<MeasureProblem> problems) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            problems.add(new MeasureProblem(name, 1, "The file is not UTF-8 text.", "Save it as UTF-8."));
            return "";
        }
    }

    /**
     * A catalogue of given texts by file name.
     *
     * @param standard files that come with the project, whose queries its tests hold to the common subset
     * @param own files of a council, whose queries are held to it here
     */
    static Catalogue of(Map<String, String> standard, Map<String, String> own) {
        Map<String, Measure> measures = new TreeMap<>();
        List<MeasureProblem> problems = new ArrayList<>();
        for (Map.Entry<String, String> file : standard.entrySet()) {
            Measure measure = MeasureFile.read(file.getKey(), file.getValue(), problems);
            if (measure != null) {
                measures.put(measure.id(), measure);
            }
        }
        for (Map.Entry<String, String> file : own.entrySet()) {
            Measure measure = MeasureFile.read(file.getKey(), file.getValue(), problems);
            if (measure != null) {
                problems.addAll(SqlLint.check(measure, MeasureFile.sqlLine(file.getKey(), file.getValue())));
                measures.put(measure.id(), measure);
            }
        }
        for (Measure measure : measures.values()) {
            if (!measure.partOf().isEmpty() && !measures.containsKey(measure.partOf())) {
                problems.add(new MeasureProblem(
                        measure.file(),
                        1,
                        "'part-of' names '" + measure.partOf() + "', which is no measure.",
                        "Name the id of a measure of the catalogue, or leave the key out."));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidMeasuresException(problems);
        }
        return new Catalogue(new LinkedHashMap<>(measures));
    }

    /** All measures in the order of their ids. */
    public List<Measure> listMeasures() {
        Collection<Measure> all = measures.values();
        return List.copyOf(all);
    }

    public Optional<Measure> findMeasure(String id) {
        return Optional.ofNullable(measures.get(id));
    }

    /**
     * The measure of that id.
     *
     * @throws IllegalArgumentException if there is none; the message names those with a like id
     */
    public Measure getMeasure(String id) {
        return findMeasure(id).orElseThrow(() -> new IllegalArgumentException(unknown(id)));
    }

    private String unknown(String id) {
        List<String> like = measures.keySet().stream()
                .filter(known -> Stream.of(id.split("-")).anyMatch(part -> part.length() > 3 && known.contains(part)))
                .limit(5)
                .toList();
        return "There is no measure '" + id + "'."
                + (like.isEmpty() ? "" : " Did you mean " + String.join(", ", like) + "?")
                + " 'goldenthread measures' lists them all.";
    }
}
