package org.goldenthread.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.returns.LoadResult;
import org.goldenthread.returns.ReturnsLoader;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Severity;
import org.goldenthread.snapshot.SnapshotKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes one frozen snapshot of a council's returns and says what was taken, what was not and why. */
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = "Returns, part-year extracts and local counts into one frozen snapshot.")
final class SnapshotCommand implements Callable<Integer> {

    private static final int FINDINGS_SHOWN = 40;

    @Option(
            names = {"--ssda903", "--previous-ssda903"},
            paramLabel = "DIR",
            arity = "1..*",
            description = "A folder of SSDA903 CSV files, or an XML file; repeat for each year. The later return wins.")
    private List<Path> ssda903 = List.of();

    @Option(names = "--cin", paramLabel = "FILE", arity = "1..*", description = "Children in need census files (XML).")
    private List<Path> cin = List.of();

    @Option(names = "--annex-a", paramLabel = "FILE", arity = "1..*", description = "Annex A workbooks (xlsx).")
    private List<Path> annexA = List.of();

    @Option(
            names = "--local",
            paramLabel = "DIR",
            arity = "1..*",
            description = "Folders or files of local monthly counts.")
    private List<Path> local = List.of();

    @Option(
            names = "--ssd",
            paramLabel = "DIR",
            arity = "1..*",
            description = "Folders of a Standard Safeguarding Dataset extract as CSV.")
    private List<Path> ssd = List.of();

    @Option(
            names = "--extracted",
            paramLabel = "DATE",
            description = "The day on which the newest extracts were taken, such as 2024-03-31; else it is inferred.")
    private @Nullable LocalDate extracted;

    @Option(
            names = "--authority-code",
            paramLabel = "CODE",
            defaultValue = "000",
            description = "Three-digit number of the council; needed for rates and comparators.")
    private String authorityCode = "000";

    @Option(
            names = "--authority",
            paramLabel = "NAME",
            defaultValue = "The council",
            description = "The council's name.")
    private String authority = "The council";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the snapshot; new or empty.")
    private Path out = Path.of("snapshot");

    @Option(names = "--unencrypted", description = "Leave the tables readable without the key. For made-up data only.")
    private boolean unencrypted;

    @Option(names = "--all-findings", description = "Print every finding, not the first " + FINDINGS_SHOWN + ".")
    private boolean allFindings;

    @Mixin
    private Measures measures = new Measures();

    @Mixin
    private Home home = new Home();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private final InstantSource clock;

    SnapshotCommand(InstantSource clock) {
        this.clock = clock;
    }

    /** The command with its options, where they are plain and those that most people give; empty where the option parser is to answer. */
    static Optional<Callable<Integer>> plain(List<String> arguments, InstantSource clock) {
        return PlainOptions.of(
                        arguments,
                        Set.of("--authority-code", "--authority", "--out", "--home"),
                        Set.of("--ssda903", "--cin", "--annex-a", "--local", "--ssd"))
                .map(options -> of(options, clock));
    }

    private static @Nullable SnapshotCommand of(PlainOptions options, InstantSource clock) {
        Path out = options.path("--out");
        if (out == null) {
            return null;
        }
        SnapshotCommand command = new SnapshotCommand(clock);
        command.out = out;
        command.ssda903 = options.paths("--ssda903");
        command.cin = options.paths("--cin");
        command.annexA = options.paths("--annex-a");
        command.local = options.paths("--local");
        command.ssd = options.paths("--ssd");
        command.authorityCode = options.text("--authority-code", command.authorityCode);
        command.authority = options.text("--authority", command.authority);
        command.home = options.home();
        return command;
    }

    @Override
    public Integer call() {
        if (ssda903.isEmpty() && cin.isEmpty() && annexA.isEmpty() && local.isEmpty() && ssd.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is nothing to load. Name at least one of --ssda903, --cin, --annex-a, --local or --ssd.");
        }
        PrintWriter print = Terminal.out(spec);
        PrintWriter aside = Terminal.err(spec);
        LoadRequest request = new LoadRequest(
                authorityCode,
                authority,
                ssda903,
                cin,
                annexA,
                local,
                local.isEmpty() ? List.of() : measures.listLocal(),
                ssd,
                extracted,
                !unencrypted);
        boolean person = System.console() != null && System.console().isTerminal();
        LoadResult result = new ReturnsLoader()
                .load(request, out, SnapshotKeys.load(home.keyFile()), clock, (what, done, total) -> {
                    if (person) {
                        aside.printf("\r\033[K%d of %d  %s", done, total, what);
                        aside.flush();
                    }
                });
        if (person) {
            aside.print("\r\033[K");
            aside.flush();
        }
        report(result, print);
        return CommandLine.ExitCode.OK;
    }

    private void report(LoadResult result, PrintWriter print) {
        print.println("Snapshot " + result.manifest().id() + " in " + result.snapshot());
        print.println();
        result.manifest().sources().forEach(s -> print.printf("  %,9d rows  %s%n", s.rows(), s.key()));
        print.println();
        print.println("What it can speak of:");
        result.manifest().coverage().forEach(c -> print.printf("  %-28s %s to %s%n", c.source(), c.from(), c.to()));
        print.println();
        List<Finding> findings = result.findings();
        if (findings.isEmpty()) {
            print.println("Everything was taken; nothing was found wrong.");
            return;
        }
        for (Severity severity : Severity.values()) {
            List<Finding> of =
                    findings.stream().filter(f -> f.severity() == severity).toList();
            if (of.isEmpty()) {
                continue;
            }
            print.println(heading(severity, of.size()));
            of.stream()
                    .limit(allFindings ? Long.MAX_VALUE : FINDINGS_SHOWN)
                    .forEach(f -> print.println("  " + line(f)));
            if (!allFindings && of.size() > FINDINGS_SHOWN) {
                print.println("  ... and " + (of.size() - FINDINGS_SHOWN)
                        + " more; see findings.json in the snapshot, or add --all-findings.");
            }
            print.println();
        }
        print.flush();
    }

    private static String heading(Severity severity, int count) {
        return switch (severity) {
            case ERROR -> "Not taken (" + count + "):";
            case WARNING -> "Taken, but look at it (" + count + "):";
            case NOTE -> "To know (" + count + "):";
        };
    }

    private static String line(Finding finding) {
        return finding.source()
                + (finding.line() == null ? "" : ", line " + finding.line())
                + (finding.column().isBlank() ? "" : ", " + finding.column())
                + ": " + finding.problem() + (finding.action().isBlank() ? "" : " " + finding.action());
    }
}
