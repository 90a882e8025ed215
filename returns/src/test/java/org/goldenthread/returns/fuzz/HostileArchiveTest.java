package org.goldenthread.returns.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.goldenthread.returns.DroppedFiles;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.goldenthread.snapshot.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileArchiveTest {
    private static final String REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/02/2010,03/04/2022,PN1\n";

    @TempDir
    private Path folder;

    @Test
    void twoFilesOfOneNameAreBothRead() throws IOException {
        Ssda903Rows rows = read(Archives.Entry.of("reviews.csv", REVIEWS), Archives.Entry.of("reviews.csv", REVIEWS));

        assertThat(rows.list(Ssda903Table.REVIEWS)).hasSize(2);
    }

    @Test
    void aNameThatNoFileCanHaveIsChangedAndItsFileRead() throws IOException {
        Ssda903Rows rows = read(
                Archives.Entry.of("a\0b.csv", REVIEWS),
                Archives.Entry.of("x".repeat(400) + ".csv", REVIEWS),
                Archives.Entry.of("../../escaped.csv", REVIEWS),
                Archives.Entry.of("folder.csv/", REVIEWS),
                Archives.Entry.of("..", REVIEWS));

        assertThat(rows.list(Ssda903Table.REVIEWS)).hasSize(4);
        assertThat(rows.refusals()).extracting(Refusal::file).containsExactly("without-name");
        assertThat(folder.resolve("../escaped.csv")).doesNotExist();
    }

    @Test
    void anArchiveWithinAnArchiveIsRefusedWhateverTheCaseOfItsName() throws IOException {
        byte[] inner = Archives.zip(List.of(Archives.Entry.of("reviews.csv", REVIEWS)), 0);
        Ssda903Rows rows = read(new Archives.Entry("IN.ZIP", inner), Archives.Entry.of("reviews.csv", REVIEWS));

        assertThat(rows.list(Ssda903Table.REVIEWS)).hasSize(1);
        assertThat(rows.refusals()).extracting(Refusal::problem).containsExactly("It is an archive within an archive.");
    }

    @Test
    void aReturnThatIsThereAsCsvAndAsXmlIsReadOnce() throws IOException {
        Ssda903Rows rows =
                read(Archives.Entry.of("a.xml", Seeds.SSDA903_XML), Archives.Entry.of("reviews.csv", REVIEWS));

        assertThat(rows.tables()).containsExactly(Ssda903Table.REVIEWS);
        assertThat(rows.refusals()).extracting(Refusal::file).containsExactly("a.xml");
    }

    @Test
    void anArchiveWithoutFilesIsToldOf() throws IOException {
        assertThat(read().refusals())
                .extracting(Refusal::problem)
                .containsExactly("It holds no file that can be read.");
        assertThat(drop(zip("empty.zip")).refused())
                .extracting(Finding::problem)
                .containsExactly("The zip file holds no file.");
    }

    @Test
    void twoArchivesOfOneNameThatAreDroppedTogetherKeepWhatEachHolds() throws IOException {
        Path one = zip("one/same.zip", Archives.Entry.of("census.xml", "<Message>first</Message>"));
        Path other = zip("other/same.zip", Archives.Entry.of("census.xml", "<Message>second</Message>"));
        DroppedFiles.Sorted sorted = drop(one, other);

        assertThat(sorted.cin()).hasSize(2);
        assertThat(Files.readString(sorted.cin().getFirst())).contains("first");
        assertThat(Files.readString(sorted.cin().getLast())).contains("second");
    }

    private DroppedFiles.Sorted drop(Path... files) throws IOException {
        return DroppedFiles.sort(List.of(files), Files.createTempDirectory(folder, "workspace"));
    }

    private Ssda903Rows read(Archives.Entry... entries) throws IOException {
        return Ssda903Rows.read(List.of(zip("return.zip", entries)));
    }

    private Path zip(String name, Archives.Entry... entries) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, Archives.zip(List.of(entries), 0));
    }
}
