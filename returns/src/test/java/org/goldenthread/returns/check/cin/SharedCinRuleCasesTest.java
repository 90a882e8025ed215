package org.goldenthread.returns.check.cin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.goldenthread.returns.SharedFolder;
import org.goldenthread.returns.check.CaseResult;
import org.junit.jupiter.api.Test;

class SharedCinRuleCasesTest {
    @Test
    void everyRuleReportsWhatTheSharedCasesExpect() {
        List<CaseResult> results = CinRuleCases.run(SharedFolder.file("data/cin/rule-cases.json"), CinRules.listAll());

        assertThat(results).hasSize(59);
        assertThat(results.stream().filter(result -> !result.agrees()).toList()).isEmpty();
    }
}
