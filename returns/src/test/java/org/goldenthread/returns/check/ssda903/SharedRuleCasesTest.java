package org.goldenthread.returns.check.ssda903;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.goldenthread.returns.SharedFolder;
import org.goldenthread.returns.check.CaseResult;
import org.junit.jupiter.api.Test;

/** Cases that come with the department's list; where the checker departs from one, the documentation has to say why. */
class SharedRuleCasesTest {
    /** A row of the table of differences: code, ruleset, number of the case, reason. */
    private static final Pattern DIFFERENCE = Pattern.compile(
            "^\\| *`?(\\w+)`? *\\| *`?(\\d{4}_\\d{2})`? *\\| *(\\d+) *\\|[^|]*\\w[^|]*\\|", Pattern.MULTILINE);

    @Test
    void theRulesAgreeWithEverySharedCaseButThoseThatAreExplained() throws IOException {
        Path file = SharedFolder.file("data/ssda903/rule-cases.json");
        List<CaseResult> results = RuleCases.run(file, Ssda903Rules.listAll());
        Set<String> explained = DIFFERENCE
                .matcher(Files.readString(differences()))
                .results()
                .map(SharedRuleCasesTest::key)
                .collect(Collectors.toSet());

        assertThat(results).isNotEmpty();
        assertThat(results.stream().filter(result -> !result.agrees() && !explained.contains(key(result))))
                .as("Differences that docs/returns/differences.md does not explain")
                .isEmpty();
        assertThat(results.stream().filter(CaseResult::agrees).map(SharedRuleCasesTest::key))
                .as("Explained differences that are none")
                .doesNotContainAnyElementsOf(explained.isEmpty() ? Set.of("none") : explained);
    }

    private static Path differences() {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("goldenthread")) ? here : here.getParent();
        return root.resolve("docs/returns/differences.md");
    }

    private static String key(MatchResult row) {
        return row.group(1) + " " + row.group(2) + " " + row.group(3);
    }

    private static String key(CaseResult result) {
        return result.code() + " " + result.ruleset() + " " + result.number();
    }
}
