package org.goldenthread.returns.check.cin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.goldenthread.returns.check.CaseResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases of the census in every shape that they may come in. */
class CinRuleCasesTest {
    @TempDir
    private Path folder;

    private String run(String code, String each) throws IOException {
        Path file = folder.resolve("cases.json");
        Files.writeString(
                file,
                "[{'code': '%s', 'ruleset': '2024_25', 'cases': [%s]}]"
                        .formatted(code, each)
                        .replace('\'', '"'));
        List<CaseResult> results = CinRuleCases.run(file, CinRules.listAll());
        assertThat(results).hasSize(1);
        return results.getFirst().difference();
    }

    @Test
    void identifiersDatesAndLabelsMayBeWrittenInManyWays() throws IOException {
        assertThat(run("8608", """
                {'input': {'tables': {'assessments': {'index': [4, 5, 6, 7], 'columns':
                   ['LAchildID', 'AssessmentActualStartDate', 'AssessmentAuthorisationDate', 'Note'], 'rows': [
                    [1, {'date': '2024-05-02'}, '1/5/2024', true], [1.0, {'datetime': '2024-05-02T00:00:00'}, '2024-05-01', []],
                    ['1', NaN, {'date': null}], ['2']]}}},
                 'expected': {'type1': {'table': 'Assessments',
                   'columns': ['AssessmentActualStartDate', 'AssessmentAuthorisationDate'], 'groups': [[['1'], [4.0, 5]]]}}}""")).isEmpty();
    }

    @Test
    void aTableWithoutTheReferralsNumberBelongsToTheChildsOneReferral() throws IOException {
        assertThat(run("1105", """
                {'input': {'tables': {
                  'ChildProtectionPlans': {'index': [0, 1], 'columns': ['LAchildID', 'CPPstartDate'], 'rows': [
                    ['1', {'date': '2024-05-01'}], ['2', {'date': '2024-05-01'}]]},
                  'CINdetails': {'index': [0, 1, 2], 'columns': ['LAchildID', 'CINdetailsID', 'CINreferralDate'], 'rows': [
                    ['1', 'C1', {'date': '2024-05-02'}], ['2', 'C1', {'date': '2024-05-02'}], ['2', 'C2', {'date': '2024-05-02'}]]}}},
                 'expected': {'type2': [
                  {'table': 'ChildProtectionPlans', 'columns': ['CPPstartDate'], 'groups': [[['1'], [0]]]},
                  {'table': 'CINdetails', 'columns': ['CINreferralDate'], 'groups': [[['1'], [0]]]}]}}""")).isEmpty();
    }

    @Test
    void factorsMayBeAListInTheirCell() throws IOException {
        assertThat(run("8869", """
                {'input': {'tables': {'Assessments': {'index': [0, 1, 2], 'columns': ['LAchildID', 'AssessmentFactors'], 'rows': [
                  ['1', ['21', '1A']], ['1', ['21']], ['1', null]]}}},
                 'expected': {'issues': [['Assessments', 'AssessmentFactors', 0]]}}""")).isEmpty();
    }

    @Test
    void factorsMayStandInATableOfTheirOwn() throws IOException {
        String listed = """
                {'input': {'tables': {
                  'Assessments': {'index': [0, 1, 2], 'columns': ['LAchildID', 'CINdetailsID', 'AssessmentID', 'AssessmentAuthorisationDate'],
                   'rows': [['1', 'C1', '1', '1/5/2024'], ['1', 'C1', '2', '1/5/2024'], ['1', 'C2', '1', '1/5/2024']]},
                  'AssessmentFactorsList': {'index': [0, 1, 2, 3], 'columns': ['LAchildID', 'CINdetailsID', 'AssessmentID', 'AssessmentFactors'],
                   'rows': [['1', 'C1', '1', '1A'], ['1', 'C1', '1', '1A'], ['1', 'C2', '1', 'XX'], ['1', 'C2', '1', null]]}}},
                 'expected': {'issues': %s}}""";
        assertThat(run("8898", listed.formatted("[['Assessments', 'AssessmentFactors', 0]]")))
                .isEmpty();
        assertThat(run("8897Q", listed.formatted("""
                [['Assessments', 'AssessmentFactors', 1], ['Assessments', 'AssessmentFactors', 2],
                 ['Assessments', 'AssessmentAuthorisationDate', 1], ['Assessments', 'AssessmentAuthorisationDate', 2]]"""))).isEmpty();
    }

    @Test
    void factorsMayBeGivenOneByOne() throws IOException {
        String each = """
                {'input': {'tables': {'Assessments': {'index': [0, 1, 2, 3],
                  'columns': ['LAchildID', 'CINdetailsID', 'AssessmentAuthorisationDate', 'AssessmentFactors'], 'rows': [
                  ['1', 'C1', '1/5/2024', '21'], ['1', 'C1', '1/5/2024', '1A'], ['1', 'C1', '2/5/2024', '21'], ['1', 'C2', '1/5/2024', '1A']]}}},
                 'expected': {'issues': [['Assessments', 'AssessmentFactors', 0], ['Assessments', 'AssessmentFactors', 1]]}}""";
        assertThat(run("8869", each)).isEmpty();
        assertThat(run("8898", each.replace("'21'", "'1A'"))).isEmpty();
    }

    @Test
    void aRecordWhoseFellowIsNotInTheCaseIsNotJudgedByIt() throws IOException {
        assertThat(run("8873Q", """
                {'input': {'tables': {
                  'Assessments': {'index': [0, 1], 'columns': ['LAchildID', 'CINdetailsID', 'AssessmentFactors'], 'rows': [
                    ['1', 'C1', '21'], ['1', 'C2', '21']]},
                  'CINdetails': {'index': [0], 'columns': ['LAchildID', 'CINdetailsID', 'ReasonForClosure'], 'rows': [['1', 'C1', 'RC1']]}}},
                 'expected': {'issues': [['Assessments', 'AssessmentFactors', 0], ['CINdetails', 'ReasonForClosure', 0]]}}""")).isEmpty();
        assertThat(run("8585Q", """
                {'input': {'tables': {
                  'ChildIdentifiers': {'index': [0], 'columns': ['LAchildID', 'PersonDeathDate'], 'rows': [['1', null]]},
                  'CINdetails': {'index': [0, 1], 'columns': ['LAchildID', 'ReasonForClosure'], 'rows': [['1', 'RC2'], ['2', 'RC2']]}}},
                 'expected': {'issues': [['ChildIdentifiers', 'PersonDeathDate', 0], ['CINdetails', 'ReasonForClosure', 0]]}}""")).isEmpty();
    }

    @Test
    void aCaseThatCannotBeReadIsTold() throws IOException {
        assertThat(run("8608", "{'input': {'tables': {'Letters': {}}}, 'expected': {}}"))
                .contains("a table 'Letters'");
        assertThat(run("8608", "{}")).contains("could not be run");
        assertThat(run("8608", "{'input': {'tables': {}}, 'expected': {}}")).isEmpty();
    }
}
