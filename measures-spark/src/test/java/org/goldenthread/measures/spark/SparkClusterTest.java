package org.goldenthread.measures.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.engine.DuckDbEngine;
import org.goldenthread.measures.engine.MadeUpBorough;
import org.goldenthread.measures.engine.PlainParquet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class SparkClusterTest {

    @Test
    void theWholeCatalogueIsTheSameOnAStandaloneClusterOfTwoWorkers(@TempDir Path folder) throws Exception {
        Path parquet = Files.createDirectories(folder.resolve("parquet"));
        try (StandaloneCluster cluster = new StandaloneCluster(folder.resolve("spark"), 2);
                MadeUpBorough borough = new MadeUpBorough();
                DuckDbEngine duckDb = DuckDbEngine.over(borough.connection(), "399");
                SparkEngine spark =
                        SparkEngine.over(PlainParquet.of(borough.writeParquet(parquet)), "399", cluster.address())) {
            assertThat(Parity.compare(duckDb, spark, Catalogue.standard().listMeasures(), false))
                    .isGreaterThan(200);
        }
    }
}
