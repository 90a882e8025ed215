package org.goldenthread.returns.check.cin;

import static org.goldenthread.returns.check.cin.CinField.*;
import static org.goldenthread.returns.check.cin.CinTable.*;

import java.util.List;
import java.util.Set;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;

/** Rules 8900 to 8989: child protection plans, and factors that were withdrawn. */
final class CinRules8900 {
    private static final Set<String> CATEGORIES_OF_ABUSE = Set.of("NEG", "PHY", "SAB", "EMO", "MUL");

    private CinRules8900() {}

    static void addTo(CinRuleBook book) {
        addCategories(book);
        addDates(book);
        addSeveral(book);
        addWithdrawnFactors(book);
    }

    private static void addCategories(CinRuleBook book) {
        book.error("8905", CHILD_PROTECTION_PLANS)
                .says("The first category of abuse is missing or is not NEG, PHY, SAB, EMO or MUL. Give one of them.")
                .at(CHILD_PROTECTION_PLANS, InitialCategoryOfAbuse)
                .each(row -> !row.isOneOf(InitialCategoryOfAbuse, CATEGORIES_OF_ABUSE));
        book.error("8910", CHILD_PROTECTION_PLANS)
                .says("The latest category of abuse is missing or is not NEG, PHY, SAB, EMO or MUL. Give one of them.")
                .at(CHILD_PROTECTION_PLANS, LatestCategoryOfAbuse)
                .each(row -> !row.isOneOf(LatestCategoryOfAbuse, CATEGORIES_OF_ABUSE));
    }

    private static void addDates(CinRuleBook book) {
        book.error("8915", CHILD_PROTECTION_PLANS)
                .says("The child protection plan begins after the child's death. Correct one of the dates.")
                .at(CHILD_PROTECTION_PLANS, CPPstartDate)
                .at(CHILD_IDENTIFIERS, PersonDeathDate)
                .child((child, facts, report) ->
                        CinRules4000.afterDeath(child, CHILD_PROTECTION_PLANS, CPPstartDate, report));
        book.error("8920", CHILD_PROTECTION_PLANS)
                .says("The child protection plan ends after the child's death. Correct one of the dates.")
                .at(CHILD_IDENTIFIERS, PersonDeathDate)
                .at(CHILD_PROTECTION_PLANS, CPPendDate)
                .child((child, facts, report) ->
                        CinRules4000.afterDeath(child, CHILD_PROTECTION_PLANS, CPPendDate, report));
        book.error("8925", CHILD_PROTECTION_PLANS)
                .says("The child protection plan ends before it begins. Correct one of the dates.")
                .at(CHILD_PROTECTION_PLANS, CPPstartDate, CPPendDate)
                .each(row -> Days.isBefore(row.date(CPPendDate), row.date(CPPstartDate)));
        book.error("8930", CHILD_PROTECTION_PLANS)
                .says(
                        "The child protection plan ends outside the census year. Correct the date; a plan that ended earlier is left out.")
                .at(CHILD_PROTECTION_PLANS, CPPendDate)
                .each((row, facts) -> facts.isOutsidePeriod(row.date(CPPendDate)));
    }

    private static void addSeveral(CinRuleBook book) {
        book.error("8935", CHILD_PROTECTION_PLANS)
                .says("The child has two or more open child protection plans. Give the end of all but one.")
                .at(CHILD_PROTECTION_PLANS, CPPendDate)
                .child((child, facts, report) -> {
                    List<Row> open = child.rows(CHILD_PROTECTION_PLANS).stream()
                            .filter(plan -> !plan.isDate(CPPendDate))
                            .toList();
                    if (open.size() > 1) {
                        open.forEach(report::row);
                    }
                });
        book.error("8940", CHILD_PROTECTION_PLANS)
                .says(
                        "A child protection plan begins while another of the child runs, or on the day that it ends. Correct the dates"
                                + " of one of them.")
                .at(CHILD_PROTECTION_PLANS, CPPstartDate, CPPendDate)
                .child((child, facts, report) -> Overlaps.report(
                        child.rows(CHILD_PROTECTION_PLANS),
                        CPPstartDate,
                        CPPendDate,
                        Overlaps.toEnd(CPPendDate, facts),
                        report));
    }

    private static void addWithdrawnFactors(CinRuleBook book) {
        book.query("8945Q", ASSESSMENTS)
                .from(2025)
                .says(
                        "Factor 18A (physical abuse) was withdrawn. Give 18B (by another child) or 18C (by an adult), or explain.")
                .at(ASSESSMENTS, AssessmentFactors)
                .referral(CinRules8860.eachAssessment(
                        (assessment, facts) -> Factors.contain(assessment.factors(), "18A")));
        book.query("8950Q", ASSESSMENTS)
                .from(2025)
                .says(
                        "Factor 19A (sexual abuse) was withdrawn. Give 19B (by another child) or 19C (by an adult), or explain.")
                .at(ASSESSMENTS, AssessmentFactors)
                .referral(CinRules8860.eachAssessment(
                        (assessment, facts) -> Factors.contain(assessment.factors(), "19A")));
    }
}
