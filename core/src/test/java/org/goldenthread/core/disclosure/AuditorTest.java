package org.goldenthread.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.goldenthread.core.disclosure.Facts.Fact;
import org.junit.jupiter.api.Test;

class AuditorTest {

    private static final DisclosureRules RULES = DisclosureRules.standard();

    private final Facts facts = new Facts();

    @Test
    void oneHiddenMonthBesideItsTotalIsTold() {
        Sum april = facts.unknown(0, Facts.MOST, 3);
        Sum may = facts.unknown(0, Facts.MOST, 50);
        facts.is(may, 50);
        facts.is(april.plus(may), 53);

        assertThat(audit(secret("April", april))).singleElement().satisfies(told -> {
            assertThat(told.cell()).isEqualTo("April");
            assertThat(told.message()).contains("April").doesNotContain("3");
        });
    }

    @Test
    void twoHiddenMonthsOfWhichOneIsSmallCouldBeTheOtherWayRound() {
        // 3 + 50 = 53, and so do 50 + 3.
        Sum april = facts.unknown(0, Facts.MOST, 3);
        Sum may = facts.unknown(0, Facts.MOST, 50);
        facts.is(april.plus(may), 53);
        facts.oneOf(List.of(small(april), small(may)));

        assertThat(audit(secret("April", april), secret("May", may))).isEmpty();
    }

    @Test
    void twoHiddenMonthsThatAddUpToASmallNumberAreToldTooNearly() {
        // 3 + 0 = 3: each is from 0 to 3.
        Sum april = facts.unknown(0, Facts.MOST, 3);
        Sum may = facts.unknown(0, Facts.MOST, 0);
        facts.is(april.plus(may), 3);
        facts.oneOf(List.of(small(april), small(may)));

        assertThat(audit(secret("April", april))).hasSize(1);
    }

    @Test
    void aHiddenMonthWhoseFellowCannotBeSmallIsToldByTheHidingItself() {
        Sum april = facts.unknown(0, Facts.MOST, 3);
        Sum may = facts.unknown(40, Facts.MOST, 50);
        facts.oneOf(List.of(small(april), small(may)));

        assertThat(audit(secret("April", april))).hasSize(1);
    }

    @Test
    void aRoundedPercentageOutOfAKnownNumberTellsASmallPartOfIt() {
        // 99% of 238 is from 234.43 to 236.81: 235 or 236, so that 2 or 3 are left.
        Sum with = facts.unknown(0, Facts.MOST, 236);
        Sum all = facts.unknown(1, Facts.MOST, 238);
        facts.atMost(with, all);
        facts.ratioShown(with, all, 99, 100);
        Secret without = new Secret("without", all.minus(with), true, 0);
        assertThat(Auditor.audit(facts, List.of(without), RULES))
                .as("out of an unknown number")
                .isEmpty();

        facts.is(all, 238);
        assertThat(Auditor.audit(facts, List.of(without), RULES))
                .as("out of 238")
                .hasSize(1);
    }

    @Test
    void roundingIsHalfUpAsThePapersRound() {
        // 1 of 200 is 0.5%, shown as 1%; 1 of 201 is 0.4975%, shown as 0%.
        Sum part = facts.unknown(0, Facts.MOST, 1);
        Sum whole = facts.unknown(1, Facts.MOST, 200);
        facts.ratioShown(part, whole, 1, 100);

        assertThat(facts.fits(new long[] {1, 200})).isTrue();
        assertThat(facts.fits(new long[] {1, 201})).isFalse();
    }

    private List<Exposure> audit(Secret... secrets) {
        return Auditor.audit(facts, List.of(secrets), RULES);
    }

    private static Secret secret(String cell, Sum sum) {
        return new Secret(cell, sum, true, 6);
    }

    private static Fact small(Sum sum) {
        return new Fact(sum, 1, 5);
    }
}
