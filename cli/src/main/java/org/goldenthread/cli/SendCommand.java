package org.goldenthread.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.goldenthread.returns.write.daily.AccessToken;
import org.goldenthread.returns.write.daily.ChangeSender;
import org.goldenthread.returns.write.daily.DailyPayload;
import org.goldenthread.returns.write.daily.DailyRefusal;
import org.goldenthread.returns.write.daily.Destination;
import org.goldenthread.returns.write.daily.SendOutcome;
import org.goldenthread.returns.write.daily.SendStopped;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends a snapshot's children to the department's daily collection. Each sending is written to the audit log before it begins. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description =
                "Sends the children who have changed since the last sending to the Department for Education's daily"
                        + " collection, and purges those who have left.",
        footer = "The token is read from the file named with --token-file (chmod 600), else from "
                + SendCommand.VARIABLE + ".",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all was accepted, or this was a dry run",
            "1:the sending stopped, or some children could not be sent"
        })
final class SendCommand implements Callable<Integer> {
    static final String VARIABLE = "GOLDEN_THREAD_DAILY_TOKEN";
    private static final int MOST_SHOWN = 20;

    @Option(names = "--snapshot", paramLabel = "DIR", required = true, description = "Folder of the snapshot.")
    private Path snapshotFolder = Path.of("snapshot");

    @Option(
            names = "--to",
            paramLabel = "URL",
            required = true,
            description =
                    "Address of the collection, such as https://host/api; only https, but for this machine itself.")
    private URI to = URI.create("https://localhost");

    @Option(
            names = "--authority",
            paramLabel = "NUMBER",
            required = true,
            description = "Three-digit number of the authority; it must be the snapshot's.")
    private String authority = "";

    @Option(
            names = "--state",
            paramLabel = "FILE",
            required = true,
            description = "Where it is kept what the collection has accepted, so that only changes are sent.")
    private Path state = Path.of("state");

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file that holds the token and that you alone may read.")
    private @Nullable Path tokenFile;

    @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
    private boolean dryRun;

    @Mixin
    private Home home = new Home();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private final InstantSource clock;

    SendCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter print = Terminal.out(spec);
        Destination destination = new Destination(to, authority);
        SnapshotKeys keys = SnapshotKeys.load(home.keyFile());
        Snapshot snapshot = Snapshot.open(snapshotFolder, keys);
        if (!snapshot.manifest().authorityCode().equals(authority)) {
            throw new SendStopped("The snapshot is of authority "
                    + snapshot.manifest().authorityCode() + ", not " + authority + ". Nothing was sent.");
        }
        AccessToken token = dryRun ? null : token();
        Map<String, String> look = new LinkedHashMap<>();
        look.put("snapshot", snapshot.manifest().id());
        look.put("to", to.toString());
        look.put("authority", authority);
        look.put("dry_run", String.valueOf(dryRun));
        new AuditLog(home.auditLog()).write(clock.instant(), "send", look);
        DailyPayload payload = DailyPayload.of(snapshot);
        ChangeSender sender = new ChangeSender(destination, state, keys, clock);
        SendOutcome outcome = token == null ? sender.rehearse(payload) : sender.send(payload, token);
        show(payload, outcome, print);
        boolean whole = outcome.refused().isEmpty() && payload.cannotBeSent().isEmpty();
        return whole || dryRun ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private AccessToken token() throws IOException {
        if (tokenFile != null) {
            return AccessToken.read(tokenFile);
        }
        String token = System.getenv(VARIABLE);
        if (token == null || token.isBlank()) {
            throw new SendStopped("There is no token. Name its file with --token-file, or set " + VARIABLE + ".");
        }
        return AccessToken.of(token, VARIABLE);
    }

    private void show(DailyPayload payload, SendOutcome outcome, PrintWriter print) {
        print.printf("%,8d new%n", outcome.added());
        print.printf("%,8d changed%n", outcome.changed());
        print.printf("%,8d unchanged, not sent%n", outcome.unchanged());
        print.printf("%,8d to purge%n", outcome.toPurge());
        print.printf("%,8d cannot be sent%n", payload.cannotBeSent().size());
        if (!dryRun) {
            print.printf("%,8d accepted%n", outcome.accepted());
            print.printf("%,8d refused by the collection%n", outcome.refused().size());
        }
        list("Cannot be sent:", payload.cannotBeSent(), print);
        list("Refused by the collection:", outcome.refused(), print);
        list("Left out of what is sent:", payload.leftOut(), print);
        print.println();
        print.println(
                (dryRun ? "Nothing was sent. This look" : "This sending") + " was written to " + home.auditLog() + ".");
        print.flush();
    }

    private static void list(String heading, List<DailyRefusal> refusals, PrintWriter print) {
        if (refusals.isEmpty()) {
            return;
        }
        print.println();
        print.println(heading);
        refusals.stream()
                .limit(MOST_SHOWN)
                .forEach(refusal ->
                        print.println("  " + refusal.person() + "  " + refusal.problem() + " " + refusal.action()));
        if (refusals.size() > MOST_SHOWN) {
            print.println("  and " + (refusals.size() - MOST_SHOWN)
                    + " more; the export 'daily' lists all that the snapshot" + " cannot give.");
        }
    }
}
