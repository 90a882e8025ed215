package org.goldenthread.measures.sql;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.scorecard.IndexDefinition;
import org.goldenthread.measures.scorecard.IndexRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardIndexTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    @ParameterizedTest
    @ValueSource(strings = {"2024", "2020"})
    void everyRowOfAnIndexIsAMeasure(String year) {
        assertThat(IndexDefinition.standard(year).rows())
                .allSatisfy(row -> assertThat(CATALOGUE.findMeasure(row.measure()))
                        .as(row.number())
                        .isPresent());
    }

    @Test
    void theIndexesHaveTheCouncilsRowsInItsOrder() {
        assertThat(numbers("2024"))
                .hasSize(35)
                .startsWith("1", "2")
                .containsSubsequence("12", "12b", "13")
                .containsSubsequence("17", "18a", "18b", "18c", "19")
                .endsWith("31", "32");
        assertThat(numbers("2020")).containsSubsequence("1.1", "1.2", "2").endsWith("35.1", "35.2");
    }

    /** The council's own colours: green in March 2024 (report on the index), amber and red in October 2020 (exceptions). */
    @ParameterizedTest
    @CsvSource({
        "2024, 3, 97, GREEN",
        "2024, 5, 37, GREEN",
        "2024, 7, 94, GREEN",
        "2024, 10, 100, GREEN",
        "2024, 11, 98, GREEN",
        "2024, 12, 20, GREEN",
        "2024, 16, 100, GREEN",
        "2024, 17, 98, GREEN",
        "2024, 19, 7, GREEN",
        "2024, 20, 70, GREEN",
        "2024, 22, 56, GREEN",
        "2024, 23, 99, GREEN",
        "2024, 24, 14, GREEN",
        "2024, 25, 14, GREEN",
        "2024, 26, 1.2, GREEN",
        "2024, 29, 20, GREEN",
        "2024, 6, 4500, NOT_A_TARGET_MEASURE",
        "2024, 12b, 12, NOT_A_TARGET_MEASURE",
        "2020, 21, 93, AMBER",
        "2020, 26, 38, RED",
        "2020, 27, 80, GREEN",
        "2020, 29, 18, AMBER"
    })
    void aimsLimitsAndTolerancesGiveTheRatingsThatWerePublished(
            String year, String number, BigDecimal value, Rating published) {
        IndexRow row = IndexDefinition.standard(year).rows().stream()
                .filter(r -> r.number().equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(row.expectation().rate(value, Objects.requireNonNull(row.polarity(), "a polarity for " + number)))
                .isEqualTo(published);
    }

    @Test
    void theTwoCountsOfChildrenInNeedShareNeitherNameNorComparator() {
        Measure dfe = CATALOGUE.getMeasure("children-in-need-open");
        Measure local = CATALOGUE.getMeasure("children-in-need-assessed-local");
        assertThat(local.name()).isNotEqualTo(dfe.name());
        assertThat(dfe.comparator()).isEqualTo("cin-number");
        assertThat(local.comparator()).isEmpty();
    }

    @Test
    void theListOfLocalMeasuresIsThatOfTheCatalogue() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                        StandardIndexTest.class.getResourceAsStream("/org/goldenthread/measures/local-measures.csv"));
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Set<String> listed = reader.stream()
                    .map(line -> line.getField("key") + " " + line.getField("measure") + " " + line.getField("name"))
                    .collect(Collectors.toSet());
            assertThat(listed)
                    .isEqualTo(CATALOGUE.listMeasures().stream()
                            .filter(Measure::isLocal)
                            .map(measure -> measure.local() + " " + measure.id() + " " + measure.name())
                            .collect(Collectors.toSet()));
        }
    }

    private static List<String> numbers(String year) {
        return IndexDefinition.standard(year).rows().stream()
                .map(IndexRow::number)
                .toList();
    }
}
