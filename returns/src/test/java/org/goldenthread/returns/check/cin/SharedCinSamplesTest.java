package org.goldenthread.returns.check.cin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.goldenthread.returns.SharedFolder;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Outcome;
import org.junit.jupiter.api.Test;

class SharedCinSamplesTest {
    @Test
    void everyRuleOfEveryYearRunsToTheEndOnEverySample() throws IOException {
        for (Path sample : samples()) {
            for (int year = 2023; year <= 2027; year++) {
                CensusReturn census = CensusReturn.read(sample, year);
                List<CinRule> rules = CinRules.list(year);
                Outcome outcome = new CinChecker(census.facts(), rules).check(census.children());

                assertThat(outcome.notRun()).as("%s %s", sample, year).isEmpty();
                assertThat(outcome.run()).as("%s %s", sample, year).hasSize(rules.size());
                assertThat(outcome.hits()).as("%s %s", sample, year).isNotEmpty();
            }
        }
    }

    @Test
    void aChildCheckedAloneHasTheFaultsItHasAmongAllButThoseOfTheWhole() throws IOException {
        CensusReturn census = CensusReturn.read(SharedFolder.file("data/cin/sample-returns/fake_CIN_data.xml"), 2023);
        List<CinRule> rules = CinRules.list(2023).stream()
                .filter(rule -> rule.check() instanceof CinRule.ChildCheck)
                .toList();
        CinChecker checker = new CinChecker(census.facts(), rules);
        List<Hit> together = checker.check(census.children()).hits();
        List<Hit> alone = census.children().stream()
                .flatMap(child -> checker.recheck(child).hits().stream())
                .toList();

        assertThat(together).hasSizeGreaterThan(1000).containsExactlyInAnyOrderElementsOf(alone);
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SharedFolder.file("data/cin/sample-returns"))) {
            return files.sorted().toList();
        }
    }
}
