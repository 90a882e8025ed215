package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An extract of the Standard Safeguarding Dataset beside an SSDA903 return of the same children. */
class ExtractedCareTest {
    @TempDir
    private Path folder;

    private Council council;

    @BeforeEach
    void council() {
        council = new Council(folder)
                .lookedAfter("2024", "episodes.csv", Council.EPISODES + "101,04/04/2023,S,V2,N1,U6,PR1,,,,,,\n");
        extract(
                "ssd_cla_episodes",
                "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,"
                        + "clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_cla_placement_id\n"
                        + "e1,101,2023-04-03,S,2023-09-01,X1,c1,p1\n"
                        + "e2,101,2023-09-01,T,2024-02-01,E4A,c1,p2\n");
        extract(
                "ssd_cla_placement",
                "clap_cla_placement_id,clap_person_id,clap_cla_id,clap_cla_placement_type,"
                        + "clap_cla_placement_start_date,clap_cla_placement_end_date\n"
                        + "p1,101,c1,U6,2023-04-03,2023-09-01\n"
                        + "p2,101,c1,A5,2023-09-01,2024-02-01\n");
        council.request().ssd(folder.resolve("extract"));
        council.load();
    }

    @Test
    void theExtractGoesBeforeTheReturnAndSaysHowManyRowsWereNotUsed() {
        assertThat(council.ask("select gt_source from ssd_cla_episodes order by gt_line"))
                .containsExactly("extract/ssd_cla_episodes.csv", "extract/ssd_cla_episodes.csv");
        assertThat(council.problems())
                .anyMatch(
                        problem -> problem.contains("1 rows of ssd_cla_episodes that the returns give were not used"));
    }

    @Test
    void periodsOfCareAndWhatCountsAmongPlacementsAreDerived() {
        assertThat(council.ask("select start_date, end_date, end_reason, began_in_return from gt_cla_periods_of_care"))
                .containsExactly("2023-04-03|2024-02-01|E4A|true");
        // The second placement begins with T, the same carer: it is not counted and the time with the carer runs on.
        assertThat(council.ask("select clap_cla_placement_type, gt_carer_start_date, gt_counted from ssd_cla_placement"
                        + " order by clap_cla_placement_start_date"))
                .containsExactly("U6|2023-04-03|true", "A5|2023-04-03|false");
    }

    private void extract(String table, String text) {
        council.write(folder.resolve("extract/" + table + ".csv"), text.getBytes(StandardCharsets.UTF_8));
    }
}
