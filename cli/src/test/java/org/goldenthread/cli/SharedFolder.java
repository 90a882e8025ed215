package org.goldenthread.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of public and made-up data that may lie beside the checkout. */
final class SharedFolder {

    private static final Path ROOT = Path.of("../../shared");

    private SharedFolder() {}

    /** A file or folder of it; the test is skipped, and says so, where it is absent. */
    static Path get(String name) {
        Path file = ROOT.resolve(name);
        Assumptions.assumeTrue(
                Files.exists(file), () -> "Skipped: there is no ../shared/" + name + " beside the checkout.");
        return file;
    }
}
