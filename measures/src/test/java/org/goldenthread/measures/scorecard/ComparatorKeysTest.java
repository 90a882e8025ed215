package org.goldenthread.measures.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.junit.jupiter.api.Test;

class ComparatorKeysTest {

    @Test
    void everyMeasureThatNamesADfeMeasureFindsItsValueForEngland() {
        for (Measure measure : Catalogue.standard().listMeasures()) {
            if (!measure.comparator().isEmpty()) {
                assertThat(Comparators.standard()
                                .of(
                                        measure,
                                        "305",
                                        LocalDate.of(2024, 3, 31),
                                        IndexRow.Standing.NONE,
                                        Polarity.NEUTRAL,
                                        null)
                                .getFirst())
                        .as(measure.id() + " compares with " + measure.comparator())
                        .isNotNull();
            }
        }
    }
}
