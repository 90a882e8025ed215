package org.duckdb;

/**
 * Takes the place of the driver's class of that name, which tells Java's Flight Recorder of DuckDB's memory and starts the whole recorder
 * for it with the first connection. A command ends sooner than anybody could record it.
 */
final class DuckDBMemoryMonitor {

    private DuckDBMemoryMonitor() {}

    static void init() {}

    static void connectionOpened(DuckDBConnection connection) {}

    static void connectionClosed(long database) {}
}
