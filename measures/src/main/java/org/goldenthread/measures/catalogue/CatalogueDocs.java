package org.goldenthread.measures.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The catalogue as pages for people: one for each measure and a list of all. The same catalogue gives the same pages. */
public final class CatalogueDocs {

    private CatalogueDocs() {}

    /** Texts in Markdown by file name. */
    public static Map<String, String> pages(Catalogue catalogue) {
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", list(catalogue));
        for (Measure measure : catalogue.listMeasures()) {
            pages.put(measure.id() + ".md", page(measure));
        }
        return pages;
    }

    /** Writes the pages to a folder and removes those of measures that are no more. */
    public static void write(Catalogue catalogue, Path folder) {
        Map<String, String> pages = pages(catalogue);
        try {
            Files.createDirectories(folder);
            for (String old : differing(catalogue, folder)) {
                if (!pages.containsKey(old)) {
                    Files.delete(folder.resolve(old));
                }
            }
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(folder.resolve(page.getKey()), page.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The pages of measures cannot be written to " + folder + ".", e);
        }
    }

    /** Names of the pages in a folder that are missing, differ from what they would be, or are of no measure. */
    public static List<String> differing(Catalogue catalogue, Path folder) {
        Map<String, String> pages = new TreeMap<>(pages(catalogue));
        List<String> differing = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (!Files.readString(file).equals(pages.remove(name))) {
                    differing.add(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The pages of measures in " + folder + " cannot be read.", e);
        }
        differing.addAll(pages.keySet());
        return differing;
    }

    private static String list(Catalogue catalogue) {
        StringBuilder page = new StringBuilder("""
            # Measures

            This list and its pages are generated from the measure files in
            `measures/src/main/resources/org/goldenthread/measures/sql`; do not edit them by hand.
            Each figure names the measure and the version that it was counted by.

            | measure | what it counts | unit | needs |
            |---|---|---|---|
            """);
        for (Measure measure : catalogue.listMeasures()) {
            page.append("| [")
                    .append(measure.id())
                    .append("](")
                    .append(measure.id())
                    .append(".md) | ")
                    .append(cell(measure.name()))
                    .append(" | ")
                    .append(unit(measure))
                    .append(" | ")
                    .append(cell(measure.needs().describe()))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String page(Measure measure) {
        StringBuilder page = new StringBuilder("# " + measure.name() + "\n\n");
        page.append(measure.definition()).append("\n\n");
        page.append("**Why it matters.** ").append(measure.why()).append("\n\n");
        if (!measure.note().isEmpty()) {
            page.append("**Note.** ").append(measure.note()).append("\n\n");
        }
        page.append("| | |\n|---|---|\n");
        row(page, "Id and version", "`" + measure.id() + "`, version " + measure.version());
        row(page, "Unit", unit(measure) + ", shown to " + measure.decimals() + " decimal places");
        row(page, "Better", better(measure));
        row(page, "A month's figure", "what was so " + measure.timing().label() + ", by " + aggregate(measure));
        row(page, "Year to date", measure.yearToDate().label());
        row(page, "Year", measure.year().name().toLowerCase(Locale.ROOT));
        row(page, "How often", measure.frequency().key());
        row(page, "Needs", measure.needs().describe());
        row(page, "Needs data from before the period", lookback(measure));
        row(
                page,
                "Population",
                measure.population().isEmpty()
                        ? ""
                        : "ages " + measure.population().replace("-", " to "));
        row(page, "DfE's measure", comparator(measure));
        row(page, "Tells of", measure.people().key());
        row(
                page,
                "Part of",
                measure.partOf().isEmpty() ? "" : "[" + measure.partOf() + "](" + measure.partOf() + ".md)");
        row(page, "Law", measure.law());
        row(page, "Source", measure.source());
        page.append("\n```sql\n").append(measure.sql()).append("\n```\n");
        return page.toString();
    }

    private static void row(StringBuilder page, String what, String value) {
        if (!value.isEmpty()) {
            page.append("| ").append(what).append(" | ").append(cell(value)).append(" |\n");
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String unit(Measure measure) {
        return switch (measure.unit()) {
            case COUNT -> "number";
            case PERCENT -> "per cent";
            case RATE_PER_10000 -> "per 10,000";
            case WEEKS -> "weeks";
            case DAYS -> "days";
            case CASES -> "cases for each worker";
            case SCORE -> "score";
        };
    }

    private static String better(Measure measure) {
        return switch (measure.polarity()) {
            case HIGH -> "higher";
            case LOW -> "lower";
            case NEUTRAL -> "neither";
        };
    }

    private static String aggregate(Measure measure) {
        return switch (measure.aggregate()) {
            case COUNT -> "counting";
            case SUM -> "adding up";
            case RATIO -> "dividing all numerators by all denominators";
            case MEAN -> "their mean";
            case MEDIAN -> "their median";
            case RATE -> "dividing by the population";
            case LATEST -> "taking the latest";
            case WEEKS -> "adding up days and dividing by seven";
        };
    }

    private static String lookback(Measure measure) {
        java.time.Period length = measure.lookback();
        return length.isZero()
                ? ""
                : length.getYears() > 0
                        ? length.getYears() + " years"
                        : length.getMonths() > 0 ? length.getMonths() + " months" : length.getDays() + " days";
    }

    private static String comparator(Measure measure) {
        return measure.comparator().isEmpty()
                ? ""
                : ("`" + measure.comparator() + "`. " + measure.comparatorNote()).strip();
    }
}
