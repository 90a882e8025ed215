package org.goldenthread.returns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.goldenthread.snapshot.Hashes;

/**
 * A file that a load reads.
 *
 * @param key the short name that its rows carry
 * @param kind {@code ssda903}, {@code cin}, {@code annex-a}, {@code local} or {@code ssd}
 * @param path where it lies
 * @param sha256 fingerprint of its bytes
 */
record SourceFile(String key, String kind, Path path, String sha256) {

    /** Gives files their keys: the folder's name where a folder was given, and the file's, made unique by a number. */
    static final class Namer {
        private final Set<String> taken = new HashSet<>();

        SourceFile name(String kind, Path path, boolean withFolder) {
            Path folder = path.toAbsolutePath().normalize().getParent();
            Path folderName = folder == null ? null : folder.getFileName();
            String name = withFolder && folderName != null
                    ? folderName + "/" + path.getFileName()
                    : String.valueOf(path.getFileName());
            String key = name;
            for (int number = 2; !taken.add(key); number++) {
                key = name + " (" + number + ")";
            }
            try {
                return new SourceFile(key, kind, path, Hashes.sha256(path));
            } catch (IOException problem) {
                throw new LoadException(
                        "The file " + path + " cannot be read. Check that it exists and that you may read it.",
                        problem);
            }
        }
    }
}
