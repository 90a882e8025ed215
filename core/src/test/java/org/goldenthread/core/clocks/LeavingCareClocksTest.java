package org.goldenthread.core.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Worked by hand. The child is 14 on 10 May 2022, 16 on 10 May 2024 and 18 on 10 May 2026; 13 weeks are 91 days. */
class LeavingCareClocksTest {

    private static final LocalDate BORN = LocalDate.of(2008, 5, 10);
    private static final String ELIGIBLE = "eligible-child-assessment";
    private static final String RELEVANT = "relevant-child-assessment";
    private static final String BIRTHDAYS = "care-leaver-birthday";
    private static final String VISITS = "adviser-visit";
    private static final String HOME_REVIEWS = "accommodation-review";

    @Test
    void needsAreAssessedWithinThreeMonthsOfTheSixteenthBirthdayOrOfBecomingEligibleAfterIt() {
        assertThat(only(ELIGIBLE, began("2023-12-01")).started()).isEqualTo("2024-05-10");
        assertThat(only(ELIGIBLE, began("2023-12-01")).due()).isEqualTo("2024-08-10");
        // 13 weeks from 1 March are up on 31 May.
        assertThat(only(ELIGIBLE, began("2024-03-01")).started()).isEqualTo("2024-05-31");
        assertThat(only(ELIGIBLE, began("2024-03-01")).due()).isEqualTo("2024-08-31");
        // Of care before the 14th birthday nothing counts, and what counts is added up: 31 days of January 2023 and 60
        // from 1 April.
        assertThat(only(
                                ELIGIBLE,
                                in("a", "care-began", "2015-02-01"),
                                in("a", "care-ended", "2016-02-01"),
                                began("2024-03-01"))
                        .started())
                .isEqualTo("2024-05-31");
        assertThat(only(
                                ELIGIBLE,
                                in("a", "care-began", "2023-01-01"),
                                in("a", "care-ended", "2023-02-01"),
                                began("2024-04-01"))
                        .started())
                .isEqualTo("2024-05-31");
        assertThat(only(ELIGIBLE, began("2023-12-01"), in("n", "leaving-care-assessed", "2024-08-10"))
                        .inTime())
                .isTrue();
        assertThat(only(ELIGIBLE, began("2023-12-01"), in("n", "leaving-care-assessed", "2024-08-12"))
                        .inTime())
                .isFalse();
        // Somebody was early.
        assertThat(of(ELIGIBLE, BORN, began("2023-12-01"), in("n", "leaving-care-assessed", "2024-05-02")))
                .isEmpty();
    }

    @Test
    void whoLeavesBeforeSixteenWasTooShortInCareOrTookShortBreaksIsNoEligibleChild() {
        assertThat(of(ELIGIBLE, BORN, began("2023-12-01"), ended("2024-05-09"))).isEmpty();
        assertThat(of(ELIGIBLE, BORN, began("2023-12-01"), ended("2024-05-10")))
                .as("on the birthday itself")
                .isEmpty();
        assertThat(of(ELIGIBLE, BORN, began("2024-03-01"), ended("2024-05-31")))
                .as("on the day on which 13 weeks are up")
                .isEmpty();
        assertThat(of(ELIGIBLE, BORN, began("2026-02-20")))
                .as("18 before 13 weeks are up")
                .isEmpty();
        assertThat(of(ELIGIBLE, BORN, began("2023-12-01"), in("p", "short-breaks-began", "2023-12-01")))
                .isEmpty();
        assertThat(of(ELIGIBLE, null, began("2023-12-01"))).isEmpty();
    }

    @Test
    void whoLeavesBeforeEighteenUnassessedIsAssessedWithinThreeMonthsAsARelevantChild() {
        Occurrence left = ended("2025-01-15");
        assertThat(only(ELIGIBLE, began("2023-12-01"), left).fellAway()).isEqualTo("2025-01-15");
        assertThat(only(RELEVANT, began("2023-12-01"), left).due()).isEqualTo("2025-04-15");
        assertThat(of(RELEVANT, BORN, began("2023-12-01"), in("n", "leaving-care-assessed", "2024-06-03"), left))
                .isEmpty();
        assertThat(of(RELEVANT, BORN, began("2023-12-01"), ended("2026-05-10")))
                .as("at 18 a former relevant child")
                .isEmpty();
        assertThat(only(RELEVANT, began("2023-12-01"), left, in("q", "care-began", "2025-02-01"))
                        .fellAway())
                .as("back in care")
                .isEqualTo("2025-02-01");
        assertThat(only(ELIGIBLE + " q", began("2023-12-01"), left, in("q", "care-began", "2025-02-01"))
                        .due())
                .as("and an eligible child again from the first day")
                .isEqualTo("2025-05-01");
    }

    @Test
    void aPlanFollowsTheAssessmentAndContactAndReviewsEndWithIt() {
        Occurrence assessed = in("n", "leaving-care-assessed", "2024-06-03");
        assertThat(only("pathway-plan", began("2023-12-01"), assessed).due()).isEqualTo("2024-06-17");
        Occurrence made = in("w", "pathway-plan-made", "2024-06-14");
        assertThat(only("pathway-plan", began("2023-12-01"), assessed, made).inTime())
                .isTrue();
        assertThat(of("care-leaver-contact", BORN, began("2023-12-01"), made))
                .as("while looked after the child is visited as such")
                .isEmpty();
        assertThat(of("pathway-plan-review", BORN, began("2023-12-01"), made))
                .as(
                        "and the plan is reviewed with the care plan: regulation 7 is of relevant and former relevant children")
                .isEmpty();
        Occurrence left = ended("2026-02-02");
        assertThat(only("care-leaver-contact", began("2023-12-01"), made, left).due())
                .as("eight weeks from leaving")
                .isEqualTo("2026-03-30");
        Occurrence over = in("w", "pathway-plan-ended", "2029-05-10");
        assertThat(of("care-leaver-contact", BORN, began("2023-12-01"), made, left, over))
                .noneMatch(Watched::isRunning);
        assertThat(of("pathway-plan-review", BORN, began("2023-12-01"), made, left, over))
                .noneMatch(Watched::isRunning);
        assertThat(of(
                                "pathway-plan-review",
                                BORN,
                                began("2023-12-01"),
                                made,
                                left,
                                over,
                                in("w", "pathway-plan-resumed", "2030-01-08"))
                        .getLast()
                        .due())
                .as("taken up again at 21")
                .isEqualTo("2030-07-08");
    }

    /** Provided on 2 February 2026, the day of leaving care: 28 days are up on 2 March. */
    @Test
    void whereTheCouncilProvidesSomewhereToLiveTheAdviserVisitsAndThePlanIsReviewed() {
        Occurrence began = began("2023-12-01");
        Occurrence left = ended("2026-02-02");
        Occurrence made = in("w", "pathway-plan-made", "2024-06-14");
        Occurrence home = in("h", "care-leaver-accommodation-began", "2026-02-02");
        assertThat(only(VISITS, began, made, left, home).due()).isEqualTo("2026-02-09");
        assertThat(of(VISITS, BORN, began, made, left, home, at("2026-02-05"))
                        .getLast()
                        .due())
                .as("two months")
                .isEqualTo("2026-04-05");
        List<Watched> visits = unregulated(VISITS, at("2026-02-05"), at("2026-03-03"), at("2026-05-03"));
        assertThat(visits)
                .extracting(each -> each.due().toString())
                .containsExactly("2026-02-09", "2026-03-02", "2026-05-03", "2026-07-03");
        assertThat(visits).extracting(Watched::inTime).containsExactly(true, false, true, null);
        assertThat(unregulated(VISITS, at("2026-03-09")).getLast().due())
                .as("a first visit after the 28 days was late and is not late twice")
                .isEqualTo("2026-05-09");
        assertThat(of(HOME_REVIEWS, BORN, began, made, left, home))
                .as("registered")
                .isEmpty();
        List<Watched> reviews = unregulated(
                HOME_REVIEWS,
                in("w", "pathway-plan-reviewed", "2026-02-20"),
                in("w", "pathway-plan-reviewed", "2026-03-09"));
        assertThat(reviews)
                .as("a review before the 28 days were up was not that one")
                .extracting(each -> each.started() + " " + each.due())
                .containsExactly("2026-03-02 2026-03-09", "2026-03-09 2026-06-09");
        assertThat(reviews.getFirst().inTime()).isTrue();
        assertThat(unregulated(HOME_REVIEWS, in("h", "care-leaver-accommodation-ended", "2026-02-25")))
                .as("gone before the 28 days were up")
                .isEmpty();
        assertThat(of(VISITS, BORN, began, made, left, home, in("w", "pathway-plan-ended", "2026-02-06"))
                        .getLast()
                        .fellAway())
                .isEqualTo("2026-02-06");
        assertThat(of(VISITS, BORN, began, made, left, home, in("q", "care-began", "2026-02-04"))
                        .getLast()
                        .fellAway())
                .isEqualTo("2026-02-04");
        assertThat(of(VISITS, BORN, began, made, in("h", "care-leaver-accommodation-began", "2026-01-20"), left)
                        .getFirst()
                        .due())
                .as("found while still looked after: from leaving care")
                .isEqualTo("2026-02-09");
    }

    @Test
    void whoComesBackIsAssessedWithinThreeMonthsEachTime() {
        Occurrence made = in("w", "pathway-plan-made", "2024-06-14");
        List<Watched> back = of(
                "returning-care-leaver-assessment",
                BORN,
                began("2023-12-01"),
                made,
                ended("2026-02-02"),
                in("w", "pathway-plan-ended", "2029-05-10"),
                in("w", "pathway-plan-resumed", "2029-11-30"),
                in("n", "leaving-care-assessed", "2030-02-28"),
                in("w", "pathway-plan-ended", "2030-07-01"),
                in("w", "pathway-plan-resumed", "2031-09-01"));
        assertThat(back)
                .extracting(each -> each.sequence() + " " + each.due())
                .containsExactly("1 2030-02-28", "2 2031-12-01");
        assertThat(back.getFirst().inTime()).isTrue();
        assertThat(back.getLast().isRunning()).isTrue();
    }

    @Test
    void aboutEachBirthdayFromThe17thAfterLeavingCareSomebodyIsInTouch() {
        Occurrence made = in("w", "pathway-plan-made", "2024-06-14");
        assertThat(of(BIRTHDAYS, BORN, began("2023-12-01"), made)).as("in care").isEmpty();
        List<Watched> after = of(BIRTHDAYS, BORN, began("2023-12-01"), made, ended("2026-02-02"));
        assertThat(after)
                .extracting(each -> each.due().toString())
                .containsExactly("2026-06-10", "2027-06-10", "2028-06-10", "2029-06-10");
        assertThat(after.getFirst().started()).isEqualTo("2026-02-10");
        assertThat(of(BIRTHDAYS, BORN, began("2023-12-01"), made, ended("2026-05-10")))
                .as("who leaves on the 18th birthday had not left before it")
                .extracting(Watched::sequence)
                .containsExactly(3, 4, 5);
        List<Watched> told = of(
                BIRTHDAYS,
                BORN,
                began("2023-12-01"),
                made,
                ended("2026-02-02"),
                in("w", "care-leaver-visited", "2026-02-09"),
                in("w", "care-leaver-visited", "2027-02-10"),
                in("w", "care-leaver-visited", "2028-06-11"),
                in("w", "pathway-plan-ended", "2029-05-20"));
        assertThat(told.get(0).met())
                .as("a day too early for 2026, so that the next counts, late")
                .isEqualTo("2027-02-10");
        assertThat(told.get(0).inTime()).isFalse();
        assertThat(told.get(1).inTime()).as("three months before to the day").isTrue();
        assertThat(told.get(2).inTime()).as("a month and a day after").isFalse();
        assertThat(told.get(3).fellAway()).isEqualTo("2029-05-20");
        assertThat(of(
                        BIRTHDAYS,
                        BORN,
                        began("2023-12-01"),
                        made,
                        ended("2026-02-02"),
                        in("w", "pathway-plan-ended", "2029-05-10")))
                .as("support that ended on the 21st birthday")
                .hasSize(3);
    }

    @Test
    void aBirthdayOn29FebruaryIsThatOfTheFirstOfMarch() {
        LocalDate born = LocalDate.of(2008, 2, 29);
        List<Watched> after = of(
                BIRTHDAYS, born, began("2023-01-01"), in("w", "pathway-plan-made", "2024-06-14"), ended("2025-01-02"));
        assertThat(after.getFirst().started()).isEqualTo("2024-12-01");
        assertThat(after.getFirst().due()).isEqualTo("2025-04-01");
        assertThat(of(ELIGIBLE, born, began("2023-01-01")).getFirst().started()).isEqualTo("2024-02-29");
    }

    /** The clocks of unregulated accommodation that was provided on 2 February 2026, the day of leaving care. */
    private static List<Watched> unregulated(String clock, Occurrence... further) {
        List<Occurrence> happened = new ArrayList<>(List.of(
                began("2023-12-01"),
                in("w", "pathway-plan-made", "2024-06-14"),
                ended("2026-02-02"),
                in("h", "care-leaver-accommodation-began", "2026-02-02"),
                in("h", "unregulated-accommodation-began", "2026-02-02")));
        happened.addAll(List.of(further));
        return of(clock, BORN, happened.toArray(Occurrence[]::new));
    }

    /** The adviser saw them where they live. */
    private static Occurrence at(String day) {
        return in("w", "care-leaver-visited-at-home", day);
    }

    private static Occurrence began(String day) {
        return in("p", "care-began", day);
    }

    private static Occurrence ended(String day) {
        return in("p", "care-ended", day);
    }

    private static Occurrence in(String record, String event, String day) {
        return new Occurrence(event, record, LocalDate.parse(day), null);
    }

    /** @param clock its id, and the record that it is about where it is not the only one */
    private static Watched only(String clock, Occurrence... happened) {
        String[] parts = clock.split(" ");
        List<Watched> all = of(parts[0], BORN, happened).stream()
                .filter(each -> parts.length == 1 || each.about().equals(parts[1]))
                .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static List<Watched> of(String clock, @Nullable LocalDate born, Occurrence... happened) {
        return ClockRules.standard().watch(Arrays.asList(happened), born, CouncilLimits.standard()).stream()
                .filter(each -> each.clock().equals(clock))
                .toList();
    }
}
