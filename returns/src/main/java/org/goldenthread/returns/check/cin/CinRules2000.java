package org.goldenthread.returns.check.cin;

import static org.goldenthread.returns.check.cin.CinField.*;
import static org.goldenthread.returns.check.cin.CinTable.*;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;

/** Rules 2000 to 2999: counts over the return, conferences, and closure after assessment. */
final class CinRules2000 {
    private static final String NO_DISABILITY = "NONE";
    private static final int FEW_DISABILITY_CODES = 7;

    private CinRules2000() {}

    static void addTo(CinRuleBook book) {
        addConferences(book);
        addCounts(book);
        addClosedAfterAssessment(book);
    }

    private static void addConferences(CinRuleBook book) {
        book.error("2883", CHILD_PROTECTION_PLANS)
                .says(
                        "More child protection plans began in the year than initial conferences were held. Add the conferences that are"
                                + " missing, or correct the dates.")
                .at(CHILD_PROTECTION_PLANS, CPPstartDate)
                .at(CIN_DETAILS, DateOfInitialCPC)
                .at(SECTION_47, DateOfInitialCPC)
                .whole((children, facts, report) -> {
                    int plans = count(children, CHILD_PROTECTION_PLANS, CPPstartDate, facts);
                    int conferences = count(children, CIN_DETAILS, DateOfInitialCPC, facts)
                            + count(children, SECTION_47, DateOfInitialCPC, facts);
                    if (plans > conferences) {
                        report.whole();
                    }
                });
        book.error("2884", SECTION_47)
                .says(
                        "One initial conference is given twice: with the Section 47 enquiry and with the referral, where only a child"
                                + " who moves in on a plan has it. Take one of them out.")
                .at(SECTION_47, DateOfInitialCPC)
                .at(CIN_DETAILS, DateOfInitialCPC)
                .child((child, facts, report) -> {
                    for (Row details : child.rows(CIN_DETAILS)) {
                        for (Row enquiry : child.rows(SECTION_47)) {
                            if (Days.isSame(details.date(DateOfInitialCPC), enquiry.date(DateOfInitialCPC))) {
                                report.rows(details, enquiry);
                            }
                        }
                    }
                });
        book.error("2885", CHILD_PROTECTION_PLANS)
                .says(
                        "The child protection plan does not begin on the day of an initial conference of the same referral. Correct the"
                                + " plan's start or the conference's date, or add the conference.")
                .at(CHILD_PROTECTION_PLANS, CPPstartDate)
                .at(SECTION_47, DateOfInitialCPC)
                .at(CIN_DETAILS, DateOfInitialCPC)
                .referral(CinRules2000::plansWithoutConference);
        book.error("2889", SECTION_47)
                .says("The Section 47 enquiry begins before the referral. Correct its start or the referral date.")
                .at(SECTION_47, S47ActualStartDate)
                .at(CIN_DETAILS, CINreferralDate)
                .referral((referral, facts, report) -> {
                    for (Row enquiry : referral.enquiries()) {
                        CinRules1000.reportIfBefore(referral, enquiry, S47ActualStartDate, report);
                    }
                });
    }

    /**
     * An enquiry for which no conference was needed has none to begin a plan at. Where a referral has no other enquiry, its own
     * conference counts, which is that of a child who moved in.
     */
    private static void plansWithoutConference(Referral referral, CensusFacts facts, CinReport report) {
        List<Row> conferences = referral.enquiries().stream()
                .filter(enquiry -> !Flags.isTrue(enquiry, ICPCnotRequired))
                .toList();
        if (conferences.isEmpty()) {
            conferences = List.of(referral.details());
        }
        boolean isAnyMatched = false;
        boolean isAnyWithout = false;
        for (ProtectionPlan plan : referral.protectionPlans()) {
            LocalDate start = plan.row().date(CPPstartDate);
            if (!facts.isInPeriod(start)) {
                continue;
            }
            boolean isMatched =
                    conferences.stream().anyMatch(conference -> Days.isSame(start, conference.date(DateOfInitialCPC)));
            isAnyMatched |= isMatched;
            if (!isMatched) {
                isAnyWithout = true;
                report.row(plan.row());
            }
        }
        if (isAnyWithout && !isAnyMatched) {
            conferences.forEach(report::row);
        }
    }

    private static int count(List<CensusChild> children, CinTable table, Field date, CensusFacts facts) {
        int count = 0;
        for (CensusChild child : children) {
            for (Row row : child.rows(table)) {
                if (facts.isInPeriod(row.date(date))) {
                    count++;
                }
            }
        }
        return count;
    }

    private static void addCounts(CinRuleBook book) {
        addUnknownSex(book.query("2886Q", CHILD_IDENTIFIERS).until(2024), GenderCurrent, "0");
        addUnknownSex(book.query("2886Q", CHILD_IDENTIFIERS).from(2025), Sex, "U");
        book.query("2887Q", DISABILITIES)
                .says(
                        "The return has 7 or fewer different codes of disability, of the 12 that there are. Check that disabilities are"
                                + " recorded with their own codes, or explain.")
                .at(DISABILITIES, Disability)
                .whole((children, facts, report) -> {
                    Set<String> codes = new TreeSet<>();
                    children.forEach(child -> codes.addAll(disabilities(child)));
                    if (codes.size() <= FEW_DISABILITY_CODES) {
                        report.whole();
                    }
                });
        book.query("2888Q", DISABILITIES)
                .says(
                        "No child has more than one disability recorded. Record every disability that a child has, or explain.")
                .at(DISABILITIES, Disability)
                .whole((children, facts, report) -> {
                    int most = 0;
                    for (CensusChild child : children) {
                        most = Math.max(most, disabilities(child).size());
                    }
                    if (most == 1) {
                        report.whole();
                    }
                });
    }

    private static void addUnknownSex(CinRuleBook.Draft draft, CinField field, String unknown) {
        draft.says("More than 2% of the children, the unborn apart, have no sex recorded. Record it, or explain.")
                .at(CHILD_IDENTIFIERS, field, ExpectedPersonBirthDate)
                .whole((children, facts, report) -> {
                    long all = 0;
                    long without = 0;
                    for (CensusChild child : children) {
                        for (Row row : child.rows(CHILD_IDENTIFIERS)) {
                            all++;
                            if (!row.isDate(ExpectedPersonBirthDate)
                                    && (row.isBlank(field) || row.is(field, unknown))) {
                                without++;
                            }
                        }
                    }
                    if (without * 100 > all * 2) {
                        report.whole();
                    }
                });
    }

    /** The child's different codes of disability, that of having none apart. */
    private static Set<String> disabilities(CensusChild child) {
        Set<String> codes = new HashSet<>();
        for (Row row : child.rows(DISABILITIES)) {
            if (row.isFilled(Disability) && !row.is(Disability, NO_DISABILITY)) {
                codes.add(row.textOrEmpty(Disability));
            }
        }
        return codes;
    }

    private static void addClosedAfterAssessment(CinRuleBook book) {
        book.error("2990", CIN_DETAILS)
                .says(
                        "The case was closed after assessment as not in need (RC8 or RC9), yet it has a conference, a Section 47"
                                + " enquiry or a plan. Take those out, or give another reason for closure.")
                .at(CIN_DETAILS, DateOfInitialCPC)
                .at(SECTION_47, LAchildID)
                .at(CHILD_PROTECTION_PLANS, LAchildID)
                .at(CIN_PLAN_DATES, LAchildID)
                .referral((referral, facts, report) -> {
                    Row details = referral.details();
                    boolean isMore = details.isDate(DateOfInitialCPC)
                            || !referral.enquiries().isEmpty()
                            || !referral.protectionPlans().isEmpty()
                            || !referral.plans().isEmpty();
                    if (isMore && isClosedAfterAssessment(referral)) {
                        report.row(details);
                        referral.enquiries().forEach(report::row);
                        referral.protectionPlans().forEach(plan -> report.row(plan.row()));
                        referral.plans().forEach(report::row);
                    }
                });
        book.query("2991Q", CIN_DETAILS)
                .says("The referral has a Section 47 enquiry and no assessment. Add the assessment, or explain.")
                .at(SECTION_47, LAchildID)
                .referral((referral, facts, report) -> {
                    if (referral.assessments().isEmpty()) {
                        referral.enquiries().forEach(report::row);
                    }
                });
    }

    /** Closed after assessment as not in need, with or without passing to early help. */
    static boolean isClosedAfterAssessment(Referral referral) {
        return referral.details().isOneOf(ReasonForClosure, "RC8", "RC9");
    }
}
