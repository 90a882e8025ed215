package org.goldenthread.returns.check.cin;

import static org.goldenthread.returns.check.cin.CinField.*;
import static org.goldenthread.returns.check.cin.CinTable.*;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;

/** Rules 8700 to 8799: what is open in the year, pupil numbers of children at school, young adults, and disabilities. */
final class CinRules8700 {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d+");
    private static final Set<String> REASONS_AT_SCHOOL_AGE = Set.of("UN2", "UN3", "UN4", "UN5", "UN6", "UN7");
    private static final int SCHOOL_AGE = 6;
    private static final int OLDEST = 25;
    private static final String NONE = "NONE";

    private CinRules8700() {}

    static void addTo(CinRuleBook book) {
        addConferencesAndPlans(book);
        addOpenInYear(book);
        addUnborn(book);
        addPupilNumbers(book);
        addAge(book);
        addDisabilities(book);
    }

    private static void addConferencesAndPlans(CinRuleBook book) {
        book.error("8715", SECTION_47)
                .says(
                        "The initial conference was outside the census year. Correct its date; one held earlier is left out.")
                .at(SECTION_47, DateOfInitialCPC)
                .each((row, facts) -> facts.isOutsidePeriod(row.date(DateOfInitialCPC)));
        book.error("8720", CHILD_PROTECTION_PLANS)
                .says(
                        "The start of the child protection plan is missing or is after the reference date. Give the day it began, or"
                                + " take the plan out.")
                .at(CHILD_PROTECTION_PLANS, CPPstartDate)
                .each((row, facts) -> !Days.isUpTo(row.date(CPPstartDate), facts.referenceDate()));
        book.error("8730", CHILD_PROTECTION_PLANS)
                .says(
                        "The number of earlier child protection plans is missing or is no whole number. Give the number; 0 where there"
                                + " was none.")
                .at(CHILD_PROTECTION_PLANS, NumberOfPreviousCPP)
                .each(row -> !WHOLE_NUMBER
                        .matcher(row.textOrEmpty(NumberOfPreviousCPP))
                        .matches());
    }

    private static void addOpenInYear(CinRuleBook book) {
        book.error("8736", ASSESSMENTS)
                .says(
                        "The assessment is still open, and its start is missing or outside the census year. Give its authorisation, or"
                                + " correct the start.")
                .at(ASSESSMENTS, AssessmentAuthorisationDate, AssessmentActualStartDate)
                .each((row, facts) -> !row.isDate(AssessmentAuthorisationDate)
                        && !facts.isInPeriod(row.date(AssessmentActualStartDate)));
        book.error("8740", SECTION_47)
                .says(
                        "The Section 47 enquiry awaits its conference and began outside the census year. Give the conference's date, say"
                                + " that none was needed, or correct the start.")
                .at(SECTION_47, S47ActualStartDate, DateOfInitialCPC, ICPCnotRequired)
                .each((row, facts) -> !row.isDate(DateOfInitialCPC)
                        && Flags.isFalse(row, ICPCnotRequired)
                        && facts.isOutsidePeriod(row.date(S47ActualStartDate)));
    }

    private static void addUnborn(CinRuleBook book) {
        addUnborn(book.error("8750", CHILD_IDENTIFIERS).until(2024), GenderCurrent, "0");
        addUnborn(book.error("8750", CHILD_IDENTIFIERS).from(2025), Sex, "U");
    }

    private static void addUnborn(CinRuleBook.Draft draft, CinField field, String unknown) {
        draft.says("The child is not yet born, and so the sex has to be " + unknown
                        + " (unknown). Give that, or the date of birth.")
                .at(CHILD_IDENTIFIERS, field, PersonBirthDate, ExpectedPersonBirthDate)
                .each(row ->
                        !row.isDate(PersonBirthDate) && row.isDate(ExpectedPersonBirthDate) && !row.is(field, unknown));
    }

    private static void addPupilNumbers(CinRuleBook book) {
        addPupilNumber(
                book.query("8770Q", CHILD_IDENTIFIERS).until(2024),
                (born, reference) -> born.isBefore(reference.minusYears(SCHOOL_AGE)));
        addPupilNumber(
                book.query("8770Q", CHILD_IDENTIFIERS).from(2025),
                (born, reference) -> Days.isUpTo(born, LocalDate.of(reference.getYear() - SCHOOL_AGE, 8, 31)));
        book.error("8772", CHILD_IDENTIFIERS)
                .says(
                        "The pupil number is missing for the reason that the referral led to no further action (UN7), yet a referral of"
                                + " the child is not so. Give the number or another reason, or correct the flag.")
                .at(CHILD_IDENTIFIERS, UPNunknown)
                .at(CIN_DETAILS, ReferralNFA)
                .child((child, facts, report) -> {
                    if (child.identifiers().is(UPNunknown, "UN7")) {
                        for (Row details : child.rows(CIN_DETAILS)) {
                            if (!Flags.isTrue(details, ReferralNFA)) {
                                report.rows(child.identifiers(), details);
                            }
                        }
                    }
                });
    }

    private static void addPupilNumber(CinRuleBook.Draft draft, BiPredicate<LocalDate, LocalDate> isAtSchoolAge) {
        draft.says(
                        "The child is of school age and has neither a unique pupil number nor a reason for its absence that fits the age."
                                + " Give the number, or one of UN2 to UN7, or explain.")
                .at(CHILD_IDENTIFIERS, UPN, UPNunknown)
                .child((child, facts, report) -> {
                    Row row = child.identifiers();
                    LocalDate born = row.date(PersonBirthDate);
                    if (born != null
                            && row.isBlank(UPN)
                            && isAtSchoolAge.test(born, facts.referenceDate())
                            && !REASONS_AT_SCHOOL_AGE.contains(
                                    row.textOrEmpty(UPNunknown).toUpperCase(Locale.ROOT))
                            && Flags.isAnyWithAction(child)) {
                        report.row(row);
                    }
                });
    }

    private static void addAge(CinRuleBook book) {
        book.query("8775Q", CHILD_IDENTIFIERS)
                .says(
                        "The person was older than 25 at the reference date, and the case was open after the 25th birthday. Correct the"
                                + " date of birth, give the closure, or explain.")
                .at(CHILD_IDENTIFIERS, PersonBirthDate)
                .at(CIN_DETAILS, CINclosureDate)
                .child((child, facts, report) -> {
                    LocalDate born = child.identifiers().date(PersonBirthDate);
                    if (!Days.isBefore(born, facts.referenceDate().minusYears(OLDEST))) {
                        return;
                    }
                    for (Row details : child.rows(CIN_DETAILS)) {
                        if (!Days.isUpTo(details.date(CINclosureDate), Days.birthday(born, OLDEST))) {
                            report.rows(child.identifiers(), details);
                        }
                    }
                });
    }

    private static void addDisabilities(CinRuleBook book) {
        book.error("8790", DISABILITIES)
                .says(
                        "The child is said to have no disability (NONE) and also to have one. Take out whichever is wrong.")
                .at(DISABILITIES, Disability)
                .child((child, facts, report) -> {
                    List<Row> entries = child.rows(DISABILITIES);
                    if (entries.stream().anyMatch(CinRules8700::isNone)) {
                        entries.stream()
                                .filter(entry -> entry.isFilled(Disability) && !isNone(entry))
                                .forEach(report::row);
                    }
                });
        book.error("8794", DISABILITIES)
                .says("One disability is entered more than once for the child. Leave one entry of it.")
                .at(DISABILITIES, Disability)
                .child((child, facts, report) -> {
                    Map<String, Integer> counts = new HashMap<>();
                    for (Row entry : child.rows(DISABILITIES)) {
                        counts.merge(entry.textOrEmpty(Disability), 1, Integer::sum);
                    }
                    for (Row entry : child.rows(DISABILITIES)) {
                        if (entry.isFilled(Disability) && counts.getOrDefault(entry.textOrEmpty(Disability), 0) > 1) {
                            report.row(entry);
                        }
                    }
                });
    }

    private static boolean isNone(Row entry) {
        return entry.textOrEmpty(Disability).equalsIgnoreCase(NONE);
    }
}
