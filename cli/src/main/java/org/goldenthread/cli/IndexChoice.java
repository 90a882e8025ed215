package org.goldenthread.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.goldenthread.measures.scorecard.Comparators;
import org.goldenthread.measures.scorecard.IndexDefinition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which index to draw, and what to hold it against. */
final class IndexChoice {

    @Option(
            names = "--index",
            paramLabel = "NAME",
            description = "2024 (default), 2020, or a CSV file of your own numbering, names, order and targets.")
    private String name = "2024";

    @Option(
            names = "--comparators",
            paramLabel = "DIR",
            description =
                    "A folder of the DfE's published tables in their own format; else those that come with the project.")
    private @Nullable Path comparators;

    IndexDefinition index() throws IOException {
        Path file = Path.of(name);
        if (name.endsWith(".csv")) {
            return IndexDefinition.parse(
                    String.valueOf(file.getFileName()).replace(".csv", ""),
                    "Children's scrutiny dataset",
                    Files.readString(file),
                    name);
        }
        return IndexDefinition.standard(name);
    }

    Comparators comparators() {
        return comparators == null ? Comparators.standard() : Comparators.load(comparators);
    }
}
