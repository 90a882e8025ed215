package org.goldenthread.returns.check.cin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CinRulesTest {
    @Test
    void eachYearHasItsNumberOfRulesAndNoCodeTwice() {
        // 109 in 2025-26; with twelve provisional ones 121 in 2026-27.
        assertThat(List.of(count(2023), count(2024), count(2025), count(2026), count(2027)))
                .containsExactly(105, 105, 109, 109, 121);
        for (int year = 2023; year <= 2027; year++) {
            assertThat(CinRules.list(year).stream().map(CinRule::code)).doesNotHaveDuplicates();
        }
    }

    @Test
    void theRulesThatFollowADraftSayThatTheyAreProvisional() {
        assertThat(CinRules.listAll().stream().filter(rule -> rule.from() == 2027))
                .hasSize(12)
                .allSatisfy(rule -> assertThat(rule.message()).contains("Provisional"));
    }

    private static int count(int year) {
        return CinRules.list(year).size();
    }
}
