package org.goldenthread.core.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.goldenthread.core.tables.ResourceTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Worked by hand from the calendar of 2024: Good Friday 29 March, Easter Monday 1 April, bank holidays 6 and 27 May. */
class ClockRulesTest {

    private static final String REVIEWS = "id,name,kind,limits,young,starts,stops,ends,paused,open,except,soon\n"
            + "reviews,Reviews,series from start day,looked-after-review-first looked-after-review-second"
            + " looked-after-review-later,,care-began,review-held,care-ended,,,,5\n"
            + "core-group,Core group,once,core-group-first,,plan-began,core-group-met,plan-ended,,,,2\n";

    @Test
    void aContactIsDecidedOnWithinOneWorkingDay() {
        Watched overEaster = only("contact-decision", contact("2024-03-28"));
        assertThat(overEaster.due()).isEqualTo("2024-04-02");
        assertThat(overEaster.standing(LocalDateTime.parse("2024-03-28T17:00"))).isEqualTo(ClockStanding.DUE);
        assertThat(overEaster.standing(LocalDateTime.parse("2024-04-02T23:59"))).isEqualTo(ClockStanding.DUE_SOON);
        assertThat(overEaster.standing(LocalDateTime.parse("2024-04-03T00:00"))).isEqualTo(ClockStanding.OVERDUE);
        Watched decided = only("contact-decision", contact("2024-03-28"), event("contact-decided", "a", "2024-04-03"));
        assertThat(decided.inTime()).isFalse();
        assertThat(decided.standing(LocalDateTime.parse("2024-04-03T10:00"))).isEqualTo(ClockStanding.MET_LATE);
    }

    /** Placed on Thursday 28 March 2024: five working days are over on Monday 8 April, past Good Friday and Easter Monday. */
    @Test
    void othersAreToldOfAPlacementBeforeItOrInAnEmergencyWithinFiveWorkingDays() {
        Occurrence began = event("placement-began", "a", "2024-03-28");
        Occurrence emergency = event("placement-in-emergency", "a", "2024-03-28");
        Occurrence planned = event("placement-planned", "a", "2024-03-28");
        Occurrence dayBefore = event("placement-notified", "a", "2024-03-27");
        Occurrence fifthDay = event("placement-notified", "a", "2024-04-08");
        String clock = "placement-notification";
        assertThat(only(clock, began).due()).as("nobody said which").isEqualTo("2024-04-08");
        assertThat(only(clock, began, emergency).due()).isEqualTo("2024-04-08");
        assertThat(only(clock, began, emergency, fifthDay).inTime()).isTrue();
        assertThat(only(clock, began, emergency, dayBefore).inTime()).isTrue();
        Watched unmet = only(clock, began, planned);
        assertThat(unmet.due()).isEqualTo("2024-03-28");
        assertThat(unmet.limit()).isEqualTo("placement-notification-beforehand");
        assertThat(unmet.standing(LocalDateTime.parse("2024-03-29T00:00"))).isEqualTo(ClockStanding.OVERDUE);
        assertThat(only(clock, began, planned, dayBefore).inTime()).isTrue();
        assertThat(only(clock, began, planned, fifthDay).inTime()).isFalse();
    }

    @Test
    void anAssessmentHasFortyFiveWorkingDays() {
        // From Thursday 28 March: 3 working days to 4 April, then 9 weeks less the two May holidays: 5 June.
        Watched assessment = only("assessment", event("assessment-began", "a", "2024-03-28"));
        assertThat(assessment.due()).isEqualTo("2024-06-05");
        assertThat(assessment.standing(LocalDateTime.parse("2024-05-28T09:00"))).isEqualTo(ClockStanding.DUE);
        assertThat(assessment.standing(LocalDateTime.parse("2024-05-29T09:00"))).isEqualTo(ClockStanding.DUE_SOON);
        Watched onTheDay = only(
                "assessment",
                event("assessment-began", "a", "2024-03-28"),
                event("assessment-authorised", "a", "2024-06-05"));
        assertThat(onTheDay.standing(LocalDateTime.parse("2030-01-01T00:00"))).isEqualTo(ClockStanding.MET);
    }

    /** Placed for adoption on 2 January, returned on 1 March, and placed again on 15 April 2024: four weeks to each first review. */
    @Test
    void whatBeginsAgainAfterItEndedIsWatchedAgain() {
        List<Watched> reviews = ClockRules.standard()
                .watch(
                        List.of(
                                event("placed-for-adoption", "a", "2024-01-02"),
                                event("looked-after-review-held", "a", "2024-01-30"),
                                event("adoption-placement-ended", "a", "2024-03-01"),
                                event("looked-after-review-held", "a", "2024-04-02"),
                                event("placed-for-adoption", "a", "2024-04-15")),
                        CouncilLimits.standard())
                .stream()
                .filter(each -> each.clock().equals("adoption-review"))
                .toList();
        assertThat(reviews)
                .extracting(each -> each.sequence() + " " + each.due() + " " + each.met() + " " + each.fellAway())
                .containsExactly(
                        "1 2024-01-30 2024-01-30 null", "2 2024-04-30 null 2024-03-01", "3 2024-05-13 null null");
    }

    /** Approved on Thursday 4 January 2024: 16 weeks to Thursday 25 April, and with the eight weeks more to 20 June. */
    @Test
    void whatProtectsAChildForDaysAloneIsWatchedToItsEnd() {
        // Over a weekend: these are days and not working days.
        assertThat(only("police-protection", event("police-protection-began", "a", "2024-01-04"))
                        .due())
                .isEqualTo("2024-01-07");
        assertThat(only(
                                "police-protection",
                                event("police-protection-began", "a", "2024-01-04"),
                                event("police-protection-ended", "a", "2024-01-05"))
                        .inTime())
                .isTrue();
        Occurrence order = event("emergency-protection-order-began", "a", "2024-01-04");
        assertThat(only("emergency-protection-order", order).due()).isEqualTo("2024-01-12");
        assertThat(only(
                                "emergency-protection-order",
                                order,
                                event("emergency-protection-order-extended", "a", "2024-01-12"))
                        .due())
                .isEqualTo("2024-01-19");
        assertThat(only(
                                "emergency-protection-order",
                                order,
                                event("emergency-protection-order-extended", "a", "2024-01-13"))
                        .due())
                .as("what had run out could not be extended")
                .isEqualTo("2024-01-12");
    }

    @Test
    void aTemporaryApprovalLastsSixteenWeeksAndEightMoreWhereItIsExtendedInTime() {
        Occurrence approved = event("placement-approved-for-a-time", "a", "2024-01-04");
        assertThat(only("temporary-approval", approved).due()).isEqualTo("2024-04-25");
        Watched extended =
                only("temporary-approval", approved, event("temporary-approval-extended", "a", "2024-04-25"));
        assertThat(extended.due()).isEqualTo("2024-06-20");
        assertThat(extended.limit()).isEqualTo("temporary-approval-extended");
        // What had expired could not be extended.
        assertThat(only("temporary-approval", approved, event("temporary-approval-extended", "a", "2024-04-26"))
                        .due())
                .isEqualTo("2024-04-25");
        Watched inFull = only(
                "temporary-approval",
                approved,
                event("temporary-approval-extended", "a", "2024-04-25"),
                event("placement-assessment-completed", "a", "2024-06-20"));
        assertThat(inFull.inTime()).isTrue();
        assertThat(only("temporary-approval", approved, event("placement-ended", "a", "2024-02-01"))
                        .fellAway())
                .isEqualTo("2024-02-01");
    }

    /** Refused in full and a review sought: extended on the last day, 25 April 2024, until the outcome, which came on 10 July. */
    @Test
    void aTemporaryApprovalThatIsExtendedForAReviewLastsUntilItsOutcomeIsKnown() {
        Occurrence approved = event("placement-approved-for-a-time", "a", "2024-01-04");
        Occurrence extended = event("temporary-approval-extended-for-review", "a", "2024-04-25");
        Watched open = only("temporary-approval", approved, extended);
        assertThat(open.pausedSince()).isEqualTo("2024-04-25");
        assertThat(open.standing(LocalDateTime.parse("2024-07-09T09:00"))).isEqualTo(ClockStanding.PAUSED);
        Watched decided =
                only("temporary-approval", approved, extended, event("review-of-refusal-decided", "a", "2024-07-10"));
        assertThat(decided.pausedSince()).isNull();
        assertThat(decided.due()).isEqualTo("2024-07-10");
        assertThat(decided.standing(LocalDateTime.parse("2024-07-11T09:00"))).isEqualTo(ClockStanding.OVERDUE);
        // An outcome within the sixteen weeks takes nothing of them away.
        assertThat(only(
                                "temporary-approval",
                                approved,
                                event("temporary-approval-extended-for-review", "a", "2024-03-01"),
                                event("review-of-refusal-decided", "a", "2024-03-20"))
                        .due())
                .isEqualTo("2024-04-25");
        // Within the eight weeks more it may be extended too, and what had expired may not.
        assertThat(only(
                                "temporary-approval",
                                approved,
                                event("temporary-approval-extended", "a", "2024-04-20"),
                                event("temporary-approval-extended-for-review", "a", "2024-06-20"))
                        .pausedSince())
                .isEqualTo("2024-06-20");
        Watched tooLate = only(
                "temporary-approval", approved, event("temporary-approval-extended-for-review", "a", "2024-04-26"));
        assertThat(tooLate.pausedSince()).isNull();
        assertThat(tooLate.standing(LocalDateTime.parse("2024-04-26T09:00"))).isEqualTo(ClockStanding.OVERDUE);
        assertThat(only(
                                "temporary-approval",
                                approved,
                                extended,
                                event("placement-assessment-completed", "a", "2024-06-20"))
                        .inTime())
                .isTrue();
        assertThat(only("temporary-approval", approved, extended, event("placement-ended", "a", "2024-06-20"))
                        .fellAway())
                .isEqualTo("2024-06-20");
    }

    /** Placed on Maundy Thursday: the sixth working day is Tuesday 9 April. */
    @Test
    void anEmergencyPlacementOutsideTheTermsLastsSixWorkingDays() {
        Occurrence placed = event("placement-outside-terms", "a", "2024-03-28");
        assertThat(only("emergency-placement", placed).due()).isEqualTo("2024-04-09");
        assertThat(only("emergency-placement", placed, event("placement-ended", "a", "2024-04-09"))
                        .inTime())
                .isTrue();
        assertThat(only("emergency-placement", placed, event("placement-terms-changed", "a", "2024-04-10"))
                        .inTime())
                .isFalse();
    }

    /** The review of what one placement costs falls away with that placement, and with no other. */
    @Test
    void theReviewOfACostSplitEndsWithItsPlacement() {
        List<Occurrence> split = List.of(
                new Occurrence("cost-split-proposed", "split", "placement", LocalDate.parse("2024-02-01"), noTime()),
                event("cost-split-review-due", "split", "2024-06-01"));
        assertThat(only("cost-split-review", with(split, event("placement-ended", "other", "2024-05-15")))
                        .fellAway())
                .isNull();
        assertThat(only("cost-split-review", with(split, event("placement-ended", "placement", "2024-05-15")))
                        .fellAway())
                .isEqualTo("2024-05-15");
        Watched reviewed = only(
                "cost-split-review",
                with(
                        split,
                        event("cost-split-reviewed", "split", "2024-05-10"),
                        event("placement-ended", "placement", "2024-05-15")));
        assertThat(reviewed.met()).isEqualTo("2024-05-10");
        assertThat(reviewed.fellAway()).isNull();
    }

    /** Consent on 31 August 2023: three months end on 30 November. */
    @Test
    void aChildWhoMayBePlacedIsReviewedUntilTheAuthorityEnds() {
        Occurrence consent = event("authorised-to-place", "a", "2023-08-31");
        Occurrence review = event("looked-after-review-held", "a", "2023-11-30");
        assertThat(due("adoption-authority-review", consent)).containsExactly("2023-11-30 null");
        assertThat(due("adoption-authority-review", consent, review))
                .containsExactly("2023-11-30 null", "2024-05-30 null");
        Occurrence withdrawn = event("authority-to-place-ended", "a", "2024-02-01");
        assertThat(due("adoption-authority-review", consent, review, withdrawn))
                .containsExactly("2023-11-30 null", "2024-05-30 2024-02-01");
        // A placement order takes the place of the consent on the day on which it ends (section 19(3)).
        assertThat(due(
                        "adoption-authority-review",
                        consent,
                        review,
                        withdrawn,
                        event("authorised-to-place", "a", "2024-02-01")))
                .containsExactly("2023-11-30 null", "2024-05-30 2024-02-01", "2024-05-01 null");
    }

    private static List<String> due(String clock, Occurrence... happened) {
        return ClockRules.standard().watch(List.of(happened), CouncilLimits.standard()).stream()
                .filter(each -> each.clock().equals(clock))
                .map(each -> each.due() + " " + each.fellAway())
                .toList();
    }

    private static Occurrence[] with(List<Occurrence> before, Occurrence... after) {
        List<Occurrence> all = new ArrayList<>(before);
        all.addAll(List.of(after));
        return all.toArray(Occurrence[]::new);
    }

    @Test
    void anEventOfAnotherRecordStopsNothing() {
        Watched watched = only(
                "assessment",
                event("assessment-began", "a", "2024-03-28"),
                event("assessment-authorised", "b", "2024-04-10"));
        assertThat(watched.met()).isNull();
    }

    @Test
    void hoursRunThroughTheNightAndTheWeekend() {
        List<Occurrence> happened = List.of(
                new Occurrence("mash-rated-amber", "a", LocalDate.of(2024, 3, 29), LocalTime.of(16, 30)),
                new Occurrence("contact-decided", "a", LocalDate.of(2024, 3, 30), LocalTime.of(16, 31)));
        Watched amber =
                ClockRules.standard().watch(happened, CouncilLimits.standard()).getFirst();
        assertThat(amber.clock()).isEqualTo("mash-amber");
        assertThat(amber.dueAt()).isEqualTo("2024-03-30T16:30");
        assertThat(amber.inTime()).isFalse();
    }

    @Test
    void hoursFromATimeThatIsNotKnownCountADayBegunWhole() {
        Watched red = only("mash-red", event("mash-rated-red", "a", "2024-03-29"));
        assertThat(red.dueAt()).isNull();
        assertThat(red.due()).isEqualTo("2024-03-30");
    }

    @Test
    void aCouncilSetsItsOwnLimitsAndNoneOfTheLaws() {
        CouncilLimits own = CouncilLimits.standard()
                .with(List.of(
                        new LocalClock("mash-amber", "Amber", 8, ClockUnit.HOURS, "Agreed by the partnership"),
                        new LocalClock("child-protection-visit", "Visit", 20, ClockUnit.WORKING_DAYS, "Local")));
        Watched amber = ClockRules.standard()
                .watch(
                        List.of(new Occurrence("mash-rated-amber", "a", LocalDate.of(2024, 3, 29), LocalTime.of(9, 0))),
                        own)
                .getFirst();
        assertThat(amber.dueAt()).isEqualTo("2024-03-29T17:00");
        assertThat(own.law("mash-amber", LocalDate.of(2024, 3, 29))).isEqualTo("Local: 8 hours, set by the council");
        assertThat(own.law("assessment", LocalDate.of(2024, 3, 29))).startsWith("Working Together");
        LocalClock easier = new LocalClock("assessment", "Assessment", 90, ClockUnit.WORKING_DAYS, "Busy");
        assertThatThrownBy(() -> CouncilLimits.standard().with(List.of(easier)))
                .hasMessageContaining("laid down in law or statutory guidance");
    }

    @Test
    void aQuestionnaireIsCompletedOnceAYearFromFourToSixteen() {
        LocalDate began = LocalDate.of(2024, 3, 10);
        assertThat(questionnaires(began, LocalDate.of(2015, 6, 1)))
                .extracting(Watched::due)
                .containsExactly(LocalDate.of(2025, 3, 10));
        List<Watched> yearly = questionnaires(began, LocalDate.of(2015, 6, 1), LocalDate.of(2024, 9, 2));
        assertThat(yearly).extracting(Watched::due).containsExactly(began.plusYears(1), LocalDate.of(2025, 9, 2));
        assertThat(yearly.getFirst().inTime()).isTrue();
        Watched ahead = questionnaires(began, LocalDate.of(2022, 2, 28)).getFirst();
        assertThat(ahead.started()).as("the 4th birthday").isEqualTo("2026-02-28");
        assertThat(ahead.isAhead(began)).isTrue();
        assertThat(ahead.due()).isEqualTo("2027-02-28");
        // 17 on 10 March 2025, the day on which it would be due, and a day later.
        assertThat(questionnaires(began, LocalDate.of(2008, 3, 10))).isEmpty();
        assertThat(questionnaires(began, LocalDate.of(2008, 3, 11))).hasSize(1);
        assertThat(questionnaires(began, LocalDate.of(2007, 3, 10))).isEmpty();
        assertThat(questionnaires(began, LocalDate.of(2009, 1, 5), LocalDate.of(2025, 3, 1)))
                .as("16 then, and 17 before the next")
                .hasSize(1);
    }

    private static List<Watched> questionnaires(LocalDate began, LocalDate born, LocalDate... completed) {
        List<Occurrence> happened = new ArrayList<>(List.of(new Occurrence("care-began", "p", began, null)));
        for (LocalDate day : completed) {
            happened.add(new Occurrence("questionnaire-completed", "p", day, null));
        }
        return ClockRules.standard().watch(happened, born, CouncilLimits.standard()).stream()
                .filter(each -> each.clock().equals("strengths-and-difficulties"))
                .toList();
    }

    @Test
    void aSeriesRunsFromEachAsHeldAndTellsKnockOnFromLateness() {
        // First due 20 working days after 2 January: 30 January. Held on 6 February, so the second, three months on, is
        // in
        // time on 3 May, but only because the first was late.
        List<Watched> reviews = watch(
                REVIEWS,
                event("care-began", "a", "2024-01-02"),
                event("review-held", "a", "2024-02-06"),
                event("review-held", "a", "2024-05-03"));
        assertThat(reviews)
                .extracting(Watched::due)
                .map(LocalDate::toString)
                .containsExactly("2024-01-30", "2024-05-06", "2024-11-03");
        assertThat(reviews.getFirst().inTime()).isFalse();
        assertThat(reviews.get(1).inTime()).isTrue();
        assertThat(reviews.get(1).knockOn()).isTrue();
        assertThat(reviews.get(2).met()).isNull();
        assertThat(reviews.get(2).inTime()).isNull();
    }

    @Test
    void whatEndsBeforeItIsDoneFallsAway() {
        Watched group = watch(
                        REVIEWS,
                        event("plan-began", "p", "2024-01-02"),
                        event("plan-ended", "p", "2024-01-09"),
                        event("core-group-met", "p", "2024-01-10"))
                .getFirst();
        assertThat(group.met()).isNull();
        assertThat(group.fellAway()).isEqualTo("2024-01-09");
        assertThat(group.standing(LocalDateTime.parse("2024-02-01T00:00"))).isEqualTo(ClockStanding.FELL_AWAY);
    }

    @Test
    void theOrderInWhichThingsBecameKnownChangesNothing() {
        Random random = new Random(4);
        for (int run = 0; run < 200; run++) {
            List<Occurrence> happened = new ArrayList<>();
            for (int each = 0; each < 12; each++) {
                String event = List.of(
                                "contact-received",
                                "contact-decided",
                                "assessment-began",
                                "assessment-authorised",
                                "mash-rated-green")
                        .get(random.nextInt(5));
                happened.add(new Occurrence(
                        event,
                        random.nextBoolean() ? "a" : "b",
                        LocalDate.of(2024, 1, 1).plusDays(random.nextInt(120)),
                        random.nextBoolean() ? LocalTime.of(random.nextInt(24), 0) : null));
            }
            List<Watched> watched = ClockRules.standard().watch(happened, CouncilLimits.standard());
            Collections.shuffle(happened, random);
            assertThat(ClockRules.standard().watch(happened, CouncilLimits.standard()))
                    .containsExactlyInAnyOrderElementsOf(watched);
            assertThat(watched).allSatisfy(each -> {
                assertThat(each.due()).isAfterOrEqualTo(each.started());
                assertThat(each.met() == null).isEqualTo(each.inTime() == null);
            });
        }
    }

    /**
     * Reg. 7(3) of the Care Planning, Placement and Case Review (England) Regulations 2010: every six months before the fifth birthday, every
     * twelve months from it. Whoever was born on 29 February 2020 is four on 28 February 2025.
     */
    @Test
    void healthIsLookedAtTwiceAYearUntilTheFifthBirthdayAndOnceFromIt() {
        List<Watched> watched = ClockRules.standard()
                .watch(
                        List.of(
                                event("care-began", "a", "2024-01-08"),
                                event("initial-health-assessment-made", "a", "2024-01-31"),
                                event("review-health-assessment-made", "a", "2024-07-31"),
                                event("review-health-assessment-made", "a", "2025-02-28"),
                                event("review-health-assessment-made", "a", "2025-08-28")),
                        LocalDate.of(2020, 2, 29),
                        CouncilLimits.standard())
                .stream()
                .filter(each -> each.clock().equals("review-health-assessment"))
                .toList();
        assertThat(watched)
                .extracting(Watched::due)
                .containsExactly(
                        LocalDate.of(2024, 7, 31),
                        LocalDate.of(2025, 1, 31),
                        LocalDate.of(2025, 8, 28),
                        LocalDate.of(2026, 8, 28));
        assertThat(watched).extracting(Watched::inTime).containsExactly(true, false, true, null);

        Watched ofUnknownAge = only(
                "review-health-assessment",
                event("care-began", "a", "2024-01-08"),
                event("initial-health-assessment-made", "a", "2024-01-31"));
        assertThat(ofUnknownAge.due()).isEqualTo(LocalDate.of(2025, 1, 31));
    }

    @Test
    void everyRuleNamesALimitThatIsKnown() {
        for (ClockRule rule : ClockRules.standard().listRules()) {
            assertThat(rule.limits()).allMatch(CouncilLimits.standard()::knows);
            if (rule.young() != null) {
                assertThat(CouncilLimits.standard().knows(rule.young().limit())).isTrue();
            }
        }
    }

    private static Occurrence contact(String day) {
        return event("contact-received", "a", day);
    }

    private static Occurrence event(String event, String about, String day) {
        return new Occurrence(event, about, LocalDate.parse(day), noTime());
    }

    private static @Nullable LocalTime noTime() {
        return null;
    }

    private static List<Watched> watch(String table, Occurrence... happened) {
        return ClockRules.read(ResourceTable.parse(table, "test")).watch(List.of(happened), CouncilLimits.standard());
    }

    private static Watched only(String clock, Occurrence... happened) {
        List<Watched> watched = ClockRules.standard().watch(List.of(happened), CouncilLimits.standard()).stream()
                .filter(each -> each.clock().equals(clock))
                .toList();
        assertThat(watched).hasSize(1);
        return watched.getFirst();
    }
}
