package org.goldenthread.cli;

import java.util.Locale;
import java.util.ServiceLoader;
import org.goldenthread.measures.engine.DuckDbEngine;
import org.goldenthread.measures.engine.EngineProvider;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.snapshot.Snapshot;
import picocli.CommandLine.Option;

/** Which engine counts: DuckDB in the process, or Spark where it is on the class path. */
final class Engines {

    @Option(names = "--engine", paramLabel = "NAME", description = "duckdb (default) or spark.")
    private String name = "duckdb";

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "With --engine spark: the cluster, such as spark://host:7077; else two threads here.")
    private String master = "local[2]";

    MeasureEngine open(Snapshot snapshot) {
        String wanted = name.toLowerCase(Locale.ROOT);
        if (wanted.equals("duckdb")) {
            return DuckDbEngine.open(snapshot);
        }
        for (EngineProvider provider : ServiceLoader.load(EngineProvider.class)) {
            if (provider.name().equals(wanted)) {
                return provider.open(snapshot, master);
            }
        }
        throw new IllegalArgumentException("There is no engine '" + name
                + "' here. Use duckdb, or spark through ./goldenthread, which brings Spark's libraries.");
    }
}
