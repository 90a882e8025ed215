package org.goldenthread.core.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CareProceedingsClockTest {

    /** Section 32(1)(a): 26 weeks beginning with the day of issue, so that day is the first of 182. */
    @Test
    void theTwentySixWeeksBeginWithTheDayOfIssue() {
        assertThat(StatutoryClocks.standard().dueDate("care-proceedings", LocalDate.of(2024, 1, 1)))
                .isEqualTo("2024-06-30");
    }
}
