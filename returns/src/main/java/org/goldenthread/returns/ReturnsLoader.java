package org.goldenthread.returns;

import java.nio.file.Path;
import java.time.InstantSource;
import org.goldenthread.snapshot.SnapshotKeys;

/** Makes a snapshot from a council's returns. */
public final class ReturnsLoader {
    /**
     * Reads all that is asked for, joins it and writes one snapshot; loading the same again changes nothing.
     *
     * @param out folder of the snapshot: new, empty, or that of the same snapshot
     * @throws LoadException where nothing can be made of the request; no snapshot is left behind
     */
    public LoadResult load(LoadRequest request, Path out, SnapshotKeys keys, InstantSource clock, Progress progress) {
        return new Load(request, out, keys, clock, progress).run();
    }
}
