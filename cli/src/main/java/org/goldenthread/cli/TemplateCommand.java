package org.goldenthread.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.goldenthread.returns.local.LocalCountsTemplate;
import org.goldenthread.returns.local.LocalMeasure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The table of local counts for a council to fill in. A file that is there is not written over. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = "A table to fill in with the local counts that no return holds, as .xlsx or .csv.")
final class TemplateCommand implements Callable<Integer> {

    private static final int MONTHS_IN_YEAR = 12;

    @Option(names = "--from", paramLabel = "MONTH", required = true, description = "First month, such as 2024-04.")
    private YearMonth from = YearMonth.of(2024, 4);

    @Option(names = "--months", paramLabel = "N", description = "How many months; 12 unless told otherwise.")
    private int months = MONTHS_IN_YEAR;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where to write: a name ending in .xlsx or .csv.")
    private Path out = Path.of("local-counts.xlsx");

    @Mixin
    private Measures measures = new Measures();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out)) {
            throw new IllegalArgumentException(
                    out + " is there already and may hold counts. Name another file, or move that one away.");
        }
        List<YearMonth> columns =
                IntStream.range(0, months).mapToObj(from::plusMonths).toList();
        List<LocalMeasure> rows = measures.listLocal();
        LocalCountsTemplate.write(out, columns, rows);
        if (spec != null) {
            spec.commandLine().getErr().println(rows.size() + " local measures to fill in, in " + out);
            spec.commandLine().getErr().flush();
        }
        return CommandLine.ExitCode.OK;
    }
}
