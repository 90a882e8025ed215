package org.goldenthread.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folder of a person's own keys and audit log: never beside the snapshots, readable by its owner alone. */
final class Home {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where your keys and audit log are kept (else GOLDEN_THREAD_HOME, else ~/.goldenthread).")
    private @Nullable Path chosen;

    static Home at(Path directory) {
        Home home = new Home();
        home.chosen = directory;
        return home;
    }

    /** The folder, made when it is missing. */
    Path directory() {
        Path directory = chosen;
        if (directory == null) {
            String named = System.getenv("GOLDEN_THREAD_HOME");
            directory = named == null || named.isBlank()
                    ? Path.of(System.getProperty("user.home"), ".goldenthread")
                    : Path.of(named);
        }
        try {
            if (!Files.isDirectory(directory)) {
                if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                    Files.createDirectories(
                            directory,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                } else {
                    Files.createDirectories(directory);
                }
            }
            return directory;
        } catch (IOException fault) {
            throw new UncheckedIOException(
                    "The folder for keys and the audit log, " + directory
                            + ", could not be made. Name another with --home.",
                    fault);
        }
    }

    Path keyFile() {
        return directory().resolve("snapshot.keys");
    }

    Path auditLog() {
        return directory().resolve("audit.jsonl");
    }
}
