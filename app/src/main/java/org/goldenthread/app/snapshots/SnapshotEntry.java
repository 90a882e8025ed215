package org.goldenthread.app.snapshots;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A snapshot that was loaded.
 *
 * @param madeUp whether the demo made it
 * @param loadedBy name of the account, or "system"
 */
public record SnapshotEntry(
        String id,
        Path directory,
        String authorityCode,
        String authority,
        boolean madeUp,
        Instant loadedAt,
        String loadedBy) {}
