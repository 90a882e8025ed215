package org.goldenthread.returns.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.ssda903.Ssda903Field;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules run over more children than one thread takes at once, by a few rules that are easily worked by hand. */
class RuleRunTest {
    private static final int CHILDREN = 1500;

    /** The first rule finds nobody, the second every child twice, the third fails on one, the fourth finds the return, the last nobody. */
    private static final List<String> CODES = List.of("none", "all", "fails", "whole", "nobody");

    @Test
    void faultsComeByRuleAndRowWhicheverThreadFoundThem() {
        List<Row> children = new ArrayList<>();
        for (int number = CHILDREN; number > 0; number--) {
            children.add(row(number));
        }
        Outcome outcome = RuleRun.over(children, new Few(), Map.of("absent", "it needs a list, which was not given"));

        assertThat(outcome.run()).containsExactly("none", "all", "whole", "nobody");
        assertThat(outcome.notRun()).containsOnlyKeys("absent", "fails");
        assertThat(outcome.notRun().get("fails")).contains("IllegalStateException");
        List<String> told = new ArrayList<>();
        for (int number = 1; number <= CHILDREN; number++) {
            told.add("all " + number);
            told.add("all " + number);
        }
        for (int number = 1; number <= CHILDREN; number++) {
            if (number != 700) {
                told.add("fails " + number);
            }
        }
        told.add("whole " + CHILDREN);
        assertThat(outcome.hits())
                .extracting(hit -> hit.rule() + " " + hit.row().number())
                .isEqualTo(told);
    }

    @Test
    void oneChildAloneIsToldLikeMany() {
        RuleRun<Row> run = new RuleRun<>(CODES, new AsRows());
        new Few().each(List.of(row(3)), run);

        assertThat(run.outcome(Map.of()).hits()).extracting(Hit::rule).containsExactly("all", "all", "fails");
    }

    @Test
    void aCodeThatStandsForTwoRulesIsRefused() {
        assertThatThrownBy(() -> new RuleRun<>(List.of("101", "102", "101"), new AsRows()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Row row(int number) {
        @Nullable String[] texts = new @Nullable String[Ssda903Table.REVIEWS.fields().size()];
        texts[0] = "C" + number;
        return new Row(Ssda903Table.REVIEWS, number, texts);
    }

    private static final class Few implements RuleRun.Rules<Row, Row> {
        @Override
        public RuleRun<Row> begin() {
            return new RuleRun<>(CODES, new AsRows());
        }

        @Override
        public void each(List<Row> some, RuleRun<Row> run) {
            run.attemptEach(some, rule -> switch (rule) {
                case 1 ->
                    child -> {
                        run.add(rule, child);
                        run.add(rule, child);
                    };
                case 2 ->
                    child -> {
                        if (child.number() == 700) {
                            throw new IllegalStateException("a fault of the rule");
                        }
                        run.add(rule, child);
                    };
                case 3 -> null;
                default -> child -> {};
            });
        }

        @Override
        public void whole(List<Row> all, RuleRun<Row> run) {
            run.attemptWhole(all, rule -> rule == 3 ? rows -> run.add(rule, rows.getFirst()) : null);
        }
    }

    private static final class AsRows implements RuleRun.Telling<Row> {
        @Override
        public Row row(Row found) {
            return found;
        }

        @Override
        public Hit hit(int rule, Row found) {
            return new Hit(CODES.get(rule), found, found.textOrEmpty(Ssda903Field.CHILD), List.of());
        }
    }
}
