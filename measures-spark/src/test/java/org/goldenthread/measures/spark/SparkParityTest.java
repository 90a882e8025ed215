package org.goldenthread.measures.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.engine.DuckDbEngine;
import org.goldenthread.measures.engine.MadeUpBorough;
import org.goldenthread.measures.engine.PlainParquet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkParityTest {

    /** One of each way to count: events, a state of affairs, a share, a rate, days as weeks, a local count, a rolling year. */
    private static final List<String> SMALL_SET = List.of(
            "referrals",
            "children-looked-after",
            "assessments-in-45-working-days",
            "children-looked-after-rate",
            "placement-weeks-by-type-and-age",
            "neet-16-17",
            "cla-three-or-more-placements",
            "cla-long-term-stability");

    @Test
    void oneMeasureOfEachKindIsTheSameOnSparkAndOnDuckDb(@TempDir Path folder) {
        Catalogue catalogue = Catalogue.standard();
        List<Measure> measures = SMALL_SET.stream().map(catalogue::getMeasure).toList();
        try (MadeUpBorough borough = new MadeUpBorough();
                DuckDbEngine duckDb = DuckDbEngine.over(borough.connection(), "399");
                SparkEngine spark =
                        SparkEngine.over(PlainParquet.of(borough.writeParquet(folder)), "399", "local[2]")) {
            assertThat(Parity.compare(duckDb, spark, measures, true)).isGreaterThan(40);
        }
    }

    @Test
    @Tag("long")
    void theWholeCatalogueIsTheSameOnSparkAndOnDuckDb(@TempDir Path folder) {
        try (MadeUpBorough borough = new MadeUpBorough();
                DuckDbEngine duckDb = DuckDbEngine.over(borough.connection(), "399");
                SparkEngine spark =
                        SparkEngine.over(PlainParquet.of(borough.writeParquet(folder)), "399", "local[2]")) {
            assertThat(Parity.compare(duckDb, spark, Catalogue.standard().listMeasures(), true))
                    .isGreaterThan(200);
        }
    }
}
