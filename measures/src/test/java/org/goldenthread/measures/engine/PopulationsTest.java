package org.goldenthread.measures.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PopulationsTest {

    private static Map<String, Object> band(int year, int from, int to, int persons) {
        return Map.of(
                "la_code",
                "399",
                "mid_year",
                year,
                "age_from",
                from,
                "age_to",
                to,
                "population",
                persons,
                "population_source",
                "ONS");
    }

    @Test
    void theEstimateIsThatOfTheJuneInTheFinancialYearOrTheLatestBefore() {
        Populations populations = Populations.of(List.of(band(2021, 0, 17, 74_000), band(2022, 0, 17, 75_000)), "399");

        // The year to 31 March 2022 takes mid-2021, as the DfE does.
        assertThat(populations.find("0-17", LocalDate.of(2022, 3, 31)).persons())
                .isEqualByComparingTo("74000");
        assertThat(populations.find("0-17", LocalDate.of(2022, 4, 1)).persons()).isEqualByComparingTo("75000");
        assertThat(populations.find("0-17", LocalDate.of(2024, 3, 31)).note())
                .isEqualTo("Population aged 0 to 17: mid-2022 estimate, ONS.");
        assertThat(populations.find("0-17", LocalDate.of(2021, 3, 31)).note())
                .isEqualTo("Needs an estimate of the population aged 0 to 17 for mid-2020 or before.");
    }

    @Test
    void bandsOfAgesThatFitTogetherMakeTheAgesAskedFor() {
        Populations populations = Populations.of(
                List.of(band(2022, 0, 9, 40_000), band(2022, 10, 15, 20_000), band(2022, 16, 17, 7_000)), "399");

        // 20,000 + 7,000
        assertThat(populations.find("10-17", LocalDate.of(2023, 3, 31)).persons())
                .isEqualByComparingTo("27000");
        assertThat(populations.find("5-17", LocalDate.of(2023, 3, 31)).persons())
                .isNull();
    }

    @Test
    void aCouncilThatLoadedNoneTakesThePublishedEstimateOfItsChildren() {
        assertThat(Populations.of(List.of(), "305")
                        .find("0-17", LocalDate.of(2024, 3, 31))
                        .note())
                .isEqualTo("Population aged 0 to 17: mid-2023 estimate, ONS.");
        assertThat(Populations.of(List.of(), "399")
                        .find("0-17", LocalDate.of(2024, 3, 31))
                        .persons())
                .isNull();
    }
}
