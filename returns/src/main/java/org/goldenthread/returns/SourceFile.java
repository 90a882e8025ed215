package org.goldenthread.returns;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * A file that a load reads.
 *
 * @param key the short name that its rows carry
 * @param kind {@code ssda903}, {@code cin}, {@code annex-a}, {@code local} or {@code ssd}
 * @param path where it lies
 */
record SourceFile(String key, String kind, Path path) {

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
            return new SourceFile(key, kind, path);
        }
    }
}
