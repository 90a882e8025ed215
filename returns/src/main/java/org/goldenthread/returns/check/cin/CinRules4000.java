package org.goldenthread.returns.check.cin;

import static org.goldenthread.returns.check.cin.CinField.*;
import static org.goldenthread.returns.check.cin.CinTable.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;

/** Rules 4000 to 4999: child in need plans, sex and ethnicity. */
final class CinRules4000 {
    private static final Set<String> ETHNICITIES = Set.of(
            "ABAN", "AIND", "AOTH", "APKN", "BAFR", "BCRB", "BOTH", "CHNE", "MOTH", "MWAS", "MWBA", "MWBC", "NOBT",
            "OOTH", "REFU", "WBRI", "WIRI", "WIRT", "WOTH", "WROM");

    private CinRules4000() {}

    static void addTo(CinRuleBook book) {
        addOpen(book);
        addDates(book);
        addOverlaps(book);
        addCharacteristics(book);
    }

    private static void addOpen(CinRuleBook book) {
        book.error("4000", CIN_PLAN_DATES)
                .says(
                        "The referral led to no further action, yet it has a child in need plan. Take the plan out, or correct the flag.")
                .at(CIN_PLAN_DATES, LAchildID)
                .at(CIN_DETAILS, ReferralNFA)
                .referral((referral, facts, report) -> {
                    if (Flags.isWithoutAction(referral) && !referral.plans().isEmpty()) {
                        report.row(referral.details());
                        referral.plans().forEach(report::row);
                    }
                });
        book.error("4001", CIN_PLAN_DATES)
                .says(
                        "A child in need plan and a child protection plan of one referral are both open. Give the end of one of them.")
                .at(CIN_PLAN_DATES, CINPlanEndDate)
                .at(CHILD_PROTECTION_PLANS, CPPendDate)
                .referral((referral, facts, report) -> {
                    for (Row plan : referral.plans()) {
                        if (!plan.isDate(CINPlanStartDate) || plan.isDate(CINPlanEndDate)) {
                            continue;
                        }
                        for (ProtectionPlan protection : referral.protectionPlans()) {
                            if (!protection.row().isDate(CPPendDate)) {
                                report.rows(plan, protection.row());
                            }
                        }
                    }
                });
        book.error("4003", REVIEWS)
                .says(
                        "A child protection plan was reviewed while a child in need plan ran. Correct the review's date or the dates of"
                                + " the child in need plan.")
                .at(REVIEWS, CPPreviewDate)
                .at(CIN_PLAN_DATES, CINPlanStartDate, CINPlanEndDate)
                .referral((referral, facts, report) -> {
                    for (ProtectionPlan protection : referral.protectionPlans()) {
                        for (Row review : protection.reviews()) {
                            reviewWithinPlans(review, protection, referral.plans(), report);
                        }
                    }
                });
        book.error("4004", CIN_PLAN_DATES)
                .says("Two or more child in need plans of one referral are open. Give the end of all but one.")
                .at(CIN_PLAN_DATES, CINPlanEndDate)
                .referral((referral, facts, report) -> {
                    List<Row> open = referral.plans().stream()
                            .filter(plan -> !plan.isDate(CINPlanEndDate))
                            .toList();
                    if (open.size() > 1) {
                        open.forEach(report::row);
                    }
                });
    }

    /** A review on the day that its own plan ends, or that the child in need plan ends, is within neither. */
    private static void reviewWithinPlans(Row review, ProtectionPlan protection, List<Row> plans, CinReport report) {
        LocalDate day = review.date(CPPreviewDate);
        if (day == null || day.equals(protection.row().date(CPPendDate))) {
            return;
        }
        for (Row plan : plans) {
            LocalDate end = plan.date(CINPlanEndDate);
            if (Days.isUpTo(plan.date(CINPlanStartDate), day) && (end == null || day.isBefore(end))) {
                report.rows(review, plan);
            }
        }
    }

    private static void addDates(CinRuleBook book) {
        book.error("4008", CHILD_IDENTIFIERS)
                .says("A child in need plan begins after the child's death. Correct one of the dates.")
                .at(CHILD_IDENTIFIERS, PersonDeathDate)
                .at(CIN_PLAN_DATES, CINPlanStartDate)
                .child((child, facts, report) -> afterDeath(child, CIN_PLAN_DATES, CINPlanStartDate, report));
        book.query("4009Q", CHILD_IDENTIFIERS)
                .says("A child in need plan ends after the child's death. Correct one of the dates, or explain.")
                .at(CHILD_IDENTIFIERS, PersonDeathDate)
                .at(CIN_PLAN_DATES, CINPlanEndDate)
                .child((child, facts, report) -> afterDeath(child, CIN_PLAN_DATES, CINPlanEndDate, report));
        book.error("4010", CIN_PLAN_DATES)
                .says(
                        "The start of the child in need plan is missing or is after the reference date. Give the day it began, or take"
                                + " the plan out.")
                .at(CIN_PLAN_DATES, CINPlanStartDate)
                .each((row, facts) -> !Days.isUpTo(row.date(CINPlanStartDate), facts.referenceDate()));
        book.error("4011", CIN_PLAN_DATES)
                .says("The child in need plan ends before it begins. Correct one of the dates.")
                .at(CIN_PLAN_DATES, CINPlanEndDate, CINPlanStartDate)
                .each(row -> Days.isBefore(row.date(CINPlanEndDate), row.date(CINPlanStartDate)));
        book.query("4012Q", CIN_PLAN_DATES)
                .says("The child in need plan begins and ends on one day. Correct one of the dates, or explain.")
                .at(CIN_PLAN_DATES, CINPlanStartDate, CINPlanEndDate)
                .each(row -> Days.isSame(row.date(CINPlanStartDate), row.date(CINPlanEndDate)));
        book.error("4013", CIN_PLAN_DATES)
                .says(
                        "The child in need plan ends outside the census year. Correct the date; a plan that ended earlier is left out.")
                .at(CIN_PLAN_DATES, CINPlanEndDate)
                .each((row, facts) -> facts.isOutsidePeriod(row.date(CINPlanEndDate)));
        book.error("4015", CIN_PLAN_DATES)
                .says(
                        "The child in need plan begins before the referral. Correct the plan's start or the referral date.")
                .at(CIN_PLAN_DATES, CINPlanStartDate)
                .at(CIN_DETAILS, CINreferralDate)
                .referral((referral, facts, report) -> {
                    for (Row plan : referral.plans()) {
                        CinRules1000.reportIfBefore(referral, plan, CINPlanStartDate, report);
                    }
                });
    }

    /** Reports the child's records whose date is after the child's death, and that date. */
    static void afterDeath(CensusChild child, CinTable table, CinField date, CinReport report) {
        Row identifiers = child.identifiers();
        LocalDate died = identifiers.date(PersonDeathDate);
        for (Row row : child.rows(table)) {
            if (Days.isAfter(row.date(date), died)) {
                report.rows(identifiers, row);
            }
        }
    }

    private static void addOverlaps(CinRuleBook book) {
        book.error("4014", CIN_PLAN_DATES)
                .says(
                        "A child in need plan begins while another of the child runs, or on the day that it ends. Correct the dates of"
                                + " one of them.")
                .at(CIN_PLAN_DATES, CINPlanStartDate, CINPlanEndDate)
                .child((child, facts, report) -> Overlaps.report(
                        child.rows(CIN_PLAN_DATES),
                        CINPlanStartDate,
                        CINPlanEndDate,
                        Overlaps.toEnd(CINPlanEndDate, facts),
                        report));
        book.error("4016", CIN_PLAN_DATES)
                .says(
                        "A child in need plan begins while a child protection plan of the child runs. Correct the dates of one of them.")
                .at(CIN_PLAN_DATES, CINPlanStartDate)
                .at(CHILD_PROTECTION_PLANS, CPPstartDate, CPPendDate)
                .child((child, facts, report) -> {
                    Overlaps.Running running = Overlaps.beforeEnd(CPPendDate, facts);
                    for (Row plan : child.rows(CIN_PLAN_DATES)) {
                        LocalDate day = plan.date(CINPlanStartDate);
                        for (Row protection : child.rows(CHILD_PROTECTION_PLANS)) {
                            if (day != null
                                    && Days.isUpTo(protection.date(CPPstartDate), day)
                                    && running.isOn(protection, day)) {
                                report.rows(plan, protection);
                            }
                        }
                    }
                });
        book.error("4017", CIN_PLAN_DATES)
                .says(
                        "A child protection plan begins while a child in need plan of the child runs. Correct the dates of one of them.")
                .at(CHILD_PROTECTION_PLANS, CPPstartDate)
                .at(CIN_PLAN_DATES, CINPlanStartDate, CINPlanEndDate)
                .child((child, facts, report) -> {
                    Overlaps.Running running = Overlaps.beforeEnd(CINPlanEndDate, facts);
                    for (Row protection : child.rows(CHILD_PROTECTION_PLANS)) {
                        LocalDate day = protection.date(CPPstartDate);
                        for (Row plan : child.rows(CIN_PLAN_DATES)) {
                            if (day != null
                                    && Days.isUpTo(plan.date(CINPlanStartDate), day)
                                    && running.isOn(plan, day)) {
                                report.rows(protection, plan);
                            }
                        }
                    }
                });
    }

    private static void addCharacteristics(CinRuleBook book) {
        book.error("4180", CHILD_IDENTIFIERS)
                .until(2024)
                .says("The child's gender is missing or is not 0, 1, 2 or 9. Give one of them.")
                .at(CHILD_IDENTIFIERS, GenderCurrent)
                .each(row -> !row.isOneOf(GenderCurrent, "0", "1", "2", "9"));
        book.error("4180", CHILD_IDENTIFIERS)
                .from(2025)
                .says("The child's sex is missing or is not M, F or U. Give one of them.")
                .at(CHILD_IDENTIFIERS, Sex)
                .each(row -> !row.isOneOf(Sex, "M", "F", "U"));
        book.error("4220", CHILD_CHARACTERISTICS)
                .says(
                        "The child's ethnicity is missing or is no code of the list. Give one of the list; NOBT where it is not yet"
                                + " obtained.")
                .at(CHILD_CHARACTERISTICS, Ethnicity)
                .each(row -> !row.isOneOf(Ethnicity, ETHNICITIES));
    }
}
