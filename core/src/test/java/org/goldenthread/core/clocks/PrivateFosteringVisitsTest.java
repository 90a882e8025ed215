package org.goldenthread.core.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Worked by hand: Good Friday 29 March and Easter Monday 1 April 2024 are no working days. */
class PrivateFosteringVisitsTest {

    private static final Occurrence PROPOSED = on("private-fostering-proposed", "2024-03-25");
    private static final Occurrence KNOWN = on("private-fostering-known", "2024-04-12");

    @Test
    void aProposalIsVisitedWithinSevenWorkingDaysAndSoIsTheChildWhoHasCome() {
        assertThat(of("private-fostering-proposal-visit", null, PROPOSED)
                        .getFirst()
                        .due())
                .isEqualTo("2024-04-05");
        // The child was not seen, being abroad still: the place was visited all the same.
        assertThat(of("private-fostering-proposal-visit", null, PROPOSED, on("visit-child-not-seen", "2024-04-05"))
                        .getFirst()
                        .inTime())
                .isTrue();
        assertThat(last(null, PROPOSED, KNOWN)).isEqualTo("2024-04-23");
        assertThat(last(null, PROPOSED, KNOWN, on("child-visited", "2024-04-05")))
                .isEqualTo("2024-04-23");
    }

    @Test
    void theFirstYearFromTheAuthorityHearingHasSixWeeksAndTheNextTwelve() {
        assertThat(last(null, KNOWN, on("child-visited", "2024-04-22"))).isEqualTo("2024-06-03");
        assertThat(last(null, KNOWN, on("child-visited", "2025-04-11"))).isEqualTo("2025-05-23");
        assertThat(last(null, KNOWN, on("child-visited", "2025-04-12"))).isEqualTo("2025-07-05");
        // Asked for on Thursday 2 May 2024: five working days, past the bank holiday, are Friday the 10th.
        assertThat(last(null, KNOWN, on("child-visited", "2024-04-22"), on("visit-requested", "2024-05-02")))
                .isEqualTo("2024-05-10");
    }

    @Test
    void visitsAreOverWithTheSixteenthBirthdayOrTheEighteenthOfADisabledChild() {
        LocalDate born = LocalDate.of(2009, 5, 1);
        Occurrence visited = on("child-visited", "2025-04-20");
        assertThat(of("private-fostering-visit", born, KNOWN, visited).getLast().fellAway())
                .isEqualTo("2025-05-01");
        Occurrence disabled = on("private-fostering-of-disabled-child", "2024-04-12");
        assertThat(of("private-fostering-visit", born, KNOWN, visited, disabled)
                        .getLast()
                        .fellAway())
                .isEqualTo("2027-05-01");
        assertThat(of("private-fostering-visit", born, KNOWN, visited, on("private-fostering-ended", "2025-04-25"))
                        .getLast()
                        .fellAway())
                .isEqualTo("2025-04-25");
        assertThat(of("private-fostering-visit", null, KNOWN, visited).getLast().isRunning())
                .isTrue();
    }

    private static Occurrence on(String event, String day) {
        return new Occurrence(event, "a", LocalDate.parse(day), null);
    }

    private static String last(@Nullable LocalDate born, Occurrence... happened) {
        return of("private-fostering-visit", born, happened).getLast().due().toString();
    }

    private static List<Watched> of(String clock, @Nullable LocalDate born, Occurrence... happened) {
        return new ArrayList<>(
                ClockRules.standard().watch(Arrays.asList(happened), born, CouncilLimits.standard()).stream()
                        .filter(each -> each.clock().equals(clock))
                        .toList());
    }
}
