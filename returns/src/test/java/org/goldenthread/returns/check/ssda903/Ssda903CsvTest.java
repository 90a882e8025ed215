package org.goldenthread.returns.check.ssda903;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.CHILD;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.REVIEW_CODE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What spoils a table of the return, and what must not be lost with it. */
class Ssda903CsvTest {
    private static final String HEADING = "CHILD,DOB,REVIEW,REVIEW_CODE\n";
    private static final String ROW = "1,01/02/2010,03/04/2022,PN1\n";

    @TempDir
    private Path folder;

    @Test
    void aQuotationMarkThatIsNotClosedOnItsLineMakesNoRowOfTheLinesAfterIt() throws IOException {
        // Lines 3 and 4 would be one row, whose code is "PN2", a line break and the whole of line 4.
        Ssda903Rows rows = read(HEADING + ROW + "2,01/02/2010,03/04/2022,\"PN2\n3,01/02/2010,03/04/2022,PN3\"\n"
                + "4,01/02/2010,03/04/2022,PN4\n");

        assertThat(rows.list(Ssda903Table.REVIEWS))
                .extracting(row -> row.text(CHILD))
                .containsExactly("1", "4");
        assertThat(rows.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.line()).isEqualTo(3);
            assertThat(refusal.problem()).startsWith("Lines 3 to 4 were left out");
        });
    }

    @Test
    void aQuotationMarkThatIsNeverClosedKeepsTheLinesBeforeItAndTellsOfTheRest() throws IOException {
        Ssda903Rows rows = read(HEADING + ROW + "2,01/02/2010,03/04/2022,\"PN2\n" + ROW + ROW);

        assertThat(rows.list(Ssda903Table.REVIEWS)).hasSize(1);
        assertThat(rows.refusals())
                .extracting(Refusal::problem)
                .singleElement()
                .asString()
                .startsWith("Lines 3 to 5 ");
    }

    @Test
    void aLineThatIsOnlyAQuotationMarkIsToldOf() throws IOException {
        Ssda903Rows rows = read(HEADING + ROW + "\"");

        assertThat(rows.list(Ssda903Table.REVIEWS)).hasSize(1);
        assertThat(rows.refusals()).extracting(Refusal::line).containsExactly(3);
    }

    @Test
    void linesMayEndInACarriageReturnAloneWhateverTheSeparator() throws IOException {
        Ssda903Rows rows = read("CHILD;DOB;REVIEW;REVIEW_CODE\r1;01/02/2010;03/04/2022;a,b\r");

        assertThat(rows.refusals()).isEmpty();
        assertThat(rows.list(Ssda903Table.REVIEWS))
                .extracting(row -> row.text(REVIEW_CODE))
                .containsExactly("A,B");
    }

    @Test
    void twoColumnsOfOneNameAreRefusedByTheirName() throws IOException {
        Ssda903Rows rows = read("CHILD,DOB,REVIEW,REVIEW_CODE,dob\n1,,,,\n");

        assertThat(rows.tables()).isEmpty();
        assertThat(rows.refusals()).extracting(Refusal::problem).containsExactly("It has two columns called \"DOB\".");
    }

    @Test
    void aLetterWithoutACapitalOfItsOwnStaysAsItIs() throws IOException {
        // Capitals of these by the rules of language would be STRASSE, and the code PN1 with a dotted i for a letter.
        Ssda903Rows rows = read(HEADING + "straße é,01/02/2010,03/04/2022,pnı\n");

        Row row = rows.list(Ssda903Table.REVIEWS).getFirst();
        assertThat(row.text(CHILD)).isEqualTo("STRAßE É");
        assertThat(row.text(REVIEW_CODE)).isEqualTo("PNı");
    }

    @Test
    void aNoughtByteRefusesTheFileAndIsNotTakenForAnotherEncoding() throws IOException {
        Ssda903Rows rows = read(HEADING + "1\0,01/02/2010,03/04/2022,PN1\n");

        assertThat(rows.tables()).isEmpty();
        assertThat(rows.refusals()).extracting(Refusal::problem).containsExactly("The file is not text.");
    }

    @Test
    void aFolderWithinTheFolderIsToldOf() throws IOException {
        Files.createDirectory(folder.resolve("more"));
        Ssda903Rows rows = Ssda903Rows.read(List.of(folder));

        assertThat(rows.refusals()).extracting(Refusal::file).containsExactly("more");
    }

    @Test
    void tablesThatAreReadSideBySideStayInTheOrderOfTheirFiles() throws IOException {
        List<String> children = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (int file = 10; file < 30; file++) {
            Files.writeString(
                    folder.resolve(file + ".csv"), HEADING + file + ",01/02/2010,03/04/2022,PN1\nonly one field\n");
            children.add(String.valueOf(file));
            broken.add(file + ".csv");
        }
        Ssda903Rows rows = Ssda903Rows.read(List.of(folder));

        assertThat(rows.list(Ssda903Table.REVIEWS))
                .extracting(row -> row.text(CHILD))
                .isEqualTo(children);
        assertThat(rows.refusals()).extracting(Refusal::file).isEqualTo(broken);
    }

    @Test
    void anArchiveBesideTablesDoesNotBringTheSameReturnAgainAsXml() throws IOException {
        Files.writeString(folder.resolve("a.csv"), HEADING + ROW);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("b.zip")))) {
            zip.putNextEntry(new ZipEntry("return.xml"));
            zip.write("<Message><Children/></Message>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        Ssda903Rows rows = Ssda903Rows.read(List.of(folder));

        assertThat(rows.hasXml()).isFalse();
        assertThat(rows.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.file()).isEqualTo("return.xml");
            assertThat(refusal.problem()).contains("as CSV too");
        });
    }

    private Ssda903Rows read(String text) throws IOException {
        return Ssda903Rows.read(
                List.of(Files.write(folder.resolve("some.csv"), text.getBytes(StandardCharsets.UTF_8))));
    }
}
