package org.goldenthread.measures.spark;

import org.goldenthread.measures.engine.EngineProvider;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.snapshot.Snapshot;

/** Lets the command line find Spark when its libraries are there. */
public final class SparkProvider implements EngineProvider {

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public MeasureEngine open(Snapshot snapshot, String master) {
        return SparkEngine.open(snapshot, master);
    }
}
