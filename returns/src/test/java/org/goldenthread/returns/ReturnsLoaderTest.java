package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.goldenthread.snapshot.Identity;
import org.goldenthread.snapshot.Schema;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnsLoaderTest {
    @TempDir
    private Path folder;

    private Council council;

    @BeforeEach
    void council() {
        council = new Council(folder)
                .lookedAfter("2024", "header.csv", Council.HEADER + "KIDD-101,1,07/05/2010,WBRI,B123456789012,0,\n")
                .lookedAfter(
                        "2024",
                        "episodes.csv",
                        Council.EPISODES + "KIDD-101,03/04/2023,S,V2,N1,U6,PR1,,,,QQ1 1AA,QQ2 2BB,SC000001\n")
                .lookedAfter(
                        "2024", "reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\nKIDD-101,07/05/2010,28/04/2023,PN1\n");
    }

    @Test
    void loadingTheSameTwiceChangesNothingAndElsewhereGivesTheSameSnapshot() throws IOException {
        council.load();
        String id = council.result().manifest().id();
        byte[] manifest = Files.readAllBytes(council.out().resolve("manifest.json"));

        council.load();

        assertThat(council.result().manifest().id()).isEqualTo(id);
        assertThat(Files.readAllBytes(council.out().resolve("manifest.json"))).isEqualTo(manifest);
    }

    @Test
    void aSnapshotIsNeverOverwrittenByAnother() {
        council.load();
        council.lookedAfter("2024", "uasc.csv", "CHILD,SEX,DOB,DUC\nKIDD-101,1,07/05/2010,\n");

        assertThatThrownBy(council::load)
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("already holds something")
                .hasMessageContaining("choose another folder");
    }

    @Test
    void noIdentifierOrAddressOfAChildIsInTheTablesTheManifestOrTheFindings() throws IOException {
        council.request().unencrypted();
        council.load();

        assertThat(council.ask("select count(*) from ssd_cla_placement where clap_cla_placement_postcode = 'QQ2'"))
                .containsExactly("1");
        for (Schema.Table table : Schema.standard().listTables()) {
            for (String row : council.ask("select * from " + table.name())) {
                assertThat(row).doesNotContain("KIDD-101", "B123456789012", "2BB");
            }
        }
        for (String file : List.of("manifest.json", "findings.json")) {
            assertThat(Files.readString(council.out().resolve(file))).doesNotContain("KIDD-101", "B123456789012");
        }
    }

    @Test
    void theCouncilFindsItsOwnIdentifierOfAPseudonymUntilTheIdentitiesAreErased() throws IOException {
        council.load();
        String pseudonym = council.ask("select pers_person_id from ssd_person").getFirst();
        Snapshot snapshot = Snapshot.open(council.out(), council.keys());

        assertThat(snapshot.identities().findCouncilId(pseudonym)).contains("KIDD-101");
        assertThat(snapshot.identities().listIdentities(pseudonym))
                .extracting(Identity::kind)
                .contains("UPN");

        Files.delete(council.out().resolve("identities.parquet"));

        assertThat(snapshot.identities().findCouncilId(pseudonym)).isEmpty();
        assertThat(council.ask("select count(*) from ssd_cla_episodes")).containsExactly("1");
    }

    @Test
    void theFilesAreTheirOwnersAloneAndSayNothingWithoutTheKey() throws IOException {
        council.load();

        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(council.out())) {
            walk.forEach(files::add);
        }
        for (Path file : files) {
            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            assertThat(permissions).as(file.toString()).endsWith("------");
            if (file.toString().endsWith(".parquet")) {
                byte[] bytes = Files.readAllBytes(file);
                assertThat(new String(bytes, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PARE");
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("person_id", "2023");
            }
        }
        assertThat(council.result().manifest().encrypted()).isTrue();
    }

    @Test
    void theDayOfTheExtractDecidesHowFarItReaches() {
        council.request().extracted(LocalDate.of(2023, 6, 12));
        council.load();

        assertThat(council.ask("select source, covers_from, covers_to from gt_coverage order by source"))
                .containsExactly(
                        "ssda903.episodes|2023-04-01|2023-06-12",
                        "ssda903.header|2023-04-01|2023-06-12",
                        "ssda903.reviews|2023-04-01|2023-06-12");
    }

    @Test
    void estimatesOfPopulationAmongTheLocalFilesReachTheSnapshotWithTheFileAndLineTheyCameFrom() {
        council.write(
                folder.resolve("local/population.csv"),
                ("la_code,mid_year,age_from,age_to,population,population_source\n"
                                + "399,2023,0,0,4167,made up\n"
                                + "399,2023,1,1,many,made up\n")
                        .getBytes(StandardCharsets.UTF_8));
        council.request().local(folder.resolve("local"));
        council.load();

        assertThat(council.ask("select la_code, mid_year, age_from, age_to, population, population_source, gt_source,"
                        + " gt_line from gt_population"))
                .containsExactly("399|2023|0|0|4167|made up|population.csv|2");
        assertThat(council.problems())
                .contains("population.csv:3 population: \"many\" is not a whole number of 0 or more; the row was left"
                        + " out.");
    }
}
