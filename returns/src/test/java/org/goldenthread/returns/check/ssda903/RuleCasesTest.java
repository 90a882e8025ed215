package org.goldenthread.returns.check.ssda903;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.goldenthread.returns.check.CaseResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases in every shape that they may come in. */
class RuleCasesTest {
    @TempDir
    private Path folder;

    private String run(String code, String ruleset, String each) throws IOException {
        Path file = folder.resolve("cases.json");
        Files.writeString(
                file,
                "[{'code': '%s', 'ruleset': '%s', 'cases': [%s]}]"
                        .replace('\'', '"')
                        .formatted(code, ruleset, each.replace('\'', '"')));
        List<CaseResult> results = RuleCases.run(file, Ssda903Rules.listAll());
        assertThat(results).hasSize(1);
        return results.getFirst().difference();
    }

    @Test
    void identifiersDatesAndBlanksMayBeWrittenInManyWays() throws IOException {
        String difference = run("352", "2022_23", """
                {'input': {'tables': {
                  'episodes': {'index': ['a', 'b', 2.0, 'd'], 'columns': ['CHILD', 'RNE', 'DECOM', 'NOTE'], 'rows': [
                    [1, 'S', {'date': '2020-01-01'}, 'x'], [2.0, 'S', {'date': '2020-01-01 00:00:00'}, true],
                    ['3', 'S', NaN, []], [4]]},
                  'Header': {'columns': ['CHILD', 'DOB'], 'rows': [
                    ['1', '01/01/2002'], ['2', {'timestamp': '2002-01-01T00:00:00'}], [3, {}], [4, null]]}},
                  'metadata': {'collection_start': {'date': '2019-04-01'}}},
                 'expected': {'Episodes': ['a', 'b']}}""");
        assertThat(difference).isEmpty();
    }

    @Test
    void aRuleWhoseTableIsNotThereReportsNothing() throws IOException {
        String without =
                "{'input': {'tables': {'Episodes': {'index': [], 'columns': [], 'rows': []}}}, 'expected': %s}";
        assertThat(run("352", "2022_23", without.formatted("{}"))).isEmpty();
        assertThat(run("352", "2022_23", without.formatted("null"))).isEmpty();
        assertThat(run("352", "2022_23", without.formatted("{'Episodes': []}"))).isEmpty();
        assertThat(run("352", "2022_23", without.formatted("{'Episodes': [0]}")))
                .startsWith("not run: ");
    }

    @Test
    void aCaseThatCannotBeReadIsToldAndNoneIsLost() throws IOException {
        assertThat(run("352", "2022_23", "{'input': {'tables': {'Letters': {}}}, 'expected': {}}"))
                .contains("a table 'Letters'");
        assertThat(run("352", "2022_23", "{}")).contains("could not be run");
        assertThat(run("99999", "2022_23", "{}")).isEqualTo("there is no such rule in that year");
    }

    @Test
    void aFlagThatTheCaseLeavesBlankIsNotWorkedOutOnceMore() throws IOException {
        // In a return of files a row of the table would make the flag 1, and the rule would find nothing.
        assertThat(run("205A", "2022_23", """
                {'input': {'metadata': {'collection_start': '01/04/2022', 'collection_end': '31/03/2023'}, 'tables': {
                  'UASC': {'index': [0], 'columns': ['CHILD', 'DUC'], 'rows': [['1', '01/05/2022']]},
                  'UASC_last': {'index': [0], 'columns': ['CHILD', 'DUC'], 'rows': [['1', '01/05/2021']]},
                  'Header': {'index': [7], 'columns': ['CHILD', 'UASC'], 'rows': [['1', null]]},
                  'Header_last': {'index': [0], 'columns': ['CHILD', 'UASC'], 'rows': [['1', 1]]}}},
                 'expected': {'UASC': [0], 'Header': [7]}}""")).isEmpty();
    }

    @Test
    void ofstedsListMayStandBesideTheTables() throws IOException {
        String listed = """
                {'input': {'metadata': {'localAuthority': 'E09000099', 'provider_info': {
                   'index': [0, 1], 'columns': ['URN', 'PLACE_CODES', 'PROVIDER_CODES', 'REG_END', 'POSTCODE', 'LA_CODE_INFERRED'],
                   'rows': [[100, 'K1, K2', 'PR1', {'date': '2022-06-01'}, 'AB1 2CD', 'E09000099'], ['SC2', 'R3', 'PR2,PR4', null, null, null]]}},
                  'tables': {'Episodes': {'index': [0, 1, 2, 3],
                   'columns': ['URN', 'PLACE', 'PLACE_PROVIDER', 'DECOM', 'DEC', 'PL_POST', 'LS'], 'rows': [
                    ['100', 'K2', 'PR1', '01/05/2022', '01/06/2022', 'ab12cd', 'C2'],
                    ['100', 'U1', 'PR2', '01/06/2022', null, 'AB1 2CE', 'C2'],
                    ['sc2', 'R3', 'PR1', '01/06/2022', null, 'AB1 2CE', 'C2'],
                    ['XXXXXXX', 'R3', 'PR9', '01/06/2022', null, 'AB1 2CE', 'C2']]}}},
                 'expected': {'Episodes': %s}}""";
        assertThat(run("219", "2022_23", listed.formatted("[1]"))).isEmpty();
        assertThat(run("221", "2022_23", listed.formatted("[2]"))).isEmpty();
        assertThat(run("224", "2022_23", listed.formatted("[1, 2]"))).isEmpty();
        assertThat(run("227", "2022_23", listed.formatted("[1]"))).isEmpty();
        assertThat(run("228", "2022_23", listed.formatted("[1]"))).isEmpty();
        assertThat(run("229", "2022_23", listed.formatted("[1, 2]"))).isEmpty();
        assertThat(run("1008", "2022_23", listed.replace("'100'", "'101'").formatted("[0, 1]")))
                .isEmpty();
    }

    /** Returns are read in upper case; cases are taken as they stand. */
    @Test
    void pupilNumbersThatDifferInCaseAloneAreTheSame() throws IOException {
        assertThat(run("208", "2022_23", """
                {'input': {'tables': {
                  'Header': {'index': [0, 1, 2, 3], 'columns': ['CHILD', 'UPN'], 'rows': [
                    ['1', 'a123456789012'], ['2', 'un2'], ['3', 'b123456789012'], ['4', 'UN3']]},
                  'Header_last': {'index': [0, 1, 2, 3], 'columns': ['CHILD', 'UPN'], 'rows': [
                    ['1', 'A123456789012'], ['2', 'UN1'], ['3', 'A123456789012'], ['4', 'un2']]}}},
                 'expected': {'Header': [2, 3]}}""")).isEmpty();
    }
}
