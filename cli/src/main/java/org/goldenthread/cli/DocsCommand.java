package org.goldenthread.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.goldenthread.measures.catalogue.CatalogueDocs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the pages of docs/measures again; a test holds them to the catalogue. */
@Command(name = "docs", mixinStandardHelpOptions = true, description = "Write docs/measures again from the catalogue.")
final class DocsCommand implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write; else docs/measures of the project.")
    private Path out = Path.of(System.getProperty("goldenthread.root", "."), "docs", "measures");

    @Override
    public Integer call() {
        CatalogueDocs.write(new Measures().catalogue(), out);
        return CommandLine.ExitCode.OK;
    }
}
