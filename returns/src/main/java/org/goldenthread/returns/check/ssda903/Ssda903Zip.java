package org.goldenthread.returns.check.ssda903;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.returns.tabular.SafeArchive;

/** Reads the files of a zip archive. What it unpacks to is counted as it unpacks. */
final class Ssda903Zip {
    private Ssda903Zip() {}

    static void read(Path archive, Ssda903Rows rows) throws IOException {
        Path folder = Files.createTempDirectory("goldenthread-return");
        try {
            List<Path> files = new ArrayList<>();
            for (SafeArchive.Unpacked part : SafeArchive.unpack(archive, folder)) {
                if (isArchive(part.file())) {
                    rows.refuse(
                            part.file(), "It is an archive within an archive.", "Unpack it and give what it holds.");
                } else {
                    files.add(part.file());
                }
            }
            if (files.isEmpty()) {
                throw new RefusedFile("It holds no file that can be read.", "Look at what it should hold.");
            }
            rows.readTogether(files);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static boolean isArchive(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip");
    }
}
