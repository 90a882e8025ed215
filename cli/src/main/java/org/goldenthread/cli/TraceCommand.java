package org.goldenthread.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.measures.scorecard.Trace;
import org.goldenthread.measures.scorecard.Tracer;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The rows behind one figure. Each use is written to the audit log before a row is shown. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "The children or events counted in one figure, and the row of the return that each came from.")
final class TraceCommand implements Callable<Integer> {

    @Option(names = "--snapshot", paramLabel = "DIR", required = true, description = "Folder of the snapshot.")
    private Path snapshotFolder = Path.of("snapshot");

    @Option(names = "--measure", paramLabel = "ID", required = true, description = "Id of the measure.")
    private String id = "";

    @Option(
            names = "--as-at",
            paramLabel = "DATE",
            required = true,
            description = "A day of the month whose figure it is, such as 2024-03-31.")
    private LocalDate asAt = LocalDate.EPOCH;

    @Option(
            names = "--child-ids",
            description = "Show the council's own child ids in place of pseudonyms; said so in the audit log.")
    private boolean childIds;

    @Mixin
    private Measures measures = new Measures();

    @Mixin
    private Engines engines = new Engines();

    @Mixin
    private Home home = new Home();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private final InstantSource clock;

    TraceCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter print = Terminal.out(spec);
        Measure measure = measures.catalogue().getMeasure(id);
        Snapshot snapshot = Snapshot.open(snapshotFolder, SnapshotKeys.load(home.keyFile()));
        try (MeasureEngine engine = engines.open(snapshot)) {
            Trace trace = Tracer.of(snapshot, engine).trace(measure, asAt);
            Map<String, String> look = new LinkedHashMap<>();
            look.put("snapshot", snapshot.manifest().id());
            look.put("measure", measure.id());
            look.put("as_at", asAt.toString());
            look.put("rows", String.valueOf(trace.rows().size()));
            look.put("child_ids", String.valueOf(childIds));
            new AuditLog(home.auditLog()).write(clock.instant(), "trace", look);
            show(trace, snapshot, print);
        }
        print.flush();
        return CommandLine.ExitCode.OK;
    }

    private void show(Trace trace, Snapshot snapshot, PrintWriter print) {
        Figure figure = trace.figure();
        print.println(trace.measure().name() + ", " + figure.period().label());
        if (figure.value() == null) {
            print.println(figure.state().label() + (figure.reason().isBlank() ? "" : ": " + figure.reason()));
        } else {
            print.println(
                    "Value " + Numbers.plain(figure.value(), trace.measure().decimals())
                            + " " + trace.measure().unit().label()
                            + (figure.numerator() == null
                                    ? ""
                                    : "; numerator " + figure.numerator().toPlainString())
                            + (figure.denominator() == null
                                    ? ""
                                    : "; denominator " + figure.denominator().toPlainString())
                            + (figure.reason().isBlank() ? "" : ". " + figure.reason()));
        }
        print.println();
        if (trace.rows().isEmpty()) {
            print.println("Nothing was counted.");
            return;
        }
        Map<String, String> councilIds = childIds
                ? snapshot.identities()
                        .findCouncilIds(trace.rows().stream()
                                .map(Trace.TracedRow::subject)
                                .toList())
                : Map.of();
        print.println("subject\tnumerator\tdenominator\tbreakdown\tfile\tline");
        for (Trace.TracedRow row : trace.rows()) {
            String subject = councilIds.getOrDefault(row.subject(), row.subject());
            print.println(String.join(
                    "\t",
                    subject,
                    row.numerator().stripTrailingZeros().toPlainString(),
                    row.denominator() == null
                            ? ""
                            : row.denominator().stripTrailingZeros().toPlainString(),
                    row.breakdown().entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining(", ")),
                    row.file(),
                    row.line() == 0 ? "" : String.valueOf(row.line())));
        }
        print.println();
        print.println(trace.rows().size() + " rows. This look was written to " + home.auditLog() + ".");
    }
}
