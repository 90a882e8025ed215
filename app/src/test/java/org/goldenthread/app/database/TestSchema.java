package org.goldenthread.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.goldenthread.app.RunningApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The database with its whole schema and nothing in it, made once for all tests of a run; each begins with a copy of it. */
public final class TestSchema {

    /** Where the embedded database keeps its files, unless its own user cannot come that far. */
    private static final String DATABASE = "database";

    private static @Nullable Path made;

    private TestSchema() {}

    /** Copies it into a folder that holds nothing yet. */
    public static synchronized void copyInto(Path home) {
        try {
            Path from = made;
            if (from == null) {
                from = make();
                made = from;
            }
            if (Files.exists(from.resolve(DATABASE))) {
                FolderCopy.copy(from, home);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Path make() throws IOException {
        Path home = RunningApplication.newFolder();
        try (Databases databases = Databases.open(home, null)) {
            Databases.Login owner = databases.owner();
            Flyway.configure()
                    .dataSource(owner.url(), owner.user(), owner.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                FileSystemUtils.deleteRecursively(home);
            } catch (IOException leftBehind) {
                System.err.println("Could not delete " + home + ": " + leftBehind.getMessage());
            }
        }));
        return home;
    }
}
