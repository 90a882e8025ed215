package org.goldenthread.cli;

import java.nio.file.Path;
import org.goldenthread.measures.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which catalogue to use: the standard one, with a council's own measures where it has some. */
final class Measures {

    @Option(
            names = "--measures",
            paramLabel = "DIR",
            description =
                    "A folder of your own measures, one .sql file each; one named as a standard measure replaces it.")
    private @Nullable Path folder;

    Catalogue catalogue() {
        return folder == null ? Catalogue.standard() : Catalogue.standardWith(folder);
    }
}
