package org.goldenthread.core.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StatutoryClocksTest {
    private final StatutoryClocks clocks = StatutoryClocks.standard();

    @Test
    void an_assessment_is_in_time_on_the_45th_working_day_after_the_referral() {
        // Referral Monday 30 March 2026. April has 20 working days (22 weekdays less Good Friday 3 and Easter Monday
        // 6),
        // 31 March is 1 and May has 19 (21 less 4 and 25 May): 40 by 29 May, so the 45th is Friday 5 June.
        LocalDate referral = LocalDate.of(2026, 3, 30);
        assertThat(clocks.dueDate(StatutoryClocks.ASSESSMENT, referral)).isEqualTo(LocalDate.of(2026, 6, 5));
        LocalDate judged = LocalDate.of(2026, 6, 30);
        assertThat(single(referral, LocalDate.of(2026, 6, 5), null, judged).inTime())
                .isTrue();
        assertThat(single(referral, LocalDate.of(2026, 6, 8), null, judged).inTime())
                .isFalse();
    }

    @Test
    void an_open_clock_is_judged_only_when_its_last_day_is_over() {
        LocalDate referral = LocalDate.of(2026, 3, 30);
        assertThat(single(referral, null, null, LocalDate.of(2026, 6, 4)).inTime())
                .isNull();
        assertThat(single(referral, null, null, LocalDate.of(2026, 6, 5)).inTime())
                .isFalse();
        // Authorised later than the day that is looked at: not known yet.
        Obligation asKnown = single(referral, LocalDate.of(2026, 5, 1), null, LocalDate.of(2026, 4, 30));
        assertThat(asKnown.met()).isNull();
        assertThat(asKnown.inTime()).isNull();
    }

    @Test
    void what_ends_first_is_void_and_what_ends_overdue_is_late() {
        LocalDate referral = LocalDate.of(2026, 3, 30);
        Obligation ended = single(referral, null, LocalDate.of(2026, 6, 5), LocalDate.of(2026, 12, 31));
        assertThat(ended.inTime()).isNull();
        assertThat(ended.voidDate()).isEqualTo(LocalDate.of(2026, 6, 5));
        Obligation overdue = single(referral, null, LocalDate.of(2026, 6, 6), LocalDate.of(2026, 12, 31));
        assertThat(overdue.inTime()).isFalse();
    }

    @Test
    void a_conference_is_due_15_working_days_after_the_strategy_discussion() {
        assertThat(clocks.dueDate(StatutoryClocks.INITIAL_CONFERENCE, LocalDate.of(2025, 12, 19)))
                .isEqualTo(LocalDate.of(2026, 1, 14));
    }

    @Test
    void months_end_on_the_last_day_of_a_shorter_month() {
        assertThat(clocks.dueDate(StatutoryClocks.FIRST_CHILD_PROTECTION_REVIEW, LocalDate.of(2023, 11, 30)))
                .isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(clocks.dueDate(StatutoryClocks.LATER_LOOKED_AFTER_REVIEW, LocalDate.of(2023, 8, 31)))
                .isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @Test
    void every_clock_names_its_law_and_an_unknown_one_is_refused_by_name() {
        assertThat(clocks.listClocks()).hasSizeGreaterThan(40).allSatisfy(clock -> {
            assertThat(clock.law()).isNotBlank();
            // What is owed beforehand is late after the day itself.
            assertThat(clock.limit()).isGreaterThanOrEqualTo(clock.id().endsWith("-beforehand") ? 0 : 1);
        });
        assertThatThrownBy(() -> clocks.dueDate("tea", LocalDate.of(2024, 1, 1)))
                .hasMessageContaining("\"tea\"");
        assertThat(clocks.findClock("ehc-plan", LocalDate.of(2014, 8, 31))).isEmpty();
    }

    private static Obligation single(LocalDate start, LocalDate met, LocalDate end, LocalDate judged) {
        return SingleClock.obligation(StatutoryClocks.ASSESSMENT, start, met, end, judged);
    }
}
