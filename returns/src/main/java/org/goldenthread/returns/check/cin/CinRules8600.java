package org.goldenthread.returns.check.cin;

import static org.goldenthread.returns.check.cin.CinField.*;
import static org.goldenthread.returns.check.cin.CinTable.*;

import java.time.LocalDate;
import java.util.Set;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** Rules 8600 to 8699: the referral's dates and codes, and what is still open at the end of the year. */
final class CinRules8600 {
    private static final int DAYS_OF_PREGNANCY = 280;
    private static final Set<String> REASONS_FOR_CLOSURE =
            Set.of("RC1", "RC2", "RC3", "RC4", "RC5", "RC6", "RC7", "RC8", "RC9");
    private static final Set<String> PRIMARY_NEEDS = Set.of("N0", "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9");

    private CinRules8600() {}

    static void addTo(CinRuleBook book) {
        addReferral(book);
        addCodes(book);
        addAssessments(book);
        addEnquiries(book);
    }

    private static void addReferral(CinRuleBook book) {
        book.error("8600", CIN_DETAILS)
                .says(
                        "The referral date is missing or is after the reference date. Correct it, or take the referral out.")
                .at(CIN_DETAILS, CINreferralDate)
                .each((row, facts) -> !Days.isUpTo(row.date(CINreferralDate), facts.referenceDate()));
        book.error("8606", CIN_DETAILS)
                .says(
                        "The referral is more than 280 days before the child's birth, or expected birth. Correct one of the dates.")
                .at(CIN_DETAILS, CINreferralDate)
                .at(CHILD_IDENTIFIERS, PersonBirthDate, ExpectedPersonBirthDate)
                .child((child, facts, report) -> {
                    Row identifiers = child.identifiers();
                    for (Row details : child.rows(CIN_DETAILS)) {
                        LocalDate referred = details.date(CINreferralDate);
                        if (isBeforePregnancy(referred, identifiers.date(PersonBirthDate))
                                || isBeforePregnancy(referred, identifiers.date(ExpectedPersonBirthDate))) {
                            report.rows(identifiers, details);
                        }
                    }
                });
        book.error("8620", CIN_DETAILS)
                .says(
                        "The case was closed outside the census year. Correct the date; a case closed earlier is left out.")
                .at(CIN_DETAILS, CINclosureDate)
                .each((row, facts) -> facts.isOutsidePeriod(row.date(CINclosureDate)));
        book.error("8630", CIN_DETAILS)
                .says("The case was closed before it was referred. Correct one of the dates.")
                .at(CIN_DETAILS, CINreferralDate, CINclosureDate)
                .each(row -> Days.isBefore(row.date(CINclosureDate), row.date(CINreferralDate)));
    }

    private static boolean isBeforePregnancy(@Nullable LocalDate referred, @Nullable LocalDate born) {
        return born != null && Days.isBefore(referred, born.minusDays(DAYS_OF_PREGNANCY));
    }

    private static void addCodes(CinRuleBook book) {
        book.error("8610", CIN_DETAILS)
                .says("The referral led to further action, and the primary need is missing. Give its code.")
                .at(CIN_DETAILS, ReferralNFA, PrimaryNeedCode)
                .each(row -> Flags.isFalse(row, ReferralNFA) && row.isBlank(PrimaryNeedCode));
        book.error("8640", CIN_DETAILS)
                .says("The reason for closure is not RC1 to RC9. Give one of them.")
                .at(CIN_DETAILS, ReasonForClosure)
                .each(row -> row.isFilled(ReasonForClosure) && !row.isOneOf(ReasonForClosure, REASONS_FOR_CLOSURE));
        book.error("8650", CIN_DETAILS)
                .says("The primary need is not N0 to N9. Give one of them.")
                .at(CIN_DETAILS, PrimaryNeedCode)
                .each(row -> row.isFilled(PrimaryNeedCode) && !row.isOneOf(PrimaryNeedCode, PRIMARY_NEEDS));
    }

    private static void addAssessments(CinRuleBook book) {
        book.error("8608", ASSESSMENTS)
                .says("The assessment was authorised before it began. Correct one of the dates.")
                .at(ASSESSMENTS, AssessmentActualStartDate, AssessmentAuthorisationDate)
                .each(row -> Days.isAfter(row.date(AssessmentActualStartDate), row.date(AssessmentAuthorisationDate)));
        book.error("8614", ASSESSMENTS)
                .says(
                        "The assessment has factors though it is not authorised. Give the date of authorisation, or take the factors out.")
                .at(ASSESSMENTS, AssessmentAuthorisationDate, AssessmentFactors)
                .referral((referral, facts, report) -> {
                    for (Assessment assessment : referral.assessments()) {
                        if (!assessment.row().isDate(AssessmentAuthorisationDate)
                                && !assessment.factors().isEmpty()) {
                            report.row(assessment.row());
                        }
                    }
                });
        book.query("8670Q", ASSESSMENTS)
                .says(
                        "The assessment has been open for more than 45 working days at the reference date. Give the date of"
                                + " authorisation, or explain.")
                .at(ASSESSMENTS, AssessmentAuthorisationDate, AssessmentActualStartDate)
                .each((row, facts) -> !row.isDate(AssessmentAuthorisationDate)
                        && Days.isBefore(row.date(AssessmentActualStartDate), facts.assessmentsDueFrom()));
        book.error("8696", ASSESSMENTS)
                .says(
                        "The assessment was authorised outside the census year. Correct the date; one authorised earlier is left out.")
                .at(ASSESSMENTS, AssessmentAuthorisationDate)
                .each((row, facts) -> facts.isOutsidePeriod(row.date(AssessmentAuthorisationDate)));
    }

    private static void addEnquiries(CinRuleBook book) {
        book.error("8615", SECTION_47)
                .says(
                        "The initial conference was before the Section 47 enquiry began, or the enquiry has no start. Correct the dates.")
                .at(SECTION_47, S47ActualStartDate, DateOfInitialCPC)
                .each(row -> row.isDate(DateOfInitialCPC)
                        && !Days.isUpTo(row.date(S47ActualStartDate), row.date(DateOfInitialCPC)));
        book.query("8675Q", SECTION_47)
                .says(
                        "More than 15 working days have gone by since the Section 47 enquiry began, and no initial conference was held."
                                + " Give its date, say that none was needed, or explain.")
                .at(SECTION_47, DateOfInitialCPC, S47ActualStartDate, ICPCnotRequired)
                .each((row, facts) -> !row.isDate(DateOfInitialCPC)
                        && Flags.isFalse(row, ICPCnotRequired)
                        && Days.isBefore(row.date(S47ActualStartDate), facts.conferencesDueFrom()));
    }
}
