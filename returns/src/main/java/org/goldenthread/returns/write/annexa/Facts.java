package org.goldenthread.returns.write.annexa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.snapshot.Snapshot;

/** The tables of a snapshot from which lists are drawn, each read once. */
final class Facts {
    private final Snapshot snapshot;
    private final Map<String, List<Fact>> read = new HashMap<>();

    Facts(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** All rows of a table. */
    List<Fact> list(String table) {
        return read.computeIfAbsent(table, name -> List.copyOf(Fact.list(snapshot, name)));
    }

    /** Whether a return that tells of these things was loaded, even if it told of none. */
    boolean covers(String source) {
        return snapshot.manifest().coverage().stream()
                .anyMatch(coverage -> coverage.source().equals(source));
    }
}
