package org.goldenthread.returns.check.ssda903;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.goldenthread.returns.tabular.SafeArchive;

/** Reads the files of a zip archive. What it unpacks to is counted as it unpacks. */
final class Ssda903Zip {
    private Ssda903Zip() {}

    static void read(Path archive, Ssda903Rows rows) throws IOException {
        Path folder = Files.createTempDirectory("goldenthread-return");
        try {
            for (SafeArchive.Unpacked part : SafeArchive.unpack(archive, folder)) {
                Path file = part.file();
                if (String.valueOf(file.getFileName()).endsWith(".zip")) {
                    rows.refuse(file, "It is an archive within an archive.", "Unpack it and give what it holds.");
                } else {
                    rows.readFile(file);
                }
            }
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
