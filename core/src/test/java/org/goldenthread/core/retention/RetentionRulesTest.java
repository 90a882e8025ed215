package org.goldenthread.core.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.core.retention.RetentionRules.Retention;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionRulesTest {

    private static final LocalDate BORN = LocalDate.of(2013, 5, 14);
    private static final LocalDate LAST_ENTRY = LocalDate.of(2024, 9, 30);

    @Test
    void theRuleThatKeepsItLongestCounts() {
        assertThat(of(BORN, null, null, false, false, false)).isEqualTo("last-entry 2030-09-30");
        assertThat(of(BORN, null, null, false, false, true)).isEqualTo("child-protection 2038-05-14");
        // A plan that ended at 17 does not make a record of it shorter than six years after the last entry.
        assertThat(of(LocalDate.of(2006, 12, 1), null, null, false, false, true))
                .isEqualTo("child-protection 2031-12-01");
        assertThat(of(LocalDate.of(2005, 1, 1), null, null, false, false, true)).isEqualTo("last-entry 2030-09-30");
        assertThat(of(BORN, null, null, true, false, true)).isEqualTo("looked-after 2088-05-14");
        assertThat(of(BORN, null, null, true, true, true)).endsWith(" 2088-05-14");
        assertThat(of(BORN, null, LocalDate.of(2016, 2, 3), true, false, true)).isEqualTo("adoption 2116-02-03");
    }

    @Test
    void whoDiedBeforeEighteenIsKeptFifteenYearsFromTheDeath() {
        assertThat(of(BORN, LocalDate.of(2031, 5, 13), null, true, false, false))
                .isEqualTo("looked-after 2046-05-13");
        // On the eighteenth birthday one is no child any more.
        assertThat(of(BORN, LocalDate.of(2031, 5, 14), null, true, false, false))
                .isEqualTo("looked-after 2088-05-14");
        // The council's own rules do not shorten for a death.
        assertThat(of(BORN, LocalDate.of(2024, 9, 30), null, true, false, true)).isEqualTo("looked-after 2039-09-30");
        assertThat(of(BORN, LocalDate.of(2020, 1, 1), null, true, false, true))
                .isEqualTo("child-protection 2038-05-14");
    }

    @Test
    void anAnniversaryOfLeapDayIsTheFirstOfMarchInACommonYear() {
        assertThat(of(LocalDate.of(2012, 2, 29), null, null, true, false, false))
                .isEqualTo("looked-after 2087-03-01");
        assertThat(of(LocalDate.of(2012, 2, 29), null, LocalDate.of(2024, 2, 29), true, false, false))
                .isEqualTo("adoption 2124-02-29");
    }

    @Test
    void whatCannotBeToldIsKept() {
        Retention retention =
                RetentionRules.standard().of(new Kept(null, null, null, true, false, false, LAST_ENTRY), Map.of());
        assertThat(retention.until()).isEmpty();
        assertThat(retention.rule().id()).isEqualTo("looked-after");
        assertThat(retention.isOver(LocalDate.of(2999, 1, 1))).isFalse();
    }

    @Test
    void aCouncilSetsItsOwnYearsAndNotTheLaws() {
        Map<String, Integer> local = Map.of("last-entry", 10, "child-protection", 35, "looked-after", 1);
        RetentionRules rules = RetentionRules.standard();
        assertThat(rules.of(new Kept(BORN, null, null, false, false, false, LAST_ENTRY), local)
                        .until())
                .contains(LocalDate.of(2034, 9, 30));
        assertThat(rules.of(new Kept(BORN, null, null, false, false, true, LAST_ENTRY), local)
                        .until())
                .contains(LocalDate.of(2048, 5, 14));
        assertThat(rules.of(new Kept(BORN, null, null, true, false, true, LAST_ENTRY), local)
                        .until())
                .contains(LocalDate.of(2088, 5, 14));
    }

    @Test
    void itMayBeDestroyedFromTheDayAfter() {
        Retention retention =
                RetentionRules.standard().of(new Kept(BORN, null, null, true, false, false, LAST_ENTRY), Map.of());
        assertThat(retention.until()).isEqualTo(Optional.of(LocalDate.of(2088, 5, 14)));
        assertThat(retention.isOver(LocalDate.of(2088, 5, 14))).isFalse();
        assertThat(retention.isOver(LocalDate.of(2088, 5, 15))).isTrue();
    }

    private static String of(
            LocalDate born,
            @Nullable LocalDate died,
            @Nullable LocalDate adopted,
            boolean lookedAfter,
            boolean careLeaver,
            boolean protection) {
        Retention retention = RetentionRules.standard()
                .of(new Kept(born, died, adopted, lookedAfter, careLeaver, protection, LAST_ENTRY), Map.of());
        return retention.rule().id() + " " + retention.until().orElseThrow();
    }
}
