package org.goldenthread.measures.engine;

import org.goldenthread.snapshot.Snapshot;

/** An engine that is found on the class path by its name, so that whoever uses it need not carry its libraries. */
public interface EngineProvider {

    /** What a person calls it, such as {@code spark}. */
    String name();

    /**
     * An engine over one snapshot.
     *
     * @param master where the work is done, in the engine's own words; for Spark a master URL
     */
    MeasureEngine open(Snapshot snapshot, String master);
}
