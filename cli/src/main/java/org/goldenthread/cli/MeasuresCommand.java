package org.goldenthread.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The catalogue, or the definition of one measure, in plain text. */
@Command(
        name = "measures",
        mixinStandardHelpOptions = true,
        description = "The catalogue of measures; with an ID, one measure's definition.")
final class MeasuresCommand implements Runnable {

    private static final int WIDTH = 100;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "Id of a measure.")
    private @Nullable String id;

    @Option(
            names = "--search",
            paramLabel = "WORD",
            description = "Only measures whose id, name or definition holds the word.")
    private String word = "";

    @Mixin
    private Measures measures = new Measures();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        print(measures.catalogue(), id, word, Terminal.out(spec));
    }

    /**
     * The catalogue, or one measure where {@code id} names it, on the standard stream.
     *
     * @return the exit code
     */
    static int answer(@Nullable String id) {
        try {
            print(Catalogue.standard(), id, "", Terminal.out(null));
            return 0;
        } catch (IllegalArgumentException unknown) {
            Terminal.err(null).println(unknown.getMessage());
            return 1;
        }
    }

    private static void print(Catalogue catalogue, @Nullable String id, String word, PrintWriter out) {
        if (id == null) {
            list(catalogue, word, out);
        } else {
            define(catalogue.getMeasure(id), out);
        }
        out.flush();
    }

    private static void list(Catalogue catalogue, String word, PrintWriter out) {
        String sought = word.toLowerCase(Locale.UK);
        List<Measure> found = catalogue.listMeasures().stream()
                .filter(m -> (m.id() + " " + m.name() + " " + m.definition())
                        .toLowerCase(Locale.UK)
                        .contains(sought))
                .toList();
        if (found.isEmpty()) {
            out.println("No measure speaks of '" + word + "'. Leave --search out to see them all.");
            return;
        }
        int widest = found.stream().mapToInt(m -> m.id().length()).max().orElse(0);
        for (Measure measure : found) {
            out.printf("%-" + widest + "s  %s%n", measure.id(), measure.name());
        }
        out.println();
        out.println(found.size() + " measures. 'goldenthread measures ID' gives one's definition, law and SQL.");
    }

    private static void define(Measure measure, PrintWriter out) {
        out.println(measure.name());
        out.println();
        out.println(wrap(measure.definition()));
        out.println();
        field(out, "Id", measure.id() + ", version " + measure.version());
        field(out, "Why it matters", measure.why());
        field(
                out,
                "Better is",
                switch (measure.polarity()) {
                    case HIGH -> "high";
                    case LOW -> "low";
                    case NEUTRAL -> "neither way";
                });
        field(out, "Needs", measure.needs().describe());
        field(out, "Population", measure.population());
        field(out, "Compared with", measure.comparator().isEmpty() ? "nothing published" : measure.comparator());
        field(out, "", measure.comparatorNote());
        field(out, "Source", measure.source());
        field(out, "Law", measure.law());
        field(out, "Note", measure.note());
        out.println();
        out.println(measure.sql().strip());
    }

    private static void field(PrintWriter out, String name, String text) {
        if (!text.isBlank()) {
            out.printf("%-16s%s%n", name, wrap(text).replace("\n", "\n" + " ".repeat(16)));
        }
    }

    private static String wrap(String text) {
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (String each : text.split("\\s+")) {
            if (column > 0 && column + each.length() + 1 > WIDTH - 16) {
                wrapped.append('\n');
                column = 0;
            }
            if (column > 0) {
                wrapped.append(' ');
                column++;
            }
            wrapped.append(each);
            column += each.length();
        }
        return wrapped.toString();
    }
}
