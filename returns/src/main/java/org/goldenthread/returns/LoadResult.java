package org.goldenthread.returns;

import java.nio.file.Path;
import java.util.List;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Manifest;

/**
 * What a load made.
 *
 * @param snapshot folder of the snapshot
 * @param findings what was noticed, in the order of source and line
 */
public record LoadResult(Path snapshot, Manifest manifest, List<Finding> findings) {
    public LoadResult {
        findings = List.copyOf(findings);
    }
}
