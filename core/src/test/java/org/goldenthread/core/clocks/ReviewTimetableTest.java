package org.goldenthread.core.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTimetableTest {
    @Test
    void a_review_of_a_child_looked_after_falls_due_after_20_working_days_3_months_and_6_months() {
        // Started Friday 27 March 2026: 20 working days, with Good Friday and Easter Monday out, end on 28 April.
        LocalDate start = LocalDate.of(2026, 3, 27);
        List<Obligation> owed = ReviewTimetable.obligations(
                List.of(LocalDate.of(2026, 4, 28), LocalDate.of(2026, 7, 29), LocalDate.of(2027, 1, 29)),
                start,
                null,
                LocalDate.of(2027, 3, 31),
                ReviewRule.LOOKED_AFTER);
        assertThat(owed)
                .extracting(Obligation::due)
                .containsExactly(
                        LocalDate.of(2026, 4, 28),
                        LocalDate.of(2026, 7, 28),
                        LocalDate.of(2027, 1, 29),
                        LocalDate.of(2027, 7, 29));
        assertThat(owed).extracting(Obligation::inTime).containsExactly(true, false, true, null);
        // The third: had the second been held on 28 July, it would have been due on 28 January; it was held on the
        // 29th.
        assertThat(owed.get(2).dueOnTime()).isEqualTo(LocalDate.of(2027, 1, 28));
        assertThat(owed).extracting(Obligation::lateByKnockOn).containsExactly(false, false, true, false);
        assertThat(owed).extracting(Obligation::sequence).containsExactly(1, 2, 3, 4);
    }

    @Test
    void an_early_review_moves_the_clock_and_is_no_knock_on() {
        List<Obligation> owed = ReviewTimetable.obligations(
                List.of(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 9, 1)),
                LocalDate.of(2024, 1, 1),
                null,
                LocalDate.of(2024, 12, 31),
                ReviewRule.CHILD_PROTECTION);
        assertThat(owed)
                .extracting(Obligation::due)
                .containsExactly(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 9, 1), LocalDate.of(2025, 3, 1));
        assertThat(owed).extracting(Obligation::lateByKnockOn).containsOnly(false);
    }

    @Test
    void a_review_not_yet_due_when_care_ends_falls_away_and_one_overdue_stays_late() {
        LocalDate start = LocalDate.of(2024, 1, 1);
        LocalDate due = LocalDate.of(2024, 4, 1);
        LocalDate judged = LocalDate.of(2024, 12, 31);
        assertThat(plan(List.of(), start, due, judged)).singleElement().satisfies(owed -> {
            assertThat(owed.inTime()).isNull();
            assertThat(owed.voidDate()).isEqualTo(due);
        });
        assertThat(plan(List.of(), start, due.plusDays(1), judged))
                .singleElement()
                .satisfies(owed -> assertThat(owed.inTime()).isFalse());
        // Ended at its first review: nothing further is owed.
        assertThat(plan(List.of(LocalDate.of(2024, 3, 20)), start, LocalDate.of(2024, 3, 20), judged))
                .singleElement()
                .satisfies(owed -> assertThat(owed.inTime()).isTrue());
    }

    @Test
    void nothing_that_happens_after_the_day_of_judging_is_seen() {
        List<Obligation> owed = plan(
                List.of(LocalDate.of(2024, 3, 20)),
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 6, 1),
                LocalDate.of(2024, 2, 29));
        assertThat(owed).singleElement().satisfies(first -> {
            assertThat(first.met()).isNull();
            assertThat(first.inTime()).isNull();
            assertThat(first.voidDate()).isNull();
        });
        assertThat(plan(List.of(), LocalDate.of(2024, 3, 1), null, LocalDate.of(2024, 2, 29)))
                .isEmpty();
    }

    @Test
    void the_conference_that_makes_a_plan_is_no_review_of_it_but_a_review_may_be_held_on_the_day_care_starts() {
        LocalDate start = LocalDate.of(2024, 1, 2);
        assertThat(plan(List.of(start), start, null, LocalDate.of(2024, 1, 31)))
                .singleElement()
                .satisfies(owed -> assertThat(owed.met()).isNull());
        assertThat(ReviewTimetable.obligations(
                                List.of(start), start, null, LocalDate.of(2024, 1, 31), ReviewRule.LOOKED_AFTER)
                        .getFirst()
                        .met())
                .isEqualTo(start);
    }

    @Test
    void where_records_begin_later_the_first_known_review_starts_the_series_unless_it_must_have_been_late() {
        LocalDate start = LocalDate.of(2019, 6, 3);
        LocalDate recordsFrom = LocalDate.of(2021, 4, 1);
        LocalDate judged = LocalDate.of(2022, 3, 31);
        // The review before may have been as late as 31 March 2021, so one by 30 September proves nothing.
        List<Obligation> unknown = ReviewTimetable.obligations(
                List.of(LocalDate.of(2021, 9, 30), LocalDate.of(2022, 3, 30)),
                start,
                null,
                judged,
                ReviewRule.LOOKED_AFTER,
                recordsFrom);
        assertThat(unknown)
                .extracting(Obligation::due)
                .containsExactly(LocalDate.of(2022, 3, 30), LocalDate.of(2022, 9, 30));
        assertThat(unknown).extracting(Obligation::inTime).containsExactly(true, null);
        // One day later and it was certainly late.
        List<Obligation> late = ReviewTimetable.obligations(
                List.of(LocalDate.of(2021, 10, 1)), start, null, judged, ReviewRule.LOOKED_AFTER, recordsFrom);
        assertThat(late).extracting(Obligation::inTime).containsExactly(false, null);
        assertThat(late.getFirst().due()).isEqualTo(LocalDate.of(2021, 9, 30));
        // A review from before the records begin, as the census returns the last one of the year before, is used.
        List<Obligation> withEarlier = ReviewTimetable.obligations(
                List.of(LocalDate.of(2021, 2, 1), LocalDate.of(2021, 8, 2)),
                start,
                null,
                judged,
                ReviewRule.LOOKED_AFTER,
                recordsFrom);
        assertThat(withEarlier).extracting(Obligation::due).startsWith(LocalDate.of(2021, 8, 1));
        assertThat(withEarlier).extracting(Obligation::inTime).startsWith(false);
    }

    private static List<Obligation> plan(List<LocalDate> held, LocalDate start, LocalDate end, LocalDate judged) {
        return ReviewTimetable.obligations(held, start, end, judged, ReviewRule.CHILD_PROTECTION);
    }
}
