package org.goldenthread.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.goldenthread.snapshot.Erasure;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Erases one child from a snapshot. That it was done is written to the audit log before; of whom, nowhere. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = "Takes one child's identifiers and names out of a snapshot; its figures stay as they are.")
final class EraseCommand implements Callable<Integer> {

    @Option(names = "--snapshot", paramLabel = "DIR", required = true, description = "Folder of the snapshot.")
    private Path snapshotFolder = Path.of("snapshot");

    @Option(
            names = "--child",
            paramLabel = "ID",
            required = true,
            description = "The council's own id of the child, as the returns give it.")
    private String child = "";

    @Mixin
    private Home home = new Home();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private final InstantSource clock;

    EraseCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter print = Terminal.out(spec);
        SnapshotKeys keys = SnapshotKeys.load(home.keyFile());
        String id = Snapshot.open(snapshotFolder, keys).manifest().id();
        new AuditLog(home.auditLog()).write(clock.instant(), "erase", Map.of("snapshot", id));
        int entries = new Erasure(snapshotFolder, keys, clock).erase(child);
        print.println(entries + " identifiers and names of the child were taken out of the snapshot " + id + ".");
        print.println("The returns that it was made from, and other snapshots, still hold the child: erase there too.");
        print.flush();
        return CommandLine.ExitCode.OK;
    }
}
