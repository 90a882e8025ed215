package org.goldenthread.returns;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.goldenthread.snapshot.Hashes;

/** The SHA-256 fingerprint of each file's bytes, by which a load knows the same files again. */
final class Fingerprints {
    private final Map<SourceFile, String> sha256;

    private Fingerprints(Map<SourceFile, String> sha256) {
        this.sha256 = sha256;
    }

    /**
     * Reads every file once, several at the same time.
     *
     * @throws LoadException where one cannot be read
     */
    static Fingerprints of(List<SourceFile> files) {
        Map<SourceFile, String> sha256 = new HashMap<>();
        try (Together together = new Together()) {
            Map<SourceFile, Future<String>> started = new LinkedHashMap<>();
            files.forEach(file -> started.put(file, together.start(() -> sha256(file))));
            // In the order of the files, so that of several which cannot be read the same one is always told.
            started.forEach((file, read) -> sha256.put(file, Together.get(read)));
        }
        return new Fingerprints(sha256);
    }

    /** In 64 hexadecimal digits. */
    String get(SourceFile file) {
        String known = sha256.get(file);
        if (known == null) {
            throw new IllegalArgumentException("The file " + file.key() + " is no part of the load.");
        }
        return known;
    }

    private static String sha256(SourceFile file) {
        try {
            return Hashes.sha256(file.path());
        } catch (IOException problem) {
            throw new LoadException(
                    "The file " + file.path() + " cannot be read. Check that it exists and that you may read it.",
                    problem);
        }
    }
}
