package org.goldenthread.returns.check.cin;

import static org.goldenthread.returns.check.cin.CinField.*;
import static org.goldenthread.returns.check.cin.CinTable.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** Rules 8860 to 8899: assessments and their factors, Section 47 enquiries, and where a referral came from. */
final class CinRules8860 {
    private static final LocalDate SOURCES_SINCE = LocalDate.of(2013, 4, 1);
    private static final Set<String> SOURCES = Set.of(
            "1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F", "4", "5A", "5B", "5C", "5D", "6",
            "7", "8", "9", "10");
    private static final int SATURDAY = 6;

    private CinRules8860() {}

    static void addTo(CinRuleBook book) {
        addAssessments(book);
        addReferral(book);
        addFactors(book);
        addEnquiries(book);
    }

    private static void addAssessments(CinRuleBook book) {
        book.query("8863Q", ASSESSMENTS)
                .says(
                        "An assessment begins while another of the same referral runs, or on the day that it ends. Correct the dates, or"
                                + " explain.")
                .at(ASSESSMENTS, AssessmentActualStartDate, AssessmentAuthorisationDate)
                .referral((referral, facts, report) -> Overlaps.report(
                        referral.assessments().stream().map(Assessment::row).toList(),
                        AssessmentActualStartDate,
                        AssessmentAuthorisationDate,
                        Overlaps.toEnd(AssessmentAuthorisationDate, facts),
                        report));
        book.error("8867", CIN_DETAILS)
                .says(
                        "The case is closed, and an assessment of it is still open. Give the date of authorisation, or correct the"
                                + " closure.")
                .at(CIN_DETAILS, CINclosureDate)
                .at(ASSESSMENTS, AssessmentAuthorisationDate)
                .referral((referral, facts, report) -> {
                    for (Assessment assessment : referral.assessments()) {
                        if (referral.details().isDate(CINclosureDate)
                                && !assessment.row().isDate(AssessmentAuthorisationDate)) {
                            report.rows(referral.details(), assessment.row());
                        }
                    }
                });
        book.error("8896", ASSESSMENTS)
                .says(
                        "Two or more assessments of one referral are open. Give the date of authorisation of all but one.")
                .at(ASSESSMENTS, AssessmentAuthorisationDate)
                .referral((referral, facts, report) -> {
                    List<Row> open = referral.assessments().stream()
                            .map(Assessment::row)
                            .filter(row -> !row.isDate(AssessmentAuthorisationDate))
                            .toList();
                    if (open.size() > 1) {
                        open.forEach(report::row);
                    }
                });
    }

    private static void addReferral(CinRuleBook book) {
        book.error("8866", CIN_DETAILS)
                .says(
                        "The source of the referral is missing or is no code of the list. Give the code of who referred the child.")
                .at(CIN_DETAILS, CINreferralDate, ReferralSource)
                .each(row ->
                        Days.isFrom(row.date(CINreferralDate), SOURCES_SINCE) && !row.isOneOf(ReferralSource, SOURCES));
        book.error("8868", CIN_DETAILS)
                .says(
                        "The case is closed, and a Section 47 enquiry of it has neither an initial conference nor the flag that none was"
                                + " needed, or has both. Give one of the two.")
                .at(CIN_DETAILS, CINclosureDate)
                .at(SECTION_47, DateOfInitialCPC, ICPCnotRequired)
                .referral((referral, facts, report) -> {
                    for (Row enquiry : referral.enquiries()) {
                        if (referral.details().isDate(CINclosureDate)
                                && enquiry.isDate(DateOfInitialCPC) == Flags.isTrue(enquiry, ICPCnotRequired)) {
                            report.rows(referral.details(), enquiry);
                        }
                    }
                });
    }

    private static void addFactors(CinRuleBook book) {
        book.error("8869", ASSESSMENTS)
                .says(
                        "The assessment has 21 (no factors identified) and other factors too. Take out the 21, or the others.")
                .at(ASSESSMENTS, AssessmentFactors)
                .referral(eachAssessment((assessment, facts) -> Factors.isNoneAmongOthers(assessment.factors())));
        book.query("8873Q", ASSESSMENTS)
                .says(
                        "The referral's only assessment identified no factors (21), yet the case was not closed with RC8 or RC9. Correct"
                                + " the factors or the closure, or explain.")
                .at(ASSESSMENTS, AssessmentFactors)
                .at(CIN_DETAILS, ReasonForClosure)
                .referral((referral, facts, report) -> {
                    // Without its CINdetails nothing tells how the case was closed.
                    if (referral.details().number() > 0
                            && referral.assessments().size() == 1
                            && referral.assessments().getFirst().factors().contains(Factors.NONE)
                            && !CinRules2000.isClosedAfterAssessment(referral)) {
                        report.rows(
                                referral.details(),
                                referral.assessments().getFirst().row());
                    }
                });
        book.query("8897Q", ASSESSMENTS)
                .says(
                        "The assessment was authorised and has no factors, or one that is no code of the list. Give its factors; 21"
                                + " where none was identified.")
                .at(ASSESSMENTS, AssessmentAuthorisationDate, AssessmentFactors)
                .referral(eachAssessment((assessment, facts) ->
                        Days.isFrom(assessment.row().date(AssessmentAuthorisationDate), facts.start())
                                && !Factors.areValid(assessment.factors())));
        book.error("8898", ASSESSMENTS)
                .says("The assessment has one factor more than once. Leave one entry of it.")
                .at(ASSESSMENTS, AssessmentFactors)
                .referral(eachAssessment((assessment, facts) -> Factors.isAnyRepeated(assessment.factors())));
    }

    /** Reports each assessment that answers. */
    static CinRuleBook.ReferralCheck eachAssessment(BiPredicate<Assessment, CensusFacts> fails) {
        return (referral, facts, report) -> {
            for (Assessment assessment : referral.assessments()) {
                if (fails.test(assessment, facts)) {
                    report.row(assessment.row());
                }
            }
        };
    }

    private static void addEnquiries(CinRuleBook book) {
        book.query("8870Q", SECTION_47)
                .says("The target date of the initial conference is a Saturday or Sunday. Correct it, or explain.")
                .at(SECTION_47, InitialCPCtarget)
                .each(row -> isAtWeekend(row.date(InitialCPCtarget)));
        book.error("8875", SECTION_47)
                .says("The initial conference was on a Saturday or Sunday. Correct its date.")
                .at(SECTION_47, DateOfInitialCPC)
                .each(row -> isAtWeekend(row.date(DateOfInitialCPC)));
        book.error("8890", CIN_DETAILS)
                .says(
                        "A Section 47 enquiry begins while another of the same referral runs, or on the day of its conference. Correct"
                                + " the dates.")
                .at(SECTION_47, S47ActualStartDate, DateOfInitialCPC)
                .referral((referral, facts, report) -> {
                    Overlaps.Running toConference = Overlaps.toEnd(DateOfInitialCPC, facts);
                    Overlaps.report(
                            referral.enquiries(),
                            S47ActualStartDate,
                            DateOfInitialCPC,
                            (enquiry, day) ->
                                    (enquiry.isDate(DateOfInitialCPC) || !Flags.isTrue(enquiry, ICPCnotRequired))
                                            && toConference.isOn(enquiry, day),
                            report);
                });
    }

    private static boolean isAtWeekend(@Nullable LocalDate day) {
        return day != null && day.getDayOfWeek().getValue() >= SATURDAY;
    }
}
