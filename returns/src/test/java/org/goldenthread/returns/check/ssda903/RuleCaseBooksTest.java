package org.goldenthread.returns.check.ssda903;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.SharedFolder;
import org.goldenthread.returns.check.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCaseBooksTest {
    /** The case books lie beside this class. */
    private static List<CaseBook.Case> books() throws URISyntaxException {
        URL here = RuleCaseBooksTest.class.getResource("RuleCaseBooksTest.class");
        assertThat(here).isNotNull();
        return CaseBook.listFolder(Path.of(here.toURI()).resolveSibling("."));
    }

    @Test
    void everyRuleReportsTheMarkedRowsOfItsCasesAndNoOthers() throws URISyntaxException {
        List<Rule> rules = Ssda903Rules.listAll();
        assertThat(books())
                .isNotEmpty()
                .extracting(each -> each.findDifference(rules))
                .filteredOn(difference -> !difference.isEmpty())
                .isEmpty();
    }

    @Test
    void everyFormOfARuleHasACaseThatFailsAndOneThatPasses() throws URISyntaxException {
        List<CaseBook.Case> books = books();
        List<String> without = new ArrayList<>();
        for (Rule rule : Ssda903Rules.listAll()) {
            List<CaseBook.Case> own =
                    books.stream().filter(each -> each.isOf(rule)).toList();
            if (own.stream().noneMatch(CaseBook.Case::hasFault)) {
                without.add(rule.code() + " from " + rule.from() + " has no case that fails");
            }
            if (own.stream().noneMatch(CaseBook.Case::hasPass)) {
                without.add(rule.code() + " from " + rule.from() + " has no case that passes");
            }
        }
        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024, 2025, 2026, 2027})
    void noRuleFailsOnTheSampleReturn(int year) {
        Ssda903Rows rows = Ssda903Rows.read(List.of(SharedFolder.file("data/ssda903/sample-return")));
        Ssda903Children children = Ssda903Children.of(
                rows, year, new Ssda903Children.Beside(rows, RuleCases.ANY_POSTCODE, null, "E09000099"));
        Outcome outcome = new Checker(children.facts(), Ssda903Rules.list(year)).check(children.list());
        assertThat(children.count()).isPositive();
        assertThat(outcome.run()).isNotEmpty();
        assertThat(outcome.notRun().values()).noneMatch(why -> why.contains("the program failed"));
    }
}
