package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.goldenthread.snapshot.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedFilesTest {
    private static final String EPISODE = Council.EPISODES + "101,03/04/2023,S,V2,N1,U6,PR1,,,,,,\n";

    @TempDir
    private Path folder;

    private Path workspace;

    @BeforeEach
    void workspace() throws IOException {
        workspace = Files.createDirectory(folder.resolve("workspace"));
    }

    @Test
    void filesAreToldByTheirContentWhateverTheirNamesAndTheRestIsRefusedWithTheReason() throws IOException {
        DroppedFiles.Sorted sorted = DroppedFiles.sort(
                List.of(
                        file("upload1.txt", EPISODE),
                        file("upload2.dat", Council.HEADER + "101,1,07/05/2010,WBRI,UN1,,\n"),
                        file("census", Censuses.of(2024, Censuses.child("101", "2010-05-07", ""))),
                        file(
                                "ssd_cin_visits.csv",
                                "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date\nv,101,01/05/2023\n"),
                        file(
                                "ages.csv",
                                "la_code,mid_year,age_from,age_to,population,population_source\n399,2023,0,0,1,ONS\n"),
                        file("minutes.csv", "Item,Who\n1,A\n"),
                        file("return.xml", "<?xml version=\"1.0\"?><EXPSSDA903/>"),
                        file("empty.csv", "")),
                workspace);

        assertThat(sorted.ssda903()).containsExactly(workspace.resolve("ssda903/return"), folder.resolve("return.xml"));
        assertThat(sorted.ssda903().getFirst().toFile().list()).containsExactlyInAnyOrder("upload1.csv", "upload2.csv");
        assertThat(sorted.cin()).hasSize(1);
        assertThat(sorted.ssd()).containsExactly(workspace.resolve("ssd/return"));
        assertThat(sorted.local()).containsExactly(folder.resolve("ages.csv"));
        assertThat(sorted.recognised())
                .extracting(DroppedFiles.Recognised::as)
                .containsExactly(
                        "SSDA903 episodes",
                        "SSDA903 header",
                        "children in need census",
                        "extract of the Standard Safeguarding Dataset",
                        "population estimates",
                        "SSDA903 return as XML");
        assertThat(sorted.refused())
                .extracting(Finding::source, Finding::problem)
                .containsExactly(
                        tuple("minutes.csv", "Its columns are of no table that is known."),
                        tuple("empty.csv", "The file is empty."));
    }

    @Test
    void aZipOfTwoYearsGivesTwoReturnsAndNoNameInItLeadsOutOfTheWorkspace() throws IOException {
        Path zip = folder.resolve("returns.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            entry(out, "2022-23/episodes.csv", EPISODE);
            entry(out, "2023-24/episodes.csv", EPISODE);
            entry(out, "../../../escaped.csv", EPISODE);
        }

        DroppedFiles.Sorted sorted = DroppedFiles.sort(List.of(zip), workspace);

        assertThat(sorted.ssda903()).hasSize(3).allMatch(place -> place.startsWith(workspace));
        assertThat(folder.resolve("escaped.csv")).doesNotExist();
        assertThat(sorted.refused()).isEmpty();
    }

    @Test
    void aZipBombAndAZipWithinAZipAreRefused() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("episodes.csv"));
            byte[] noughts = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 40; megabyte++) {
                out.write(noughts);
            }
            out.closeEntry();
        }
        Path nested = folder.resolve("nested.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(nested))) {
            out.putNextEntry(new ZipEntry("inner.zip"));
            Files.copy(bomb, out);
            out.closeEntry();
        }

        DroppedFiles.Sorted sorted = DroppedFiles.sort(List.of(bomb, nested), workspace);

        assertThat(sorted.recognised()).isEmpty();
        assertThat(sorted.refused())
                .extracting(Finding::problem)
                .containsExactly(
                        "The zip file unpacks to more than 150 times its size, which no set of returns does.",
                        "It is a zip file within a zip file.");
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static void entry(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
