package org.goldenthread.returns.check.cin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Outcome;
import org.goldenthread.returns.check.Row;
import org.junit.jupiter.api.Test;

class CinCheckerTest {
    private static final String TWO_CHILDREN = "<Message><Header><CollectionDetails><Year>2025</Year>"
            + "<ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails></Header><Children>"
            + "<Child><ChildIdentifiers><LAchildID>A</LAchildID><Sex>x</Sex></ChildIdentifiers></Child>"
            + "<Child><ChildIdentifiers><LAchildID>B</LAchildID><Sex>M</Sex></ChildIdentifiers></Child>"
            + "</Children></Message>";

    @Test
    void aRuleThatFailsOnAChildIsToldAndTheOthersRunOn() throws IOException {
        CinRule.ChildCheck failing = (child, facts, report) -> {
            throw new IllegalStateException("a fault of the program");
        };
        CinRule broken = new CinRule("0", 2023, 2025, Kind.ERROR, "Nothing.", CinTable.HEADER, Map.of(), failing);
        CensusReturn census = read();

        Outcome outcome = new CinChecker(census.facts(), List.of(broken, rule("4180"))).check(census.children());

        assertThat(outcome.notRun()).containsOnlyKeys("0");
        assertThat(outcome.run()).containsExactly("4180");
        assertThat(outcome.hits()).hasSize(1);
    }

    @Test
    void aHitNamesRuleModuleRecordChildAndFields() throws IOException {
        CensusReturn census = read();

        Hit hit = new CinChecker(census.facts(), List.of(rule("4180")))
                .check(census.children())
                .hits()
                .getFirst();

        assertThat(hit.rule()).isEqualTo("4180");
        assertThat(hit.row().table()).isEqualTo(CinTable.CHILD_IDENTIFIERS);
        assertThat(hit.row().number()).isEqualTo(1);
        assertThat(hit.child()).isEqualTo("A");
        assertThat(hit.fields()).containsExactly(CinField.Sex);
    }

    @Test
    void aCorrectedChildIsCheckedAgainAlone() throws IOException {
        CensusReturn census = read();
        CensusChild child = census.children().getFirst();
        CinChecker checker = new CinChecker(census.facts(), List.of(rule("4180")));
        Row identifiers = child.identifiers();

        assertThat(checker.recheck(child).hits()).hasSize(1);
        identifiers.derive(CinField.Sex, "F");
        assertThat(checker.recheck(child).hits()).isEmpty();
    }

    private static CinRule rule(String code) {
        return CinRules.list(2025).stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static CensusReturn read() throws IOException {
        return CensusReturn.read(new ByteArrayInputStream(TWO_CHILDREN.getBytes(StandardCharsets.UTF_8)), 2025);
    }
}
