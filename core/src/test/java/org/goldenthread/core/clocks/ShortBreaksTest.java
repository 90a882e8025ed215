package org.goldenthread.core.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by hand, from regulation 48 of the Care Planning, Placement and Case Review (England) Regulations 2010. */
class ShortBreaksTest {

    private static final String REVIEW = "short-break-review";
    private static final String VISIT = "short-break-visit";
    private static final String STAY = "short-break";

    private static final List<String> IN_FULL = List.of(
            "looked-after-review",
            "placement-plan",
            "placement-notification",
            "looked-after-visit",
            "permanence-plan",
            "initial-health-assessment",
            "dental-check",
            "strengths-and-difficulties",
            "personal-education-plan");

    @Test
    void nothingIsOwedThatRegulation48TakesOut() {
        List<Occurrence> agreement = List.of(
                in("p", "care-began", "2024-04-01"),
                in("p", "short-breaks-began", "2024-04-01"),
                in("home", "placement-began", "2024-04-01"));
        assertThat(ClockRules.standard().watch(agreement, CouncilLimits.standard()))
                .extracting(Watched::clock)
                .containsExactlyInAnyOrder("care-plan", REVIEW);
        assertThat(ClockRules.standard()
                        .watch(
                                List.of(
                                        in("p", "care-began", "2024-04-01"),
                                        in("p", "legal-status-began", "2024-04-01"),
                                        in("home", "placement-began", "2024-04-01")),
                                CouncilLimits.standard()))
                .extracting(Watched::clock)
                .containsAll(IN_FULL)
                .doesNotContain(REVIEW);
    }

    @Test
    void reviewsAreHeldWithinThreeMonthsAndThenSixMonthsApart() {
        List<Watched> watched = of(
                REVIEW,
                in("p", "care-began", "2024-04-01"),
                in("p", "short-breaks-began", "2024-04-01"),
                in("p", "looked-after-review-held", "2024-06-20"),
                in("p", "looked-after-review-held", "2024-12-21"));
        assertThat(watched)
                .extracting(Watched::due)
                .containsExactly(day("2024-07-01"), day("2024-12-20"), day("2025-06-21"));
        assertThat(watched).extracting(Watched::inTime).containsExactly(true, false, null);
        assertThat(watched)
                .extracting(Watched::limit)
                .containsExactly("short-break-review-first", "short-break-review-later", "short-break-review-later");
    }

    @Test
    void anAgreementThatIsRecordedAnewGoesOn() {
        List<Occurrence> happened = new ArrayList<>(List.of(
                in("p", "care-began", "2024-04-01"),
                in("p", "short-breaks-began", "2024-04-01"),
                in("p", "looked-after-review-held", "2024-06-20")));
        List<Watched> once = ClockRules.standard().watch(happened, CouncilLimits.standard());
        happened.add(in("p", "short-breaks-began", "2024-08-01"));
        assertThat(ClockRules.standard().watch(happened, CouncilLimits.standard()))
                .isEqualTo(once);
    }

    @Test
    void theFirstVisitIsMadeByTheSeventhDayOfBeingThereHoweverLongItTakes() {
        List<Occurrence> weekends = new ArrayList<>(
                List.of(in("p", "care-began", "2024-04-01"), in("p", "short-breaks-began", "2024-04-01")));
        weekends.addAll(stay("one", "2024-04-05", "2024-04-07"));
        weekends.addAll(stay("two", "2024-04-19", "2024-04-21"));
        weekends.addAll(stay("three", "2024-05-03", "2024-05-05"));
        assertThat(of(VISIT, weekends)).as("six days so far").isEmpty();
        weekends.addAll(stay("four", "2024-05-17", "2024-05-19"));
        assertThat(of(VISIT, weekends)).extracting(Watched::due).containsExactly(day("2024-05-17"));
        // At home, between two stays.
        weekends.add(in("plan", "child-visited", "2024-04-25"));
        assertThat(of(VISIT, weekends)).extracting(Watched::met).containsOnlyNulls();
        weekends.add(in("home", "child-visited", "2024-05-04"));
        List<Watched> visited = of(VISIT, weekends);
        assertThat(visited).extracting(Watched::due).containsExactly(day("2024-05-05"), day("2024-11-04"));
        assertThat(visited.getFirst().inTime()).isTrue();
        assertThat(visited.getLast().started()).isEqualTo("2024-05-04");
    }

    @Test
    void whoIsVisitedOnTheSecondDayIsInTimeThoughNobodyKnowsTheSeventh() {
        List<Occurrence> visited = new ArrayList<>(
                List.of(in("p", "care-began", "2024-04-01"), in("p", "short-breaks-began", "2024-04-01")));
        visited.addAll(stay("one", "2024-04-05", "2024-04-07"));
        visited.add(in("one", "child-visited", "2024-04-06"));
        assertThat(of(VISIT, visited).getFirst().inTime()).isTrue();
        assertThat(of(VISIT, visited).getLast().due()).isEqualTo("2024-10-06");
        // Five days more from the second: and so it stays, whatever comes later.
        assertThat(of(VISIT, visited).getFirst().due()).isEqualTo("2024-04-11");
        visited.addAll(stay("two", "2024-04-19", "2024-04-26"));
        assertThat(of(VISIT, visited).getFirst().due()).isEqualTo("2024-04-11");
    }

    @Test
    void aStayThatLastsReachesItsSeventhDay() {
        assertThat(of(
                        VISIT,
                        in("p", "care-began", "2024-04-01"),
                        in("p", "short-breaks-began", "2024-04-01"),
                        in("one", "short-break-began", "2024-04-05")))
                .extracting(Watched::due)
                .containsExactly(day("2024-04-11"));
    }

    @Test
    void oneBreakLastsSeventeenDaysAtMost() {
        assertThat(of(STAY, in("one", "short-break-began", "2024-08-01")))
                .extracting(Watched::due)
                .containsExactly(day("2024-08-18"));
        assertThat(of(STAY, stay("one", "2024-08-01", "2024-08-18")).getFirst().inTime())
                .isTrue();
        assertThat(of(STAY, stay("one", "2024-08-01", "2024-08-19")).getFirst().inTime())
                .isFalse();
    }

    @Test
    void allBreaksOfTwelveMonthsComeToSeventyFiveDaysAtMost() {
        List<Occurrence> year = new ArrayList<>();
        // 17, 17, 17 and 16 days: 67.
        year.addAll(stay("one", "2024-01-10", "2024-01-27"));
        year.addAll(stay("two", "2024-03-01", "2024-03-18"));
        year.addAll(stay("three", "2024-05-01", "2024-05-18"));
        year.addAll(stay("four", "2024-08-01", "2024-08-17"));
        List<Occurrence> eightLeft = new ArrayList<>(year);
        eightLeft.add(in("five", "short-break-began", "2024-12-01"));
        Watched fifth = of(STAY, eightLeft).getLast();
        assertThat(fifth.due()).isEqualTo("2024-12-09");
        assertThat(fifth.limit()).isEqualTo("short-breaks-in-a-year");
        // Each day from 11 January 2025 on, one of last January's is more than twelve months ago.
        List<Occurrence> later = new ArrayList<>(year);
        later.add(in("five", "short-break-began", "2025-01-05"));
        assertThat(of(STAY, later).getLast().due()).isEqualTo("2025-01-22");
        assertThat(of(STAY, later).getLast().limit()).isEqualTo("short-break-single");
        // None left at all.
        List<Occurrence> none = new ArrayList<>(year);
        none.addAll(stay("five", "2024-10-01", "2024-10-09"));
        none.add(in("six", "short-break-began", "2024-11-02"));
        assertThat(of(STAY, none).getLast().due()).isEqualTo("2024-11-02");
    }

    @Test
    void aStayWithoutAnEndOfItsOwnEndsWithThePeriodThatItIs() {
        List<Watched> watched = of(
                STAY,
                in("p", "care-began", "2024-04-05"),
                in("p", "short-breaks-began", "2024-04-05"),
                in("status", "short-break-began", "2024-04-05"),
                in("p", "care-ended", "2024-04-08"));
        assertThat(watched).extracting(Watched::met).containsExactly(day("2024-04-08"));
    }

    @Test
    void whoStaysForGoodIsOwedEverythingFromThatDay() {
        List<Occurrence> happened = List.of(
                in("p", "care-began", "2024-04-01"),
                in("p", "short-breaks-began", "2024-04-01"),
                in("home", "placement-began", "2024-04-01"),
                in("p", "legal-status-began", "2024-09-02"));
        Watched review = of("looked-after-review", happened).getFirst();
        assertThat(review.started()).isEqualTo("2024-09-02");
        assertThat(review.due()).as("twenty working days").isEqualTo("2024-09-30");
        assertThat(of("looked-after-visit", happened).getFirst().due()).isEqualTo("2024-09-09");
        assertThat(of("placement-plan", happened).getFirst().due()).isEqualTo("2024-09-09");
        assertThat(of(REVIEW, happened).getLast().fellAway()).isEqualTo("2024-09-02");
    }

    @Test
    void whatIsOwedInFullEndsWhereShortBreaksBegin() {
        List<Occurrence> happened = List.of(
                in("p", "care-began", "2024-04-02"),
                in("p", "legal-status-began", "2024-04-02"),
                in("p", "short-breaks-began", "2024-04-15"));
        assertThat(of("looked-after-review", happened))
                .extracting(Watched::fellAway)
                .containsExactly(day("2024-04-15"));
        assertThat(of(REVIEW, happened)).extracting(Watched::due).containsExactly(day("2024-07-15"));
    }

    @Test
    void breaksThatArePeriodsOfTheirOwnAreOneSeries() {
        List<Occurrence> happened = new ArrayList<>();
        happened.addAll(period("a", "2024-01-05", "2024-01-10"));
        happened.addAll(period("b", "2024-02-02", "2024-02-07"));
        assertThat(of(VISIT, happened))
                .extracting(Watched::due)
                .as("5 days, then 2")
                .containsExactly(day("2024-02-03"));
        assertThat(of(VISIT, happened)).extracting(Watched::fellAway).containsExactly(day("2024-02-07"));
        happened.addAll(period("c", "2024-04-03", "2024-04-12"));
        Watched owed = of(REVIEW, happened).getLast();
        assertThat(owed.about()).isEqualTo("c");
        assertThat(owed.due()).as("three months from the first of them").isEqualTo("2024-04-05");
        // More than six months without one, and a series begins anew.
        happened.addAll(period("d", "2024-10-13", "2024-10-20"));
        assertThat(of(REVIEW, happened).getLast().due()).isEqualTo("2025-01-13");
    }

    @Test
    void whatHappenedInAnotherPeriodOfCareIsLeftAlone() {
        List<Occurrence> happened = new ArrayList<>();
        happened.add(in("before", "care-began", "2024-01-02"));
        happened.add(in("before", "looked-after-review-held", "2024-01-25"));
        happened.add(in("before", "care-ended", "2024-02-20"));
        List<Watched> alone = of("looked-after-review", happened);
        happened.addAll(period("b", "2024-04-05", "2024-04-10"));
        assertThat(of("looked-after-review", happened)).isEqualTo(alone);
    }

    private static List<Occurrence> stay(String about, String from, String to) {
        return List.of(in(about, "short-break-began", from), in(about, "short-break-ended", to));
    }

    /** A break that is recorded as a period of being looked after (V3). */
    private static List<Occurrence> period(String about, String from, String to) {
        return List.of(
                in(about, "care-began", from),
                in(about, "short-breaks-began", from),
                in(about + "-status", "short-break-began", from),
                in(about, "care-ended", to));
    }

    private static List<Watched> of(String clock, Occurrence... happened) {
        return of(clock, Arrays.asList(happened));
    }

    private static List<Watched> of(String clock, List<Occurrence> happened) {
        return ClockRules.standard().watch(happened, CouncilLimits.standard()).stream()
                .filter(each -> each.clock().equals(clock))
                .toList();
    }

    private static Occurrence in(String about, String event, String day) {
        return new Occurrence(event, about, day(day), null);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
