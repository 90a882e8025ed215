package org.goldenthread.returns.check.cin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CinRuleBooksTest {
    @Test
    void everyCaseReportsWhatItsLinesSayAndNothingElse() {
        List<CinCaseBook.Case> cases = CinCaseBook.readAll();

        assertThat(cases).hasSizeGreaterThan(CinRules.listAll().size());
        assertThat(cases.stream()
                        .map(CinCaseBook.Case::difference)
                        .filter(difference -> !difference.isEmpty())
                        .toList())
                .isEmpty();
    }

    @Test
    void everyFormOfEveryRuleHasAFaultAndARecordWithoutOne() {
        List<CinCaseBook.Case> cases = CinCaseBook.readAll();
        List<String> without = new ArrayList<>();
        for (CinRule rule : CinRules.listAll()) {
            List<CinCaseBook.Case> its = cases.stream()
                    .filter(each -> each.code().equals(rule.code()) && rule.isInForce(each.year()))
                    .toList();
            boolean hasFault = its.stream().anyMatch(each -> !each.expected().isEmpty());
            boolean hasNone =
                    its.stream().anyMatch(each -> each.lines().stream().anyMatch(line -> !line.contains("!")));
            if (!hasFault || !hasNone) {
                without.add(rule.code() + " from " + rule.from());
            }
        }
        assertThat(without).isEmpty();
    }
}
