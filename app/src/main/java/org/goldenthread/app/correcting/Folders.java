package org.goldenthread.app.correcting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that hold files for a moment. */
final class Folders {
    private Folders() {}

    static void deleteIfThere(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(folder + " could not be deleted. Delete it by hand.", problem);
        }
    }
}
