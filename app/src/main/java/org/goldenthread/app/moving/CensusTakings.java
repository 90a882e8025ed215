package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the modules of the children in need census are in the record. A module's rows belong to their referral, and reviews to their plan. */
final class CensusTakings {

    static final String NOT_SAID = "Not in the children in need census";
    private static final String REFERRAL = "CINdetails";
    private static final String PLANS = "ChildProtectionPlans";
    private static final List<String> OF_AN_OPEN_CASE = List.of("Assessments", "CINplanDates", "Section47", PLANS);

    private CensusTakings() {}

    static final List<Taking> ALL = List.of(
            Taking.of(REFERRAL, "referral", "CINreferralDate")
                    .until("CINclosureDate")
                    .day("received", "CINreferralDate")
                    .text("source", "ReferralSource")
                    .text("primaryNeed", "PrimaryNeedCode")
                    .says("concern", NOT_SAID)
                    .moved(CensusTakings::decided),
            Taking.of(REFERRAL, "closure", "CINclosureDate")
                    .when(row -> row.has("CINclosureDate"))
                    .follows(Follows.sameRow("referral"))
                    .day("closed", "CINclosureDate")
                    .text("reason", "ReasonForClosure"),
            Taking.of("Assessments", "assessment", "AssessmentActualStartDate")
                    .until("AssessmentAuthorisationDate")
                    .follows(Follows.parent("referral"))
                    .day("began", "AssessmentActualStartDate")
                    .makes(
                            "factors",
                            (row, child) -> row.text("AssessmentFactors").replace(' ', '\n'))
                    .moved("review", "AssessmentInternalReviewDate")
                    .moved("authorise", "AssessmentAuthorisationDate"),
            Taking.of("CINplanDates", "child-in-need-plan", "CINPlanStartDate")
                    .until("CINPlanEndDate")
                    .follows(Follows.latestBeside("assessment"))
                    .day("began", "CINPlanStartDate")
                    .moved("end", "CINPlanEndDate"),
            // The census calls the day of the strategy discussion the start of the enquiry, and gives no end.
            Taking.of("Section47", "section-47", "S47ActualStartDate")
                    .until("DateOfInitialCPC")
                    .day("began", "S47ActualStartDate")
                    .day("strategyDiscussion", "S47ActualStartDate")
                    .stands((row, child) -> row.has("DateOfInitialCPC") ? "conference" : "")
                    .moved((row, child) -> row.isYes("ICPCnotRequired") && !row.has("DateOfInitialCPC")
                            ? Optional.of(new Fact.Decided("no-conference", row.day("S47ActualStartDate"), false))
                            : Optional.empty()),
            Taking.of("Section47", "conference", "DateOfInitialCPC")
                    .when(row -> row.has("DateOfInitialCPC"))
                    .onceADay()
                    .follows(Follows.sameRow("section-47"))
                    .day("held", "DateOfInitialCPC")
                    .moved(CensusTakings::conferenceDecided),
            // One without an enquiry here, as of a child who came under a plan from another authority.
            Taking.of(REFERRAL, "conference", "DateOfInitialCPC")
                    .when(row -> row.has("DateOfInitialCPC"))
                    .onceADay()
                    .day("held", "DateOfInitialCPC")
                    .moved(CensusTakings::conferenceDecided),
            Taking.of(PLANS, "child-protection-plan", "CPPstartDate")
                    .until("CPPendDate")
                    .follows(Follows.begunThatDay("conference"))
                    .day("began", "CPPstartDate")
                    .text("firstCategory", "InitialCategoryOfAbuse")
                    .text("latestCategory", "LatestCategoryOfAbuse")
                    .moved("end", "CPPendDate"),
            Taking.of("Reviews", "review-conference", "CPPreviewDate")
                    .follows(Follows.parent("child-protection-plan"))
                    .day("held", "CPPreviewDate")
                    .makes("decision", (row, child) -> isEndOfPlan(row, child, "CPPreviewDate") ? "END" : "CONTINUE"));

    /** No further action is said; that there is to be an assessment follows from what came of the referral. */
    private static Optional<Fact.Decided> decided(SourceRow row, ChildRows child) throws UnreadableException {
        LocalDate received = row.day("CINreferralDate");
        if (row.isYes("ReferralNFA")) {
            return Optional.of(new Fact.Decided("no-further-action", received, false));
        }
        List<SourceRow> came = OF_AN_OPEN_CASE.stream()
                .flatMap(table -> child.list(table).stream())
                .filter(each -> each.parent().equals(row.key()))
                .toList();
        if (came.isEmpty() && !row.has("CINclosureDate")) {
            return Optional.empty();
        }
        Optional<LocalDate> assessed = ChildRows.firstFrom(received, came, "AssessmentActualStartDate");
        return Optional.of(new Fact.Decided("assess", assessed.orElse(received), false));
    }

    /** A plan that begins on the day of the conference was made by it (children in need census guide, start date of a plan). */
    private static Optional<Fact.Decided> conferenceDecided(SourceRow row, ChildRows child) throws UnreadableException {
        boolean planned = child.list(PLANS).stream()
                .anyMatch(plan -> plan.text("CPPstartDate").equals(row.text("DateOfInitialCPC")));
        return Optional.of(new Fact.Decided(planned ? "plan" : "no-plan", row.day("DateOfInitialCPC"), true));
    }

    private static boolean isEndOfPlan(SourceRow review, ChildRows child, String cell) {
        return child.list(PLANS).stream()
                .anyMatch(plan -> plan.key().equals(review.parent())
                        && plan.text("CPPendDate").equals(review.text(cell)));
    }
}
