package org.goldenthread.returns.check.ssda903;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.SEX;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.SEX_ADOPTR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a return in XML may hold where it should not: none of it is lost, and none goes to another child. */
class Ssda903XmlTest {
    private static final String CHILD = "<CHILD><HEADER><CHILDID>1</CHILDID><SEX>1</SEX></HEADER></CHILD>";

    @TempDir
    private Path folder;

    @Test
    void anEpisodeOutsideAnyChildIsNotGivenToTheNext() throws IOException {
        Ssda903Rows rows = read("<EPISODE><DECOM>01/04/2022</DECOM></EPISODE>\n" + CHILD);

        assertThat(rows.list(Ssda903Table.EPISODES)).isEmpty();
        assertThat(rows.list(Ssda903Table.HEADER)).hasSize(1);
        assertThat(problems(rows))
                .containsExactly("The element <EPISODE> is outside any <CHILD>. It was left out, with what it holds.");
    }

    @Test
    void anEpisodeWithinAnEpisodeLeavesTheOuterOneWhole() throws IOException {
        Ssda903Rows rows = read("<CHILD><EPISODE><DECOM>01/04/2022</DECOM><EPISODE><DECOM>02/05/2022</DECOM></EPISODE>"
                + "<DEC>03/06/2022</DEC></EPISODE></CHILD>");

        assertThat(rows.list(Ssda903Table.EPISODES)).singleElement().satisfies(row -> {
            assertThat(row.text(DECOM)).isEqualTo("01/04/2022");
            assertThat(row.text(DEC)).isEqualTo("03/06/2022");
        });
        assertThat(problems(rows))
                .containsExactly("The element <EPISODE> is no part of <EPISODE>. It was left out, with what it holds.");
    }

    @Test
    void whatIsInsideAnUnknownElementIsNotTakenForTheChilds() throws IOException {
        Ssda903Rows rows = read("<CHILD><HEADER><CARER><SEX>2</SEX></CARER></HEADER></CHILD>");

        assertThat(rows.list(Ssda903Table.HEADER).getFirst().isBlank(SEX)).isTrue();
        assertThat(problems(rows)).singleElement().asString().contains("<CARER>");
    }

    @Test
    void whatOneGroupHasAndAnotherHasNotIsToldOf() throws IOException {
        Ssda903Rows rows = read("<CHILD><HEADER><DOLO_START>01/04/2022</DOLO_START></HEADER>"
                + "<EPISODE><REVIEW>02/04/2022</REVIEW></EPISODE></CHILD>");

        assertThat(problems(rows)).hasSize(2);
    }

    @Test
    void whoAdoptsIsReadEvenWithoutTheDates() throws IOException {
        Ssda903Rows rows = read("<CHILD><HEADER><SEX_ADOPTR>MF</SEX_ADOPTR></HEADER></CHILD>");

        assertThat(rows.list(Ssda903Table.AD1))
                .extracting(row -> row.text(SEX_ADOPTR))
                .containsExactly("MF");
    }

    @Test
    void strayTextAnAttributeAndAnElementWithinAFieldAreToldOf() throws IOException {
        Ssda903Rows rows = read("loose\n<CHILD id='7'>stray<HEADER>words<SEX>1<b>2</b></SEX></HEADER></CHILD>");

        Row header = rows.list(Ssda903Table.HEADER).getFirst();
        assertThat(header.text(SEX)).isEqualTo("1");
        assertThat(problems(rows)).hasSize(5);
        assertThat(rows.refusals()).extracting(Refusal::line).containsOnly(1, 2);
    }

    @Test
    void aCommentDoesNotDivideAText() throws IOException {
        Ssda903Rows rows = read("<CHILD><HEADER><SEX>1<!-- or --><![CDATA[2]]></SEX></HEADER></CHILD>");

        assertThat(rows.list(Ssda903Table.HEADER).getFirst().text(SEX)).isEqualTo("12");
        assertThat(rows.refusals()).isEmpty();
    }

    @Test
    void ofAFileThatIsCutShortNothingIsChecked() throws IOException {
        Path file = Files.writeString(folder.resolve("cut.xml"), "<EXPSSDA903>" + CHILD + "<CHILD><HEADER>");
        Ssda903Rows rows = Ssda903Rows.read(List.of(file));

        assertThat(rows.tables()).isEmpty();
        assertThat(rows.hasXml()).isFalse();
        assertThat(problems(rows)).singleElement().asString().contains("after 1 whole children");
    }

    private static List<String> problems(Ssda903Rows rows) {
        return rows.refusals().stream().map(Refusal::problem).toList();
    }

    private Ssda903Rows read(String children) throws IOException {
        return Ssda903Rows.read(
                List.of(Files.writeString(folder.resolve("return.xml"), "<EXPSSDA903>" + children + "</EXPSSDA903>")));
    }
}
