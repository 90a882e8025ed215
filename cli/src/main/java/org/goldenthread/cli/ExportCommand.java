package org.goldenthread.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.write.ExportRequest;
import org.goldenthread.returns.write.NotWritten;
import org.goldenthread.returns.write.SnapshotExport;
import org.goldenthread.returns.write.SnapshotExports;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Draws a return from a snapshot, with the council's own child ids. Each use is written to the audit log before a file is. Exit codes: 0
 * everything was written, 1 something was left out and is told, 2 the return could not be written.
 */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "A statutory return out of a snapshot, in its own format and with the council's own child ids.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything was written",
            "1:something was left out; not-written.csv beside the return says what and why",
            "2:the return could not be written"
        })
final class ExportCommand implements Callable<Integer> {
    private static final int LEFT_OUT = 1;
    private static final int CANNOT = 2;
    private static final int MOST_SHOWN = 30;

    @Option(names = "--snapshot", paramLabel = "DIR", required = true, description = "Folder of the snapshot.")
    private Path snapshotFolder = Path.of("snapshot");

    @Option(
            names = "--return",
            paramLabel = "NAME",
            required = true,
            completionCandidates = Names.class,
            description = "Which return: ${COMPLETION-CANDIDATES}.")
    private String name = "";

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            description = "The collection year, such as 2025-26. Annex A has none.")
    private @Nullable String year;

    @Option(
            names = "--as-at",
            paramLabel = "DATE",
            description = "Draw it up to this day of the year, such as 2025-09-30; else to its end. Of Annex A the day"
                    + " that it describes, which has to be given.")
    private @Nullable LocalDate asAt;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The form to write it in; else the return's usual one.")
    private @Nullable String format;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the return; new or empty.")
    private Path out = Path.of("return");

    @Mixin
    private Home home = new Home();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private final InstantSource clock;

    ExportCommand(InstantSource clock) {
        this.clock = clock;
    }

    /** The names of the returns, for help. */
    static final class Names implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return SnapshotExports.listAll().stream().map(SnapshotExport::name).iterator();
        }
    }

    @Override
    public Integer call() {
        try {
            return export();
        } catch (IOException | RuntimeException fault) {
            PrintWriter err = Terminal.err(spec);
            err.println(Faults.describe(fault));
            if (System.getenv("GOLDEN_THREAD_DEBUG") != null) {
                fault.printStackTrace(err);
            }
            err.flush();
            return CANNOT;
        }
    }

    private int export() throws IOException {
        PrintWriter print = Terminal.out(spec);
        SnapshotExport export = SnapshotExports.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no return '" + name + "' to export. Choose one of " + SnapshotExports.names() + "."));
        ExportRequest request = request(export);
        if (!Files.isDirectory(snapshotFolder)) {
            throw new IllegalArgumentException(
                    "There is no snapshot " + snapshotFolder + ". Make one with the command 'snapshot'.");
        }
        Snapshot snapshot = Snapshot.open(snapshotFolder, SnapshotKeys.load(home.keyFile()));
        refuseIfTaken();
        Map<String, String> look = new LinkedHashMap<>();
        look.put("snapshot", snapshot.manifest().id());
        look.put("return", export.name());
        if (!export.isOfDay()) {
            look.put("year", new CollectionYear(request.year()).label());
        }
        look.put("as_at", request.asAt().toString());
        look.put("format", request.format());
        look.put("child_ids", "true");
        new AuditLog(home.auditLog()).write(clock.instant(), "export", look);
        Files.createDirectories(out.toAbsolutePath(), ownerOnly());
        List<Path> files = export.write(snapshot, request, out);
        return report(files, print);
    }

    private ExportRequest request(SnapshotExport export) {
        CollectionYear collection = collection(export);
        LocalDate day = asAt == null ? collection.lastDay() : asAt;
        if (!collection.contains(day)) {
            throw new IllegalArgumentException("The day " + day + " is not in the collection year " + collection.label()
                    + ". Give --as-at a day from " + collection.firstDay() + " to " + collection.lastDay() + ".");
        }
        String chosen = format == null ? export.formats().getFirst() : format;
        if (!export.formats().contains(chosen)) {
            throw new IllegalArgumentException("The return " + export.name() + " is not written as " + chosen
                    + ". Choose one of " + String.join(", ", export.formats()) + ".");
        }
        return new ExportRequest(collection.end(), day, chosen);
    }

    private CollectionYear collection(SnapshotExport export) {
        if (export.isOfDay()) {
            if (year != null || asAt == null) {
                throw new IllegalArgumentException(
                        "The return " + export.name()
                                + " is of a day and of no year. Leave --year out and give --as-at the day, such as 2024-03-31.");
            }
            return CollectionYear.containing(asAt);
        }
        if (year == null) {
            throw new IllegalArgumentException(
                    "The return " + export.name() + " is of a year. Give --year, such as 2023-24.");
        }
        return new CollectionYear(CollectionYears.read(year));
    }

    private void refuseIfTaken() throws IOException {
        if (!Files.exists(out)) {
            return;
        }
        try (Stream<Path> content = Files.list(out)) {
            if (content.findAny().isPresent()) {
                throw new IllegalArgumentException(
                        "The folder " + out + " already holds something, which could be taken for"
                                + " part of the return. Choose another folder.");
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private int report(List<Path> files, PrintWriter print) throws IOException {
        boolean leftOut = false;
        for (Path file : files) {
            if (String.valueOf(file.getFileName()).equals(NotWritten.FILE_NAME)) {
                leftOut = true;
            } else {
                print.printf("  %,12d bytes  %s%n", Files.size(file), file);
            }
        }
        print.println();
        if (leftOut) {
            Path notWritten = out.resolve(NotWritten.FILE_NAME);
            print.println("Something was left out: " + notWritten + " says what, why and what to do.");
            List<String> problems = NotWritten.listProblems(notWritten);
            problems.stream().limit(MOST_SHOWN).forEach(problem -> print.println("  " + problem));
            if (problems.size() > MOST_SHOWN) {
                print.printf("  and %,d more%n", problems.size() - MOST_SHOWN);
            }
            print.println();
        }
        print.println("The files name children: keep them as you keep the returns. This export was written to "
                + home.auditLog() + ".");
        print.flush();
        return leftOut ? LEFT_OUT : CommandLine.ExitCode.OK;
    }
}
