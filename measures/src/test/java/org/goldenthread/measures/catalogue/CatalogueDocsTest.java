package org.goldenthread.measures.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogueDocsTest {

    private static final Path FOLDER = Path.of("../docs/measures");

    @Test
    void thePagesOfMeasuresSayWhatTheMeasureFilesSay() {
        if (Boolean.getBoolean("writeDocs")) {
            CatalogueDocs.write(Catalogue.standard(), FOLDER);
        }

        assertThat(CatalogueDocs.differing(Catalogue.standard(), FOLDER))
                .as("pages that are out of date; write them with"
                        + " 'mvn -pl measures -am test -Dtest=CatalogueDocsTest -DwriteDocs=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false'")
                .isEmpty();
    }
}
