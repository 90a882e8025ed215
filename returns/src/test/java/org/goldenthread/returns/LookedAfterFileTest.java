package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.goldenthread.snapshot.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What councils really send: each message says what is wrong, where, and what to do. */
class LookedAfterFileTest {
    private static final String ROW = "101,03/04/2023,S,V2,N1,U6,PR1,,,,,,\n";

    @TempDir
    private Path folder;

    private Council council;

    @BeforeEach
    void council() {
        council = new Council(folder);
    }

    @Test
    void aQuotationMarkThatIsNotClosedOnItsLineMakesNoRowOfTheLinesAfterIt() {
        // Lines 3 and 4 would be one episode, with a line break and the whole of line 4 for its last field.
        council.lookedAfter(
                        "2024",
                        "episodes.csv",
                        Council.EPISODES
                                + ROW
                                + "102,01/02/2024,S,V2,N1,U6,PR1,,,,,,\"1\n103,01/02/2024,S,V2,N1,U6,PR1,,,,,,1\"\n")
                .load();

        assertThat(council.ask("select count(*) from ssd_cla_episodes")).containsExactly("1");
        assertThat(council.findings())
                .extracting(finding -> finding.problem())
                .anyMatch(problem -> problem.startsWith("Lines 3 to 4 were left out"));
    }

    @Test
    void columnsThatAreThereTwiceOrAreNotOfTheTableAreToldOf() {
        council.lookedAfter(
                        "2024",
                        "episodes.csv",
                        Council.EPISODES.strip() + ",decom,TEAM\n" + ROW.strip() + ",01/01/2024,North\n")
                .load();

        assertThat(council.ask("select count(*) from ssd_cla_episodes")).containsExactly("1");
        assertThat(council.findings())
                .extracting(finding -> finding.problem())
                .contains(
                        "The column is there twice. The first was read.",
                        "The file has columns that are no part of the SSDA903 table episodes: TEAM.");
    }

    @Test
    void badRowsAreLeftOutWithTheirLineAndGoodOnesLoad() {
        council.lookedAfter(
                        "2024",
                        "episodes.csv",
                        Council.EPISODES
                                + ROW
                                + "102,31/02/2024,S,V2,N1,U6,PR1,,,,,,\n"
                                + "103,01/02/2024,S,V2,N1,U6,PR1,1/2/24,E4A,,,,\n"
                                + ",01/02/2024,S,V2,N1,U6,PR1,,,,,,\n"
                                + "104,01/02/2024,S,V2,N1,U6,PR1,01/01/2024,E4A,,,,\n"
                                + "105,01/02/2024,S,V2,N1\n")
                .load();

        assertThat(council.ask("select count(*) from ssd_cla_episodes")).containsExactly("1");
        assertThat(council.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(finding -> finding.line() + " " + finding.column())
                .containsExactly("3 DECOM", "4 DEC", "5 CHILD", "6 DEC", "7 ");
        assertThat(council.findings())
                .allSatisfy(finding -> assertThat(finding.action()).isNotBlank());
    }

    @Test
    void aByteOrderMarkQuotesAndWindowsLineEndsAreReadAsTheyAreMeant() {
        String text = "\uFEFF"
                + (Council.EPISODES + "\"101\",\"03/04/2023\",S,V2,N1,U6,PR1,,,,\"E1, near 2AA\",,\n")
                        .replace("\n", "\r\n");
        council.lookedAfter("2024", "anything.csv", text).load();

        assertThat(council.ask("select clae_cla_episode_start_date, gt_line from ssd_cla_episodes"))
                .containsExactly("2023-04-03|2");
    }

    @Test
    void aFileInAnotherEncodingIsReadAndReported() {
        council.lookedAfter("2024", "episodes.csv", Council.EPISODES + ROW);
        council.write(
                folder.resolve("ssda903-2024/header.csv"),
                (Council.HEADER + "101é,1,07/05/2010,WBRI,UN1,,\n").getBytes(Charset.forName("windows-1252")));
        council.load();

        assertThat(council.problems())
                .contains("ssda903-2024/header.csv:null : The file is not in UTF-8. It was read as windows-1252.");
    }

    @Test
    void aFileWithAWrongColumnIsNamedWithTheNearestTableAndTheRestLoads() {
        council.lookedAfter("2024", "episodes.csv", Council.EPISODES + ROW)
                .lookedAfter("2024", "reviews.csv", "CHILD,DOB,REVUE,REVIEW_CODE\n101,07/05/2010,01/05/2023,PN1\n")
                .load();

        assertThat(council.problems())
                .contains(
                        "ssda903-2024/reviews.csv:1 : The columns are of no SSDA903 table. The nearest is reviews, which"
                                + " also has REVIEW. The file was not read.");
        assertThat(council.result().manifest().coverage())
                .extracting(coverage -> coverage.source())
                .contains("ssda903.episodes")
                .doesNotContain("ssda903.reviews");
    }

    @Test
    void aFolderThatIsMissingOrHoldsNoReturnLoadsNothing() {
        council.request().ssda903(folder.resolve("nowhere"));
        assertThatThrownBy(council::load).isInstanceOf(LoadException.class).hasMessageContaining("is not a folder");

        Council other = new Council(folder.resolve("other"));
        other.lookedAfter("2024", "notes.csv", "Name,Date\nA,B\n");
        assertThatThrownBy(other::load)
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("None of the files in the folder ssda903-2024 is a table of an SSDA903 return");
        assertThat(other.out()).doesNotExist();
    }

    @Test
    void aMissingHeaderFileIsReported() {
        council.lookedAfter("2024", "episodes.csv", Council.EPISODES + ROW).load();

        assertThat(council.problems())
                .contains(
                        "ssda903-2024/episodes.csv:null : The return has no file of header. What only it can tell stays"
                                + " unknown.");
    }
}
