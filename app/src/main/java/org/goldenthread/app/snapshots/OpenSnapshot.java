package org.goldenthread.app.snapshots;

import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.measures.scorecard.ScorecardRequest;
import org.goldenthread.snapshot.Snapshot;

/** A snapshot ready to be counted. */
public record OpenSnapshot(
        SnapshotEntry entry, Snapshot snapshot, MeasureEngine engine, ScorecardRequest.Dataset dataset) {}
