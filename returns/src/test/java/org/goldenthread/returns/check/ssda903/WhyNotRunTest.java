package org.goldenthread.returns.check.ssda903;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.goldenthread.returns.check.Need;
import org.junit.jupiter.api.Test;

/** Why a rule did not run, where it lacks several things: the first that it needs, in the order in which they are listed. */
class WhyNotRunTest {
    @Test
    void ofSeveralThingsThatAreMissingTheFirstIsTold() {
        for (int year = 2023; year <= 2027; year++) {
            List<Rule> rules = Ssda903Rules.list(year);
            Map<String, String> expected = new TreeMap<>();
            for (Rule rule : rules) {
                List<Need> lacks = new ArrayList<>();
                for (Need need : Need.values()) {
                    if (rule.needs().contains(need)) {
                        lacks.add(need);
                    }
                }
                if (!lacks.isEmpty()) {
                    expected.put(rule.code(), "it needs " + lacks.getFirst().label() + ", which was not given");
                }
            }
            Ssda903Rows all = Ssda903Rows.of(Set.of(Ssda903Table.values()), false, List.of());
            Ssda903Children children =
                    Ssda903Children.of(all, year, new Ssda903Children.Beside(null, null, null, null));

            assertThat(new Checker(children.facts(), rules)
                            .check(children.list())
                            .notRun())
                    .as("%d", year)
                    .isEqualTo(expected);
        }
    }
}
