package org.goldenthread.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a snapshot is and what it was made from.
 *
 * @param id fingerprint of the sources, the schema and the key: the same inputs give the same id
 * @param authorityCode three-digit number of the local authority
 * @param authority its name
 * @param created when the snapshot was first written
 * @param encrypted whether its tables and identities are encrypted at rest
 * @param sources files, in the order of their keys
 * @param coverage days that each kind of data can speak of, ordered by source and first day
 * @param rows number of rows of each table, every table of the schema included
 */
public record Manifest(
        String id,
        String authorityCode,
        String authority,
        Instant created,
        boolean encrypted,
        List<Source> sources,
        List<Coverage> coverage,
        Map<String, Long> rows) {
    public Manifest {
        sources = List.copyOf(sources);
        coverage = List.copyOf(coverage);
        rows = Map.copyOf(rows);
    }
}
