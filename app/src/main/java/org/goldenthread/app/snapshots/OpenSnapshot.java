package org.goldenthread.app.snapshots;

import java.util.Map;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.measures.scorecard.ScorecardRequest;
import org.goldenthread.snapshot.Snapshot;

/**
 * A snapshot ready to be counted.
 *
 * @param filesByKey name of each source file by its key in the snapshot
 */
public record OpenSnapshot(
        SnapshotEntry entry,
        Snapshot snapshot,
        MeasureEngine engine,
        ScorecardRequest.Dataset dataset,
        Map<String, String> filesByKey) {}
