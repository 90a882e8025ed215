package org.goldenthread.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisclosureRulesTest {

    @Test
    void rulesAreReadFromPropertiesAndWrittenAsTheyWereRead() {
        DisclosureRules rules = DisclosureRules.parse("""
                server.port=8080
                disclosure.threshold=7
                disclosure.profile=strict
                disclosure.zeros=hide
                disclosure.exempt=schools-inspected
                disclosure.always-hidden=first-time-entrants, permanent-exclusions-primary
                """);

        assertThat(rules.threshold()).isEqualTo(7);
        assertThat(rules.profile()).isEqualTo(DisclosureProfile.STRICT);
        assertThat(rules.alwaysHidden())
                .containsExactlyInAnyOrder("first-time-entrants", "permanent-exclusions-primary");
        assertThat(rules.isSmall(0)).isTrue();
        assertThat(rules.isSmall(8)).isFalse();
        assertThat(rules.largestHiddenDenominator()).isEqualTo(9);
        assertThat(DisclosureRules.of(rules.toSettings())).isEqualTo(rules);
    }

    @Test
    void whatIsNotSetIsAsTheDfeDoes() {
        DisclosureRules rules = DisclosureRules.of(Map.of());

        assertThat(rules).isEqualTo(DisclosureRules.standard());
        assertThat(rules.isSmall(0)).isFalse();
        assertThat(rules.isSmall(1)).isTrue();
        assertThat(rules.isSmall(5)).isTrue();
        assertThat(rules.isSmall(6)).isFalse();
    }

    @Test
    void aSettingThatCannotBeReadIsRefusedWithWhatToWrite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DisclosureRules.of(Map.of("disclosure.treshold", "5")))
                .withMessageContaining("treshold")
                .withMessageContaining("threshold, zeros");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DisclosureRules.of(Map.of("threshold", "five")))
                .withMessageContaining("whole number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DisclosureRules.of(Map.of("exempt", "referrals", "always-hidden", "referrals")))
                .withMessageContaining("both");
    }
}
