package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Returns of 2022-23 and 2023-24 of a few children, joined to one history. */
class LookedAfterHistoryTest {
    private static final String PERIODS =
            "select start_date, end_date, end_reason, began_in_return from gt_cla_periods_of_care order by start_date";

    @TempDir
    private Path folder;

    private Council council;

    @BeforeEach
    void council() {
        council = new Council(folder);
    }

    @Test
    void anEpisodeLeftOpenInOneYearIsReplacedByTheNextYearThatTellsItsEnd() {
        council.lookedAfter(
                        "2023", "episodes.csv", Council.EPISODES + "101,01/02/2023,S,V2,N1,U6,PR1,,,,E1 1AA,E2 2BB,\n")
                .lookedAfter(
                        "2024",
                        "episodes.csv",
                        Council.EPISODES
                                + "101,01/02/2023,S,V2,N1,U6,PR1,10/06/2023,X1,CARPL,E1 1AA,E2 2BB,\n"
                                + "101,10/06/2023,P,V2,N1,K2,PR4,05/01/2024,E4A,,E1 1AA,E3 3CC,\n")
                .load();

        // One period: it began on 1 February 2023, changed placement on 10 June and ended on 5 January 2024.
        assertThat(council.ask(PERIODS)).containsExactly("2023-02-01|2024-01-05|E4A|true");
        assertThat(council.ask("select clae_cla_episode_start_date, clae_cla_episode_ceased_date, gt_source, gt_line"
                        + " from ssd_cla_episodes order by 1"))
                .containsExactly(
                        "2023-02-01|2023-06-10|ssda903-2024/episodes.csv|2",
                        "2023-06-10|2024-01-05|ssda903-2024/episodes.csv|3");
        assertThat(council.ask("select clap_cla_placement_type, clap_cla_placement_postcode from ssd_cla_placement"
                        + " order by clap_cla_placement_start_date"))
                .containsExactly("U6|E2", "K2|E3");
    }

    @Test
    void theYearOfAReturnIsThatOfItsEpisodesWhateverDaysItsReviewsName() {
        StringBuilder episodes = new StringBuilder(Council.EPISODES);
        StringBuilder reviews = new StringBuilder("CHILD,DOB,REVIEW,REVIEW_CODE\n");
        for (int child = 101; child <= 200; child++) {
            episodes.append(child).append(",01/02/2024,S,V2,N1,U6,PR1,,,,,,\n");
            // A tenth of the reviews bear a year that has yet to come.
            reviews.append(child).append(",01/05/2010,").append(child % 10 == 0 ? "01/03/2026" : "01/03/2024");
            reviews.append(",PN6\n");
        }
        council.lookedAfter("2024", "episodes.csv", episodes.toString())
                .lookedAfter("2024", "reviews.csv", reviews.toString())
                .load();
        assertThat(council.ask("select distinct covers_from from gt_coverage")).containsExactly("2023-04-01");
    }

    @Test
    void aChildBackInCareOnTheDayThatCareEndedBeginsASecondPeriod() {
        council.lookedAfter(
                        "2024",
                        "episodes.csv",
                        Council.EPISODES
                                + "101,03/04/2023,S,V2,N1,U6,PR1,31/10/2023,E4A,,,,\n"
                                + "101,31/10/2023,S,C1,N1,U6,PR1,31/03/2024,X1,CARPL,,,\n"
                                + "101,31/03/2024,P,C1,N1,U4,PR1,,,,,,\n")
                .load();

        // REC E4A ends the first period though the child is back the same day; REC X1 carries the second over 31 March.
        assertThat(council.ask(PERIODS)).containsExactly("2023-04-03|2023-10-31|E4A|true", "2023-10-31|||true");
        // On 31 March one episode is open: the one that begins that day, not the one that ends.
        assertThat(
                        council.ask(
                                "select gt_placement_type from ssd_cla_episodes"
                                        + " where clae_cla_episode_start_date <= date '2024-03-31'"
                                        + " and (clae_cla_episode_ceased_date is null or clae_cla_episode_ceased_date > date '2024-03-31')"))
                .containsExactly("U4");
    }

    @Test
    void anEpisodeThatNoLaterReturnTellsOfIsTakenToEndAndReported() {
        council.lookedAfter("2023", "episodes.csv", Council.EPISODES + "101,01/02/2023,S,V2,N1,U6,PR1,,,,,,\n")
                .lookedAfter("2024", "episodes.csv", Council.EPISODES + "102,01/02/2024,S,V2,N1,U6,PR1,,,,,,\n")
                .load();

        assertThat(council.ask(PERIODS)).containsExactly("2023-02-01|2023-04-01||true", "2024-02-01|||true");
        assertThat(council.problems())
                .contains(
                        "ssda903-2023/episodes.csv:2 DEC: The episode is open at the end of its year, but no later return"
                                + " tells of it. It was taken to end on 2023-04-01, for no known reason.");
    }

    @Test
    void aTemporaryStayElsewhereBreaksNeitherThePlacementNorTheTimeWithTheCarer() {
        council.lookedAfter(
                        "2024",
                        "episodes.csv",
                        Council.EPISODES
                                + "101,03/04/2023,S,V2,N1,U6,PR1,01/08/2023,X1,,,E2 2BB,SC1\n"
                                + "101,01/08/2023,P,V2,N1,T3,,15/08/2023,X1,,,E9 9ZZ,\n"
                                + "101,15/08/2023,P,V2,N1,U6,PR1,01/12/2023,X1,,,E2 2BB,SC1\n"
                                + "101,01/12/2023,L,C2,N1,U6,PR1,01/02/2024,X1,PLACE,,E2 2BB,SC1\n"
                                + "101,01/02/2024,T,C2,N1,A5,PR1,,,,,E2 2BB,SC1\n")
                .load();

        // U6, T3 and back is one counted placement; L changes no placement; T to adoption by the same carer counts
        // none.
        assertThat(council.ask("select clap_cla_placement_start_date, clap_cla_placement_end_date,"
                        + " clap_cla_placement_type, gt_carer_start_date, gt_temporary, gt_counted"
                        + " from ssd_cla_placement order by 1"))
                .containsExactly(
                        "2023-04-03|2023-08-01|U6|2023-04-03|false|true",
                        "2023-08-01|2023-08-15|T3|2023-08-01|true|false",
                        "2023-08-15|2024-02-01|U6|2023-04-03|false|false",
                        "2024-02-01||A5|2023-04-03|false|false");
        assertThat(council.ask("select lega_legal_status, lega_legal_status_start_date, lega_legal_status_end_date"
                        + " from ssd_legal_status order by 2"))
                .containsExactly("V2|2023-04-03|2023-12-01", "C2|2023-12-01|");
    }

    @Test
    void aLaterExtractOfTheSameYearReplacesWhatTheEarlierSaidOfItsChildren() {
        council.lookedAfter(
                        "2023-09",
                        "episodes.csv",
                        Council.EPISODES
                                + "101,03/04/2023,S,V2,N1,U6,PR1,,,,,,\n"
                                + "101,12/09/2023,P,V2,N1,K2,PR4,,,,,,\n"
                                + "102,10/09/2023,S,V2,N1,U6,PR1,,,,,,\n")
                .lookedAfter(
                        "2023-12",
                        "episodes.csv",
                        Council.EPISODES + "101,03/04/2023,S,V2,N1,U6,PR1,20/12/2023,E4A,,,,\n")
                .load();

        // The move of 12 September was a mistake that the December extract no longer has; 102 is only in September's.
        assertThat(council.ask(PERIODS)).containsExactly("2023-04-03|2023-12-20|E4A|true", "2023-09-10|||true");
    }

    @Test
    void aChildKnownByTwoIdentifiersAndOneUpnIsOneChildAndTwoBirthdaysAreReported() {
        council.lookedAfter(
                        "2024",
                        "header.csv",
                        Council.HEADER
                                + "101,1,07/05/2010,WBRI,B123456789012,0,\n"
                                + "102,F,08/06/2011,BCRB,C123456789012,0,\n")
                .lookedAfter(
                        "2024",
                        "episodes.csv",
                        Council.EPISODES
                                + "101,03/04/2023,S,V2,N1,U6,PR1,,,,,,\n"
                                + "102,03/04/2023,S,V2,N1,U6,PR1,,,,,,\n"
                                + "103,03/04/2023,S,V2,N1,U6,PR1,,,,,,\n")
                .census(
                        "cin.xml",
                        Censuses.of(
                                2024,
                                Censuses.child("X-77", "2010-05-07", "B123456789012", Censuses.referral("2023-04-01")),
                                Censuses.child("102", "2011-06-09", "", Censuses.referral("2023-04-01"))))
                .load();

        assertThat(council.ask("select pers_sex, pers_dob, gt_matched_by from ssd_person order by pers_dob"))
                .containsExactly("M|2010-05-07|upn", "F|2011-06-08|id");
        assertThat(council.ask("select count(distinct cine_person_id) from ssd_cin_episodes join ssd_cla_episodes"
                        + " on clae_person_id = cine_person_id"))
                .containsExactly("2");
        assertThat(council.problems())
                .anyMatch(problem -> problem.startsWith("cin.xml:")
                        && problem.endsWith("PersonBirthDate: The child has another date of birth here than in"
                                + " ssda903-2024/header.csv, line 3, which was used."))
                .anyMatch(
                        problem -> problem.startsWith("ssda903-2024/episodes.csv:4 CHILD: The child was looked after in"
                                + " 2023-24 and is in no children in need census of that year"));
    }
}
