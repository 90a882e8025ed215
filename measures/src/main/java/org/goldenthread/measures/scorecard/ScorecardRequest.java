package org.goldenthread.measures.scorecard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.measures.engine.SourceCoverage;
import org.goldenthread.snapshot.Manifest;
import org.goldenthread.snapshot.Snapshot;

/**
 * What a scorecard is made of.
 *
 * @param dataset which snapshot, and what it covers
 * @param engine over that snapshot
 * @param catalogue the measures that the index names
 * @param index the council's index
 * @param asAt the last day to speak of
 * @param comparators other areas' published values
 * @param published what the council published before
 * @param overrides ratings that a person gave, by the index's number
 * @param earlierYears how many whole years before the present one are shown
 */
public record ScorecardRequest(
        Dataset dataset,
        MeasureEngine engine,
        Catalogue catalogue,
        IndexDefinition index,
        LocalDate asAt,
        Comparators comparators,
        PublishedValues published,
        Map<String, RatingOverride> overrides,
        int earlierYears) {

    /**
     * The snapshot that figures come from.
     *
     * @param snapshot its id
     * @param authorityCode three-digit number of the council
     * @param authority the council's name
     * @param coverage which days each loaded source speaks of
     */
    public record Dataset(String snapshot, String authorityCode, String authority, List<SourceCoverage> coverage) {
        public Dataset {
            coverage = List.copyOf(coverage);
        }

        public static Dataset of(Snapshot snapshot) {
            Manifest manifest = snapshot.manifest();
            return new Dataset(
                    manifest.id(),
                    manifest.authorityCode(),
                    manifest.authority(),
                    manifest.coverage().stream()
                            .map(c -> new SourceCoverage(c.source(), c.from(), c.to()))
                            .toList());
        }
    }

    public ScorecardRequest {
        overrides = Map.copyOf(overrides);
    }

    /** With three earlier years, the standard comparators, nothing published before and no overrides. */
    public static ScorecardRequest of(
            Dataset dataset, MeasureEngine engine, Catalogue catalogue, IndexDefinition index, LocalDate asAt) {
        return new ScorecardRequest(
                dataset, engine, catalogue, index, asAt, Comparators.standard(), PublishedValues.empty(), Map.of(), 3);
    }

    public ScorecardRequest withPublished(PublishedValues values) {
        return new ScorecardRequest(
                dataset, engine, catalogue, index, asAt, comparators, values, overrides, earlierYears);
    }

    public ScorecardRequest withOverrides(Map<String, RatingOverride> byNumber) {
        return new ScorecardRequest(
                dataset, engine, catalogue, index, asAt, comparators, published, byNumber, earlierYears);
    }

    public ScorecardRequest withComparators(Comparators others) {
        return new ScorecardRequest(
                dataset, engine, catalogue, index, asAt, others, published, overrides, earlierYears);
    }
}
