package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where returns do not agree about a child, the council is told in which file and line, and of nothing that names the child. */
class DisagreementsTest {
    // Figures 2 to 13 times their places: 3x2 + 9x3 + 9x4 + 1x13 = 82, and 82 = 3 x 23 + 13. The letter with number 13
    // is P.
    private static final String RIGHT_NUMBER = "P399000000001";
    private static final String WRONG_LETTER = "A399000000001";

    @TempDir
    private Path folder;

    private Council council;

    @BeforeEach
    void council() {
        council = new Council(folder)
                .lookedAfter(
                        "2024", "header.csv", Council.HEADER + "KIDD-101,1,07/05/2010,WBRI," + RIGHT_NUMBER + ",0,\n")
                .lookedAfter("2024", "episodes.csv", Council.EPISODES + "KIDD-101,03/04/2023,S,V2,N1,U6,PR1,,,,,,\n");
    }

    @Test
    void aChildWhomTheHeaderDoesNotHaveIsReportedOnceInEachTable() {
        council.lookedAfter(
                        "2024",
                        "missing.csv",
                        "CHILD,DOB,MISSING,MIS_START,MIS_END\n"
                                + "KIDD-101,07/05/2010,M,01/06/2023,02/06/2023\n"
                                + "KIDD-999,08/06/2009,M,13/04/2023,14/04/2023\n"
                                + "KIDD-999,08/06/2009,M,20/04/2023,21/04/2023\n")
                .load();

        assertThat(warningsOf("CHILD"))
                .extracting(Finding::source, Finding::line, Finding::problem, Finding::action)
                .containsExactly(tuple(
                        "ssda903-2024/missing.csv",
                        3,
                        "The child has no row that can be used in ssda903-2024/header.csv, so the return does not say who"
                                + " the child is. The row was kept.",
                        "Add the child to the header, or correct the identifier if it is of another child."));
        assertThat(council.ask("select count(*) from ssd_missing")).containsExactly("3");
    }

    @Test
    void aTableWithFewOfItsChildrenInTheHeaderIsReportedTwentyTimesAndThenSummedUp() {
        StringBuilder reviews = new StringBuilder("CHILD,DOB,REVIEW,REVIEW_CODE\n");
        for (int child = 201; child <= 223; child++) {
            reviews.append(child).append(",,28/04/2023,PN1\n");
        }
        council.lookedAfter("2024", "reviews.csv", reviews.toString()).load();

        assertThat(warningsOf("CHILD"))
                .hasSize(21)
                .extracting(Finding::problem)
                .contains("3 more rows of this file have the same trouble.");
    }

    // The children of the census begin on its third line, and each takes two lines.
    @Test
    void aPupilNumberWithAWrongCheckLetterOrAnotherFormIsReported() {
        council.census(
                        "cin.xml",
                        Censuses.of(
                                2024,
                                Censuses.child("KIDD-101", "2010-05-07", RIGHT_NUMBER),
                                Censuses.child("KIDD-102", "2011-06-08", WRONG_LETTER),
                                Censuses.child("KIDD-103", "2012-07-09", "39912")))
                .load();

        assertThat(warningsOf("UPN"))
                .extracting(Finding::source, Finding::line, Finding::problem)
                .containsExactly(
                        tuple(
                                "cin.xml",
                                5,
                                "The unique pupil number has a wrong check letter, so some figure or letter of it is"
                                        + " wrong. It was kept as it is."),
                        tuple(
                                "cin.xml",
                                7,
                                "The unique pupil number has not the form of one: a letter, eleven figures, and a figure"
                                        + " or letter. It was kept as it is."));
    }

    @Test
    void twoBirthdaysOfAChildAreReportedWithBothPlacesAndWithoutTheDays() throws IOException {
        council.lookedAfter("2024", "reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\nKIDD-101,07/06/2010,28/04/2023,PN1\n")
                .census("cin.xml", Censuses.of(2024, Censuses.child("KIDD-101", "2010-07-07", RIGHT_NUMBER)));
        council.request().unencrypted();
        council.load();

        String problem =
                "The child has another date of birth here than in ssda903-2024/header.csv, line 2, which was used.";
        assertThat(council.findings())
                .contains(
                        warning("ssda903-2024/reviews.csv", 2, "DOB", problem),
                        warning("cin.xml", 3, "PersonBirthDate", problem));
        assertThat(council.ask("select pers_dob from ssd_person")).containsExactly("2010-05-07");
        assertThat(Files.readString(council.out().resolve("findings.json")))
                .doesNotContain("2010", "KIDD-101", RIGHT_NUMBER);
    }

    @Test
    void aDateOfBirthThatCannotBeReadIsReportedAndNotQuoted() throws IOException {
        council.lookedAfter("2024", "reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\nKIDD-101,31/06/2010,28/04/2023,PN1\n")
                .load();

        assertThat(council.problems())
                .contains("ssda903-2024/reviews.csv:2 DOB: The date was left out: what stands there cannot be read.");
        assertThat(Files.readString(council.out().resolve("findings.json"))).doesNotContain("2010");
    }

    private List<Finding> warningsOf(String column) {
        return council.findings().stream()
                .filter(finding -> finding.severity() == Severity.WARNING
                        && finding.column().equals(column))
                .toList();
    }

    private static Finding warning(String source, int line, String column, String problem) {
        return new Finding(
                Severity.WARNING,
                source,
                line,
                column,
                problem,
                "Look up the child's date of birth, and correct whichever is wrong.");
    }
}
