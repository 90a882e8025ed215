package org.goldenthread.measures.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.core.figures.Rating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingTest {

    private static Rating rate(String index, String number, String value) {
        IndexRow row = IndexDefinition.standard(index).rows().stream()
                .filter(r -> r.number().equals(number))
                .findFirst()
                .orElseThrow();
        Polarity polarity = row.polarity() == null ? Polarity.NEUTRAL : row.polarity();
        return row.expectation().rate(new BigDecimal(value), polarity);
    }

    /** Printed in the index of October 2020 and of March 2024. */
    @ParameterizedTest
    @CsvSource({
        // 93 is 2 below the limit of 95: within the tolerance.
        "2020, 21, 93, AMBER",
        // 38 is 9 below the limit of 47: beyond it.
        "2020, 26, 38, RED",
        // 18 cases is 3 above the upper end of 12 to 15.
        "2020, 29, 18, AMBER",
        "2020, 10, 88, GREEN",
        "2020, 16, 10, GREEN",
        "2020, 24, 2, GREEN",
        "2020, 25, 73, GREEN",
        "2024, 7, 94, GREEN",
        "2024, 11, 98, GREEN",
        "2024, 12, 20, GREEN",
        "2024, 17, 98, GREEN",
        "2024, 19, 7, GREEN",
        "2024, 20, 70, GREEN",
        "2024, 24, 14, GREEN",
        "2024, 25, 14, GREEN",
        "2024, 29, 20, GREEN",
        "2024, 6, 4500, NOT_A_TARGET_MEASURE",
    })
    void theRuleGivesTheRatingThatTheCouncilPrinted(String index, String number, String value, Rating printed) {
        assertThat(rate(index, number, value)).isEqualTo(printed);
    }

    @Test
    void everyPrintedRatingThatRecomputesComesOutAsPrinted() throws Exception {
        Path file = Path.of("../../shared/tables/001-rag-recompute.csv");
        Path shared = Files.exists(file) ? file : Path.of("../../../shared/tables/001-rag-recompute.csv");
        assumeThat(shared)
                .as("skipped: the council's table is not beside the checkout")
                .exists();
        int compared = 0;
        String text = Files.readString(shared).lines().skip(1).collect(java.util.stream.Collectors.joining("\n"));
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord line : lines) {
                if (line.getField("rag_by_rule").equals("GREEN")
                        && line.getField("comment").startsWith("agrees")) {
                    String value = line.getField("latest_value").replaceAll("^([0-9.]+).*$", "$1");
                    assertThat(rate("2024", line.getField("no"), value))
                            .as(line.getField("no") + " " + line.getField("indicator"))
                            .hasToString(line.getField("rag_published"));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(15);
    }

    @Test
    void bothStandardIndexesComeBackFromCsvAsTheyWere() {
        for (String year : new String[] {"2024", "2020"}) {
            IndexDefinition index = IndexDefinition.standard(year);

            assertThat(IndexDefinition.parse(index.id(), index.title(), index.toCsv(), "index.csv"))
                    .isEqualTo(index);
        }
    }

    @Test
    void anIndexWithBadLinesSaysWhichAndWhy() {
        String csv = """
            section,number,name,measure,polarity,aim,limit,tolerance,printed,note,own-year
            A,1,One,referrals,high,95%,83,5,95-83%,,
            A,2,Two,referrals,upward,,,,,,
            A,3,Three,referrals,,,,,,,
            A,3,Three again,referrals,,,,,,,
            """;

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> IndexDefinition.parse("x", "X", csv, "x.csv"))
                .hasMessageContaining("x.csv, line 2: '95%' in the column aim is no number.")
                .hasMessageContaining("x.csv, line 3: 'upward' is no polarity.")
                .hasMessageContaining("x.csv, line 5: the number '3' stands here a second time.");
    }
}
