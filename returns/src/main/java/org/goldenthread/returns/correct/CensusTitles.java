package org.goldenthread.returns.correct;

import static org.goldenthread.returns.check.cin.CinTable.CHILD_CHARACTERISTICS;
import static org.goldenthread.returns.check.cin.CinTable.CHILD_PROTECTION_PLANS;
import static org.goldenthread.returns.check.cin.CinTable.CIN_DETAILS;

import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.cin.CinField;
import org.goldenthread.returns.check.cin.CinTable;
import org.jspecify.annotations.Nullable;

/** Modules of the census in words, how they hold one another, and what tells a record from the child's others. */
final class CensusTitles {
    private CensusTitles() {}

    static String title(CinTable table) {
        return switch (table) {
            case HEADER -> "Header of the census";
            case CHILD_IDENTIFIERS -> "Child";
            case CHILD_CHARACTERISTICS -> "Characteristics";
            case DISABILITIES -> "Disabilities";
            case CIN_DETAILS -> "Referrals";
            case ASSESSMENTS -> "Assessments";
            case CIN_PLAN_DATES -> "Children in need plans";
            case SECTION_47 -> "Section 47 enquiries";
            case CHILD_PROTECTION_PLANS -> "Child protection plans";
            case REVIEWS -> "Reviews of child protection plans";
            case PRE_PROCEEDINGS -> "Pre-proceedings and family group decision making";
        };
    }

    /** The module whose records hold this one's; null where a child holds them, or the census itself. */
    static @Nullable CinTable holder(CinTable table) {
        return switch (table) {
            case HEADER, CHILD_IDENTIFIERS, CHILD_CHARACTERISTICS, CIN_DETAILS -> null;
            case DISABILITIES -> CHILD_CHARACTERISTICS;
            case ASSESSMENTS, CIN_PLAN_DATES, SECTION_47, CHILD_PROTECTION_PLANS, PRE_PROCEEDINGS -> CIN_DETAILS;
            case REVIEWS -> CHILD_PROTECTION_PLANS;
        };
    }

    /** Name of the element that a record of the module is. */
    static String element(CinTable table) {
        return switch (table) {
            case DISABILITIES -> "Disability";
            case CIN_PLAN_DATES -> "CINPlanDates";
            case REVIEWS -> "CPPreviewDate";
            case HEADER,
                    CHILD_IDENTIFIERS,
                    CHILD_CHARACTERISTICS,
                    CIN_DETAILS,
                    ASSESSMENTS,
                    SECTION_47,
                    CHILD_PROTECTION_PLANS,
                    PRE_PROCEEDINGS -> table.label();
        };
    }

    /** The event that a record is about, in a form that is the same in the next year's census: its module and first day. */
    static String subject(Row row) {
        CinTable table = (CinTable) row.table();
        CinField day = day(table);
        return day == null ? table.label() : table.label() + " " + row.textOrEmpty(day);
    }

    private static @Nullable CinField day(CinTable table) {
        return switch (table) {
            case HEADER, CHILD_IDENTIFIERS, CHILD_CHARACTERISTICS, DISABILITIES -> null;
            case CIN_DETAILS -> CinField.CINreferralDate;
            case ASSESSMENTS -> CinField.AssessmentActualStartDate;
            case CIN_PLAN_DATES -> CinField.CINPlanStartDate;
            case SECTION_47 -> CinField.S47ActualStartDate;
            case CHILD_PROTECTION_PLANS -> CinField.CPPstartDate;
            case REVIEWS -> CinField.CPPreviewDate;
            case PRE_PROCEEDINGS -> CinField.PPStartDate;
        };
    }
}
