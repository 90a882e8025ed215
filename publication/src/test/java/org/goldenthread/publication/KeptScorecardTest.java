package org.goldenthread.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.goldenthread.measures.scorecard.KeptScorecard;
import org.goldenthread.measures.scorecard.Scorecard;
import org.junit.jupiter.api.Test;

class KeptScorecardTest {

    @Test
    void a_scorecard_comes_back_from_its_text_as_it_was() {
        for (Scorecard scorecard : new Scorecard[] {SampleScorecards.partOne(), SampleScorecards.partTwo()}) {
            assertThat(KeptScorecard.fromJson(KeptScorecard.toJson(scorecard))).isEqualTo(scorecard);
        }
    }

    @Test
    void other_text_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> KeptScorecard.fromJson("[1]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("backup");
    }
}
