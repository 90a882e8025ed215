package org.goldenthread.returns.check.cin;

import static org.goldenthread.returns.check.cin.CinField.*;
import static org.goldenthread.returns.check.cin.CinTable.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;

/** Rules 8500 to 8599: who the child is, births and deaths, and dates after closure. */
final class CinRules8500 {
    private static final Set<String> DISABILITIES_AND_NONE =
            Set.of("NONE", "MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS", "BEH", "CON", "AUT", "DDA");
    private static final int DAYS_SINCE_AN_EXPECTED_BIRTH = 30;
    private static final int MONTHS_TO_AN_EXPECTED_BIRTH = 9;

    private CinRules8500() {}

    static void addTo(CinRuleBook book) {
        addIdentity(book);
        addBirth(book);
        addDeath(book);
        addDisability(book);
        addReferral(book);
    }

    private static void addIdentity(CinRuleBook book) {
        book.error("8500", CHILD_IDENTIFIERS)
                .says("The child has no identifier. Give the authority's own number for the child.")
                .at(CHILD_IDENTIFIERS, LAchildID)
                .each(row -> row.isBlank(LAchildID));
        book.error("8510", CHILD_IDENTIFIERS)
                .says(
                        "Two or more children of the return have this identifier. Bring them together if they are one child, or correct"
                                + " the identifier.")
                .at(CHILD_IDENTIFIERS, LAchildID)
                .whole((children, facts, report) -> CinRules1000.reportRepeated(children, LAchildID, report));
        book.error("8590", CHILD_IDENTIFIERS)
                .says("The child has no referral in the return. Add the referral, or take the child out.")
                .at(CHILD_IDENTIFIERS, LAchildID)
                .child((child, facts, report) -> {
                    if (child.rows(CIN_DETAILS).isEmpty()) {
                        report.row(child.identifiers());
                    }
                });
    }

    private static void addBirth(CinRuleBook book) {
        book.error("8520", CHILD_IDENTIFIERS)
                .says(
                        "The date of birth is after the reference date. Correct it; an unborn child has an expected date of birth"
                                + " instead.")
                .at(CHILD_IDENTIFIERS, PersonBirthDate)
                .each((row, facts) -> Days.isAfter(row.date(PersonBirthDate), facts.referenceDate()));
        book.query("8525Q", CHILD_IDENTIFIERS)
                .says(
                        "The child has both a date of birth and an expected one, or neither. Give one of the two, or explain.")
                .at(CHILD_IDENTIFIERS, PersonBirthDate, ExpectedPersonBirthDate)
                .each(row -> row.isDate(PersonBirthDate) == row.isDate(ExpectedPersonBirthDate));
        book.query("8530Q", CHILD_IDENTIFIERS)
                .says(
                        "The expected date of birth is not between 1 March and 31 December of the census year's end. Correct it, or"
                                + " explain.")
                .at(CHILD_IDENTIFIERS, ExpectedPersonBirthDate)
                .each((row, facts) -> {
                    LocalDate expected = row.date(ExpectedPersonBirthDate);
                    LocalDate reference = facts.referenceDate();
                    return Days.isBefore(expected, reference.minusDays(DAYS_SINCE_AN_EXPECTED_BIRTH))
                            || Days.isAfter(expected, reference.plusMonths(MONTHS_TO_AN_EXPECTED_BIRTH));
                });
    }

    private static void addDeath(CinRuleBook book) {
        book.query("8535Q", CHILD_IDENTIFIERS)
                .says(
                        "The child died before the date of birth, or has a date of death and none of birth. Correct the dates, or"
                                + " explain.")
                .at(CHILD_IDENTIFIERS, PersonDeathDate, PersonBirthDate)
                .each(row -> row.isDate(PersonDeathDate)
                        && !Days.isUpTo(row.date(PersonBirthDate), row.date(PersonDeathDate)));
        book.query("8545Q", CHILD_IDENTIFIERS)
                .says("The date of death is outside the census year. Correct it, or explain.")
                .at(CHILD_IDENTIFIERS, PersonDeathDate)
                .each((row, facts) -> facts.isOutsidePeriod(row.date(PersonDeathDate)));
        book.query("8555Q", CIN_DETAILS)
                .says("The child was referred after dying. Correct one of the dates, or explain.")
                .at(CHILD_IDENTIFIERS, PersonDeathDate)
                .at(CIN_DETAILS, CINreferralDate)
                .child((child, facts, report) -> CinRules4000.afterDeath(child, CIN_DETAILS, CINreferralDate, report));
        book.query("8585Q", CIN_DETAILS)
                .says(
                        "The case was closed because the child died (RC2), and the date of death is missing. Give the date, or explain.")
                .at(CIN_DETAILS, ReasonForClosure)
                .at(CHILD_IDENTIFIERS, PersonDeathDate)
                .child((child, facts, report) -> {
                    Row identifiers = child.identifiers();
                    if (identifiers.number() == 0 || identifiers.isDate(PersonDeathDate)) {
                        return;
                    }
                    for (Row details : child.rows(CIN_DETAILS)) {
                        if (details.is(ReasonForClosure, "RC2")) {
                            report.rows(identifiers, details);
                        }
                    }
                });
    }

    private static void addDisability(CinRuleBook book) {
        book.error("8540", CHILD_CHARACTERISTICS)
                .says(
                        "The child has been born and has a referral with further action, yet has no disability code, or one that is no"
                                + " code of the list. Give the codes; NONE where there is no disability.")
                .at(CHILD_IDENTIFIERS, PersonBirthDate)
                .at(DISABILITIES, Disability)
                .at(CIN_DETAILS, ReferralNFA)
                .child((child, facts, report) -> {
                    if (!child.identifiers().isDate(PersonBirthDate) || !Flags.isAnyWithAction(child)) {
                        return;
                    }
                    List<Row> entries = child.rows(DISABILITIES);
                    List<Row> invalid = entries.stream()
                            .filter(entry -> !entry.isOneOf(Disability, DISABILITIES_AND_NONE))
                            .toList();
                    if (!entries.isEmpty() && invalid.isEmpty()) {
                        return;
                    }
                    report.row(child.identifiers());
                    invalid.forEach(report::row);
                    for (Row details : child.rows(CIN_DETAILS)) {
                        if (Flags.isFalse(details, ReferralNFA)) {
                            report.row(details);
                        }
                    }
                });
    }

    private static void addReferral(CinRuleBook book) {
        book.error("8565", CHILD_PROTECTION_PLANS)
                .says("Something of the referral is dated after its closure. Correct that date or the closure date.")
                .at(CIN_DETAILS, CINclosureDate, DateOfInitialCPC)
                .at(ASSESSMENTS, AssessmentActualStartDate, AssessmentAuthorisationDate)
                .at(SECTION_47, S47ActualStartDate, DateOfInitialCPC)
                .at(CHILD_PROTECTION_PLANS, CPPendDate)
                .at(CIN_PLAN_DATES, CINPlanStartDate, CINPlanEndDate)
                .referral((referral, facts, report) -> {
                    afterClosure(referral, referral.details(), report, DateOfInitialCPC);
                    for (Assessment assessment : referral.assessments()) {
                        afterClosure(
                                referral,
                                assessment.row(),
                                report,
                                AssessmentActualStartDate,
                                AssessmentAuthorisationDate);
                    }
                    for (Row enquiry : referral.enquiries()) {
                        afterClosure(referral, enquiry, report, S47ActualStartDate, DateOfInitialCPC);
                    }
                    for (ProtectionPlan plan : referral.protectionPlans()) {
                        afterClosure(referral, plan.row(), report, CPPendDate);
                    }
                    for (Row plan : referral.plans()) {
                        afterClosure(referral, plan, report, CINPlanStartDate, CINPlanEndDate);
                    }
                });
        book.error("8568", CIN_DETAILS)
                .says(
                        "The flag of no further action is missing or is neither true (1) nor false (0). Give one of them.")
                .at(CIN_DETAILS, ReferralNFA)
                .each(row -> !Flags.isTrue(row, ReferralNFA) && !Flags.isFalse(row, ReferralNFA));
        book.query("8569Q", CIN_DETAILS)
                .says(
                        "The referral led to no further action and was before the census year. Take it out, correct its date or flag, or"
                                + " explain.")
                .at(CIN_DETAILS, CINreferralDate)
                .each((row, facts) -> Days.isBefore(row.date(CINreferralDate), facts.workingDayBeforeStart())
                        && !Flags.isFalse(row, ReferralNFA));
    }

    /** Reports those of the dates that are after the referral's closure, and the closure. */
    private static void afterClosure(Referral referral, Row row, CinReport report, Field... dates) {
        LocalDate closed = referral.details().date(CINclosureDate);
        for (Field date : dates) {
            if (Days.isAfter(row.date(date), closed)) {
                report.row(referral.details(), CINclosureDate);
                report.row(row, date);
            }
        }
    }
}
