package org.goldenthread.returns.check.cin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CensusFactsTest {
    @ParameterizedTest
    @CsvSource({
        // Year, start, working day before the start, 45 and 15 working days before 31 March.
        "2023, 2022-04-01, 2022-03-31, 2023-01-27, 2023-03-10",
        "2024, 2023-04-01, 2023-03-31, 2024-01-26, 2024-03-08",
        "2025, 2024-04-01, 2024-03-28, 2025-01-27, 2025-03-10",
        "2026, 2025-04-01, 2025-03-31, 2026-01-27, 2026-03-10",
        "2027, 2026-04-01, 2026-03-31, 2027-01-25, 2027-03-08"
    })
    void theDatesOfAYearFollowFromItsReferenceDate(
            int year, LocalDate start, LocalDate before, LocalDate assessments, LocalDate conferences) {
        CensusFacts facts = CensusFacts.of(year, List.of());

        assertThat(facts.referenceDate()).isEqualTo(LocalDate.of(year, 3, 31));
        assertThat(facts.start()).isEqualTo(start);
        assertThat(facts.workingDayBeforeStart()).isEqualTo(before);
        assertThat(facts.assessmentsDueFrom()).isEqualTo(assessments);
        assertThat(facts.conferencesDueFrom()).isEqualTo(conferences);
    }
}
