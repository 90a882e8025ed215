package org.goldenthread.app.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Processes of PostgreSQL that are at work in one data directory, the server's own and its helpers'. */
final class LivingPostgres {

    private LivingPostgres() {}

    /** Each changes into the data directory as it starts and stays there. */
    static List<ProcessHandle> in(Path cluster) {
        return ProcessHandle.allProcesses()
                .filter(each -> isAtWork(Path.of("/proc", String.valueOf(each.pid())), cluster))
                .toList();
    }

    private static boolean isAtWork(Path process, Path cluster) {
        try {
            return Files.readString(process.resolve("comm"), StandardCharsets.UTF_8)
                            .strip()
                            .equals("postgres")
                    && Files.isSameFile(process.resolve("cwd"), cluster);
        } catch (IOException goneOrAnothers) {
            return false;
        }
    }
}
