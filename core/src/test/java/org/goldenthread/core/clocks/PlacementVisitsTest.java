package org.goldenthread.core.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Regulation 28, worked by hand from the calendars of 2024 and 2025. */
class PlacementVisitsTest {

    @Test
    void anyPlacementIsVisitedWithinAWeekAndThenEverySixWeeks() {
        assertThat(owed(on("2024-01-04", "care-began", "placement-began"), visits("2024-01-11", "2024-02-22")))
                .containsExactly(
                        "2024-01-11 28(2)(a) in time", // Thursday to Thursday.
                        "2024-02-22 28(2)(b) in time",
                        "2024-04-04 28(2)(b)");
    }

    @Test
    void afterTheFirstYearItDependsOnHowLongThePlacementIsMeantToLast() {
        // The first year of a placement that began on 4 January 2024 ends with 3 January 2025.
        List<Occurrence> began = on("2024-01-04", "care-began", "placement-began");
        List<Occurrence> permanent =
                with(began, on("2024-09-01", "placement-meant-to-eighteen"), visits("2024-01-04", "2025-01-03"));
        assertThat(last(permanent)).isEqualTo("2025-02-14 28(2)(b)");
        assertThat(last(with(permanent, visits("2025-01-04")))).isEqualTo("2025-04-04 28(2)(c)(i)");
        assertThat(last(with(began, visits("2025-01-04")))).isEqualTo("2025-02-15 28(2)(c)(ii)");
        // Settled on in the second year, before the six weeks from 4 January are over: three months from the visit.
        assertThat(last(with(began, visits("2025-01-04"), on("2025-02-15", "placement-meant-to-eighteen"))))
                .isEqualTo("2025-04-04 28(2)(c)(i)");
        // A day after they are over: what was missed stays missed.
        assertThat(last(with(began, visits("2025-01-04"), on("2025-02-16", "placement-meant-to-eighteen"))))
                .isEqualTo("2025-02-15 28(2)(c)(ii)");
    }

    @Test
    void aChildWhoIsSettledWithLongTermCarersMayAgreeToSixMonths() {
        List<Occurrence> began = on("2024-01-04", "care-began", "placement-began", "placement-meant-to-eighteen");
        List<Occurrence> agreed = with(began, on("2024-11-01", "placement-half-yearly-agreed"));
        assertThat(last(with(agreed, visits("2025-01-03")))).isEqualTo("2025-02-14 28(2)(b)");
        assertThat(last(with(agreed, visits("2025-01-04"))))
                .isEqualTo("2025-07-04 28 as amended in 2015 (SI 2015/495)");
        // Six months from 31 August end on the last of February.
        assertThat(last(with(agreed, visits("2025-08-31"))))
                .isEqualTo("2026-02-28 28 as amended in 2015 (SI 2015/495)");
        // Agreed while the three months from 4 January run: six from that visit. A day after they are over, they stay
        // missed.
        List<Occurrence> later = with(began, visits("2025-01-04"));
        assertThat(last(with(later, on("2025-04-04", "placement-half-yearly-agreed"))))
                .isEqualTo("2025-07-04 28 as amended in 2015 (SI 2015/495)");
        assertThat(last(with(later, on("2025-04-05", "placement-half-yearly-agreed"))))
                .isEqualTo("2025-04-04 28(2)(c)(i)");
    }

    @Test
    void aYearFromALeapDayEndsWithTheLastOfFebruary() {
        List<Occurrence> began =
                on("2024-02-29", "care-began", "placement-began", "placement-meant-to-eighteen", "child-visited");
        assertThat(last(began)).isEqualTo("2024-04-11 28(2)(b)");
        assertThat(last(with(began, visits("2025-02-28")))).isEqualTo("2025-04-11 28(2)(b)");
        assertThat(last(with(began, visits("2025-03-01")))).isEqualTo("2025-06-01 28(2)(c)(i)");
        // Three months from 30 November end on the last of February.
        assertThat(last(with(began, visits("2025-11-30")))).isEqualTo("2026-02-28 28(2)(c)(i)");
    }

    @Test
    void withAParentUnderAnInterimOrderItIsWeeklyUntilTheFirstReviewAndThenFourWeeks() {
        List<Occurrence> began =
                on("2024-03-04", "care-began", "placement-with-parent-began", "interim-care-order-began");
        List<Occurrence> seen = with(began, visits("2024-03-08", "2024-03-15"));
        assertThat(owed(seen))
                .containsExactly("2024-03-11 28(4)(a) in time", "2024-03-15 28(4)(a) in time", "2024-03-22 28(4)(a)");
        List<Occurrence> reviewed = with(seen, on("2024-03-20", "looked-after-review-held"));
        assertThat(last(reviewed)).isEqualTo("2024-04-12 28(4)(b)");
        // The week from 15 March ended on the 22nd: a review on that day still ends the weekly visits, one on the 23rd
        // does not excuse.
        assertThat(last(with(seen, on("2024-03-22", "looked-after-review-held"))))
                .isEqualTo("2024-04-12 28(4)(b)");
        assertThat(last(with(seen, on("2024-03-23", "looked-after-review-held"))))
                .isEqualTo("2024-03-22 28(4)(a)");
        List<Occurrence> later = with(reviewed, visits("2024-04-11"));
        assertThat(last(later)).isEqualTo("2024-05-09 28(4)(b)");
        // A care order on 1 May: within a week of it, then six weeks, in the second year too.
        List<Occurrence> ordered = with(later, on("2024-05-01", "interim-care-order-ended", "care-order-began"));
        assertThat(last(ordered)).isEqualTo("2024-05-08 28(5)(a)");
        assertThat(last(with(ordered, visits("2024-05-08")))).isEqualTo("2024-06-19 28(5)(b)");
        assertThat(last(with(ordered, visits("2025-05-08")))).isEqualTo("2025-06-19 28(5)(b)");
        // The order lapsed and nothing followed: the rule for any placement, from the visit before.
        assertThat(last(with(later, on("2024-05-01", "interim-care-order-ended"))))
                .isEqualTo("2024-05-23 28(2)(b)");
    }

    @Test
    void anOrderMadeWhileAnIntervalRunsShortensItFromTheOrder() {
        List<Occurrence> seen =
                with(on("2024-03-25", "care-began", "placement-with-parent-began"), visits("2024-04-01"));
        assertThat(last(seen)).isEqualTo("2024-05-13 28(2)(b)");
        assertThat(last(with(seen, on("2024-04-10", "interim-care-order-began"))))
                .isEqualTo("2024-04-17 28(4)(a)");
        assertThat(last(with(seen, on("2024-05-10", "interim-care-order-began"))))
                .isEqualTo("2024-05-13 28(2)(b)");
        // With another carer an interim order changes nothing.
        assertThat(last(with(
                        on("2024-03-25", "care-began", "placement-began"),
                        visits("2024-04-01"),
                        on("2024-04-10", "interim-care-order-began"))))
                .isEqualTo("2024-05-13 28(2)(b)");
    }

    @Test
    void beforeTheAssessmentOfAParentIsCompleteItIsWeeklyAndThenSixWeeks() {
        List<Occurrence> began = with(
                on("2024-05-06", "care-began", "placement-with-parent-began", "placement-before-assessment"),
                visits("2024-05-10"));
        assertThat(owed(began)).containsExactly("2024-05-13 28(3)(a) in time", "2024-05-17 28(3)(a)");
        assertThat(last(with(began, on("2024-05-14", "looked-after-review-held"))))
                .isEqualTo("2024-06-21 28(3)(b)");
        List<Occurrence> underOrder = with(began, on("2024-05-06", "care-order-began"));
        assertThat(last(underOrder)).isEqualTo("2024-05-17 28(3)(a)");
        // Complete on the 14th: the order is no news by then, so no visit within a week of it is owed again.
        assertThat(last(with(underOrder, on("2024-05-14", "placement-assessment-completed"))))
                .isEqualTo("2024-06-21 28(5)(b)");
        // With an interim order too, the stricter of (3) and (4).
        assertThat(last(with(
                        began,
                        on("2024-05-06", "interim-care-order-began"),
                        on("2024-05-14", "looked-after-review-held"))))
                .isEqualTo("2024-06-07 28(4)(b)");
    }

    @Test
    void aChildWhoGoesToAParentAfterTheFirstReviewIsVisitedWithinAWeekAllTheSame() {
        assertThat(owed(
                        on("2023-06-01", "care-began", "care-order-began"),
                        on("2023-06-28", "looked-after-review-held"),
                        on("2024-05-06", "placement-with-parent-began"),
                        visits("2024-05-13")))
                .containsExactly("2024-05-13 28(2)(a) in time", "2024-06-24 28(5)(b)");
    }

    @Test
    void aReviewOfAnEarlierPeriodEndsNoWeeklyVisits() {
        assertThat(last(with(
                        on("2022-01-10", "care-began", "interim-care-order-began"),
                        on("2022-02-01", "looked-after-review-held"),
                        on("2022-06-01", "care-ended"),
                        on("2024-03-04", "care-began", "placement-with-parent-began", "interim-care-order-began"))))
                .isEqualTo("2024-03-11 28(4)(a)");
        // Nor is the order of the earlier period still in force.
        assertThat(last(with(
                        on("2022-01-10", "care-began", "interim-care-order-began"),
                        on("2022-06-01", "care-ended"),
                        on("2024-03-04", "care-began", "placement-with-parent-began"))))
                .isEqualTo("2024-03-11 28(2)(a)");
    }

    @Test
    void aConnectedPersonWhoIsApprovedForATimeIsVisitedWeeklyUntilApprovedInFull() {
        List<Occurrence> began = with(
                on("2024-01-04", "care-began", "placement-began", "placement-approved-for-a-time"),
                visits("2024-01-09"));
        assertThat(last(began)).isEqualTo("2024-01-16 28(4)(a)");
        assertThat(last(with(began, on("2024-01-12", "looked-after-review-held"))))
                .isEqualTo("2024-02-06 28(4)(b)");
        assertThat(last(with(began, on("2024-01-12", "placement-assessment-completed"))))
                .isEqualTo("2024-02-20 28(2)(b)");
    }

    @Test
    void whereAnotherPersonIsResponsibleTheSecondYearHasThreeMonths() {
        List<Occurrence> began = on("2024-01-04", "care-began", "placement-began", "placement-others-responsible");
        assertThat(owed(began, visits("2024-01-10", "2025-01-04")))
                .containsExactly("2024-01-11 28(6)(a) in time", "2024-02-21 28(6)(b) late", "2025-04-04 28(6)(c)");
    }

    @Test
    void aVisitThatIsAskedForComesBeforeTheNextOne() {
        List<Occurrence> seen = with(on("2024-01-04", "care-began", "placement-began"), visits("2024-01-10"));
        // Five working days from Thursday 18 January: the 25th. A notice about the home: within a week.
        List<Occurrence> asked = with(seen, on("2024-01-18", "visit-requested"));
        assertThat(last(asked)).isEqualTo("2024-01-25 local");
        assertThat(last(with(seen, on("2024-01-19", "home-notice-received")))).isEqualTo("2024-01-26 28(7)(b)");
        assertThat(last(with(asked, visits("2024-01-24")))).isEqualTo("2024-03-06 28(2)(b)");
        assertThat(owed(with(asked, visits("2024-01-30")))).contains("2024-01-25 local late");
    }

    /** The clocks are a function of what is known, in whatever order it became known. */
    @Test
    void theOrderInWhichThingsBecameKnownMakesNoDifference() {
        List<Occurrence> happened = with(
                on("2024-03-04", "care-began", "placement-with-parent-began", "interim-care-order-began"),
                visits("2024-03-08", "2024-03-15", "2024-04-11"),
                on("2024-03-20", "looked-after-review-held"),
                on("2024-05-01", "interim-care-order-ended", "care-order-began"));
        List<String> expected = owed(happened);
        Random random = new Random(28);
        for (int turn = 0; turn < 20; turn++) {
            Collections.shuffle(happened, random);
            assertThat(owed(happened)).isEqualTo(expected);
        }
    }

    private static List<Occurrence> on(String day, String... events) {
        return new ArrayList<>(Arrays.stream(events)
                .map(event -> new Occurrence(event, about(event), LocalDate.parse(day), null))
                .toList());
    }

    /** Statuses and reviews count towards the period of care, as the record has it. */
    private static String about(String event) {
        return event.startsWith("placement")
                        || event.equals("child-visited")
                        || event.startsWith("visit")
                        || event.startsWith("home")
                ? "placement"
                : "period";
    }

    private static List<Occurrence> visits(String... days) {
        return Arrays.stream(days)
                .map(day -> new Occurrence("child-visited", "placement", LocalDate.parse(day), null))
                .toList();
    }

    @SafeVarargs
    private static List<Occurrence> with(List<Occurrence>... parts) {
        List<Occurrence> all = new ArrayList<>();
        Arrays.stream(parts).forEach(all::addAll);
        return all;
    }

    private static String last(List<Occurrence> happened) {
        return owed(happened).getLast();
    }

    /** Each visit that is owed: its last day, the paragraph, and how it stands where it was made. */
    @SafeVarargs
    private static List<String> owed(List<Occurrence>... parts) {
        CouncilLimits limits = CouncilLimits.standard();
        return ClockRules.standard().watch(with(parts), limits).stream()
                .filter(each -> each.clock().equals("looked-after-visit"))
                .map(each -> each.due() + " " + paragraph(limits.law(String.valueOf(each.limit()), each.started()))
                        + (each.inTime() == null ? "" : each.inTime() ? " in time" : " late"))
                .toList();
    }

    private static String paragraph(String law) {
        return law.startsWith("Local") ? "local" : law.substring(law.indexOf("reg. ") + 5);
    }
}
