package org.goldenthread.measures.scorecard.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.PartOne;
import org.goldenthread.measures.scorecard.PartOneAudit;
import org.goldenthread.measures.scorecard.Scorecard;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AttackTest {

    private static final DisclosureRules RULES = DisclosureRules.standard();

    @Test
    void anAttackerWithALinearOptimiserLearnsNoSmallNumberOfHundredsOfMadeUpBoroughs() {
        assertNothingIsLearnt(1, 200, 1);
    }

    @Test
    @Tag("long")
    void norOfThousands() {
        assertNothingIsLearnt(1_000, 4_000, 4);
    }

    @Test
    void theSameAttackerWinsWhereOnlySmallNumbersThemselvesAreHidden() {
        int beaten = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Scorecard part2 = MadeUpBorough.scorecard(seed);
            Scorecard bare = Scorecards.hidingSmallCountsAlone(part2, RULES);
            List<String> learnt = Attacker.attack(bare, populationOf(part2), RULES.threshold(), families(seed, 1));
            beaten += learnt.isEmpty() ? 0 : 1;
            if (!learnt.isEmpty()) {
                assertThat(PartOneAudit.listExposures(bare, part2, MadeUpBorough.CATALOGUE, RULES, List.of()))
                        .as("what the attacker found, the audit finds: " + learnt)
                        .isNotEmpty();
            }
        }
        assertThat(beaten).as("boroughs of forty that the attacker beats").isGreaterThan(5);
    }

    private static void assertNothingIsLearnt(int from, int to, int familiesEach) {
        long hidden = 0;
        long all = 0;
        for (long seed = from; seed <= to; seed++) {
            Scorecard part2 = MadeUpBorough.scorecard(seed);
            Scorecard part1 = PartOne.from(part2, MadeUpBorough.CATALOGUE, RULES);
            assertThat(Attacker.attack(part1, populationOf(part2), RULES.threshold(), families(seed, familiesEach)))
                    .as("what the attacker learns of borough " + seed)
                    .isEmpty();
            assertThat(PartOneAudit.listExposures(part1, part2, MadeUpBorough.CATALOGUE, RULES, List.of()))
                    .as("what the audit finds of borough " + seed)
                    .isEmpty();
            for (Indicator row : part1.indicators()) {
                for (Figure figure : PublishedView.figures(row)) {
                    hidden += figure.state() == FigureState.SUPPRESSED ? 1 : 0;
                    all += figure.state().hasValue() || figure.state() == FigureState.SUPPRESSED ? 1 : 0;
                }
            }
        }
        // Made-up boroughs begin at 8,000 children, far smaller than any real council, so much of them is small
        // numbers.
        assertThat((double) hidden / all).as("share of cells hidden").isLessThan(0.4);
    }

    /** The families of rows to attack: each borough's turn brings the next, since one borough's rows are much like another's. */
    private static Set<MadeUpBorough.Base> families(long seed, int number) {
        List<MadeUpBorough.Base> all = List.of(
                MadeUpBorough.Base.LOOKED_AFTER,
                MadeUpBorough.Base.ON_PLANS,
                MadeUpBorough.Base.STARTED,
                MadeUpBorough.Base.AGED_16_17);
        Set<MadeUpBorough.Base> chosen = EnumSet.noneOf(MadeUpBorough.Base.class);
        for (int i = 0; i < number; i++) {
            chosen.add(all.get((int) ((seed + i) % all.size())));
        }
        return chosen;
    }

    static double populationOf(Scorecard part2) {
        return part2.indicators().stream()
                .filter(row -> row.measure().equals("children-looked-after-rate"))
                .flatMap(row -> row.earlierYears().stream())
                .mapToDouble(figure -> figure.denominator().doubleValue())
                .findFirst()
                .orElseThrow();
    }
}
