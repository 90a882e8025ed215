package org.goldenthread.returns.check.cin;

import static org.goldenthread.returns.check.cin.CinField.*;
import static org.goldenthread.returns.check.cin.CinTable.*;

import java.util.List;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** Rules 8800 to 8859: open and closed referrals, and what a referral without further action may hold. */
final class CinRules8800 {
    private CinRules8800() {}

    static void addTo(CinRuleBook book) {
        addClosure(book);
        addOpen(book);
        addWithoutAction(book);
        addEnquiriesAndPlans(book);
    }

    private static void addClosure(CinRuleBook book) {
        book.error("8805", CIN_DETAILS)
                .says("The case is closed, and the reason is missing. Give the reason for closure.")
                .at(CIN_DETAILS, CINclosureDate, ReasonForClosure)
                .each(row -> row.isDate(CINclosureDate) && row.isBlank(ReasonForClosure));
        book.error("8810", CIN_DETAILS)
                .says(
                        "There is a reason for closure, and no date of it. Give the closure date, or take the reason out.")
                .at(CIN_DETAILS, ReasonForClosure, CINclosureDate)
                .each(row -> row.isFilled(ReasonForClosure) && !row.isDate(CINclosureDate));
        book.query("8825Q", CIN_DETAILS)
                .says(
                        "The case was closed after assessment (RC8 or RC9), and there is no assessment. Add it, give another reason, or"
                                + " explain.")
                .at(CIN_DETAILS, ReasonForClosure)
                .referral((referral, facts, report) -> {
                    if (CinRules2000.isClosedAfterAssessment(referral)
                            && referral.assessments().isEmpty()) {
                        report.row(referral.details());
                    }
                });
    }

    private static void addOpen(CinRuleBook book) {
        book.error("8815", CIN_DETAILS)
                .says("The child has more than one open referral. Give the closure date of all but the latest.")
                .at(CIN_DETAILS, CINclosureDate)
                .child((child, facts, report) -> {
                    List<Row> open = child.rows(CIN_DETAILS).stream()
                            .filter(CinRules8800::isOpenWithAction)
                            .toList();
                    if (open.size() > 1) {
                        open.forEach(report::row);
                    }
                });
        book.error("8816", CIN_DETAILS)
                .says(
                        "An open referral is not the child's latest. Give its closure date, or correct the referral dates.")
                .at(CIN_DETAILS, CINreferralDate)
                .child((child, facts, report) -> {
                    Row latest = latest(child.rows(CIN_DETAILS));
                    for (Row details : child.rows(CIN_DETAILS)) {
                        if (latest != null
                                && isOpenWithAction(details)
                                && Days.isBefore(details.date(CINreferralDate), latest.date(CINreferralDate))) {
                            report.rows(details, latest);
                        }
                    }
                });
        book.error("8820", CIN_DETAILS)
                .says(
                        "A referral was made while another of the child was open. Correct the dates, or give the earlier one's closure.")
                .at(CIN_DETAILS, CINreferralDate, CINclosureDate)
                // On the reference date itself a referral is not yet taken to be within an open one, unlike a plan.
                .child((child, facts, report) -> Overlaps.report(
                        child.rows(CIN_DETAILS),
                        CINreferralDate,
                        CINclosureDate,
                        (other, day) -> other.isDate(CINclosureDate)
                                ? Days.isBefore(day, other.date(CINclosureDate))
                                : Flags.isFalse(other, ReferralNFA) && day.isBefore(facts.referenceDate()),
                        report));
    }

    private static boolean isOpenWithAction(Row details) {
        return !details.isDate(CINclosureDate) && Flags.isFalse(details, ReferralNFA);
    }

    /** The referral of the latest date; the first of those that share it. */
    private static @Nullable Row latest(List<Row> referrals) {
        Row latest = null;
        for (Row details : referrals) {
            if (details.isDate(CINreferralDate)
                    && (latest == null || Days.isAfter(details.date(CINreferralDate), latest.date(CINreferralDate)))) {
                latest = details;
            }
        }
        return latest;
    }

    private static void addWithoutAction(CinRuleBook book) {
        book.error("8831", CIN_DETAILS)
                .says(
                        "The referral led to no further action, yet it has an assessment, a Section 47 enquiry or a conference. Take"
                                + " those out, or correct the flag.")
                .at(CIN_DETAILS, DateOfInitialCPC)
                .at(ASSESSMENTS, LAchildID)
                .at(SECTION_47, LAchildID)
                .referral((referral, facts, report) -> {
                    if (!Flags.isWithoutAction(referral)) {
                        return;
                    }
                    Row details = referral.details();
                    if (details.isDate(DateOfInitialCPC)) {
                        report.row(details);
                    }
                    for (Assessment assessment : referral.assessments()) {
                        if (isAnyDate(assessment.row(), AssessmentActualStartDate, AssessmentAuthorisationDate)) {
                            report.rows(details, assessment.row());
                        }
                    }
                    for (Row enquiry : referral.enquiries()) {
                        if (isAnyDate(enquiry, S47ActualStartDate, DateOfInitialCPC)) {
                            report.rows(details, enquiry);
                        }
                    }
                });
        book.error("8832", CHILD_PROTECTION_PLANS)
                .says(
                        "The referral led to no further action, yet it has a child protection plan. Take the plan out, or correct the"
                                + " flag.")
                .at(CHILD_PROTECTION_PLANS, LAchildID)
                .at(CIN_DETAILS, ReferralNFA)
                .referral((referral, facts, report) -> {
                    if (Flags.isWithoutAction(referral)
                            && !referral.protectionPlans().isEmpty()) {
                        report.row(referral.details());
                        referral.protectionPlans().forEach(plan -> report.row(plan.row()));
                    }
                });
    }

    private static boolean isAnyDate(Row row, CinField one, CinField other) {
        return row.isDate(one) || row.isDate(other);
    }

    private static void addEnquiriesAndPlans(CinRuleBook book) {
        book.error("8839", SECTION_47)
                .says(
                        "Two or more Section 47 enquiries of one referral still await a conference. Give its date, or say that none was"
                                + " needed, for all but one.")
                .at(SECTION_47, DateOfInitialCPC)
                .referral((referral, facts, report) -> {
                    List<Row> open = referral.enquiries().stream()
                            .filter(enquiry ->
                                    !enquiry.isDate(DateOfInitialCPC) && !Flags.isTrue(enquiry, ICPCnotRequired))
                            .toList();
                    if (open.size() > 1) {
                        open.forEach(report::row);
                    }
                });
        book.error("8840", CHILD_PROTECTION_PLANS)
                .says(
                        "The child protection plan begins and ends on one day. Correct one of the dates, or take the plan out.")
                .at(CHILD_PROTECTION_PLANS, CPPstartDate, CPPendDate)
                .each(row -> Days.isSame(row.date(CPPstartDate), row.date(CPPendDate)));
        book.error("8841", CHILD_PROTECTION_PLANS)
                .says(
                        "The child protection plan was reviewed on the day that it began, or before. Correct one of the dates.")
                .at(CHILD_PROTECTION_PLANS, CPPstartDate)
                .at(REVIEWS, CPPreviewDate)
                .referral((referral, facts, report) -> {
                    for (ProtectionPlan plan : referral.protectionPlans()) {
                        for (Row review : plan.reviews()) {
                            if (Days.isUpTo(
                                    review.date(CPPreviewDate), plan.row().date(CPPstartDate))) {
                                report.rows(plan.row(), review);
                            }
                        }
                    }
                });
        book.query("8842Q", REVIEWS)
                .says("A review of the child protection plan has no date. Give it, take the review out, or explain.")
                .at(REVIEWS, CPPreviewDate)
                .each(row -> !row.isDate(CPPreviewDate));
    }
}
