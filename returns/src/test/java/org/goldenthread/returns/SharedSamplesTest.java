package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.goldenthread.snapshot.Coverage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made-up sample returns that other open projects publish, which lie beside a checkout where they are had. */
class SharedSamplesTest {
    private static final Path SAMPLES = Path.of("../../shared/data");

    @TempDir
    private Path folder;

    @BeforeEach
    void samples() {
        Assumptions.assumeTrue(
                Files.isDirectory(SAMPLES),
                "The sample returns are not beside the checkout (../shared/data), so they were not loaded.");
    }

    @Test
    void theSampleOfTheChildrenLookedAfterReturnLoads() {
        Council council = new Council(folder);
        council.request().ssda903(SAMPLES.resolve("ssda903/sample-return"));
        council.load();

        // 5,050 episodes, 2,675 children, 132 unaccompanied and 53 care leavers stand in the files.
        assertThat(council.ask("select (select count(*) from ssd_cla_episodes), (select count(*) from ssd_person where"
                        + " pers_dob is not null), (select count(*) from ssd_immigration_status),"
                        + " (select count(*) from ssd_involvements)"))
                .containsExactly("5050|2675|132|1");
        assertThat(council.ask("select count(*) from ssd_cla_episodes where gt_source = 'sample-return/episodes.csv'"
                        + " and gt_line between 2 and 5051"))
                .containsExactly("5050");
        // The episodes are of 2017-18, though reviews go on to 2030.
        assertThat(council.result().manifest().coverage())
                .contains(new Coverage("ssda903.episodes", LocalDate.of(2017, 4, 1), LocalDate.of(2018, 3, 31)));
    }

    @Test
    void everySampleCensusLoads() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(SAMPLES.resolve("cin/sample-returns"))) {
            files = list.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Council council = new Council(folder.resolve(file.getFileName().toString()));
            council.request().cin(file);
            council.load();
            String text = Files.readString(file);
            int referrals = text.split("<CINreferralDate>", -1).length - 1;
            assertThat(council.ask("select count(*) from ssd_cin_episodes"))
                    .as(file.toString())
                    .containsExactly(String.valueOf(referrals));
        }
    }
}
