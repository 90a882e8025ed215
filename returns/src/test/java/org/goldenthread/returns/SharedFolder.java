package org.goldenthread.returns;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of public and made-up data that may lie beside the checkout. */
public final class SharedFolder {
    private SharedFolder() {}

    /** A file of the folder; the test is skipped, and says so, where it is absent. */
    public static Path file(String name) {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("goldenthread")) ? here : here.getParent();
        Path file = root.resolveSibling("shared").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "Skipped: there is no " + file + " beside the checkout.");
        return file;
    }
}
