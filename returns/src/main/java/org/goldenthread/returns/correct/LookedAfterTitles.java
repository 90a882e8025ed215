package org.goldenthread.returns.correct;

import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.ssda903.Ssda903Field;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.jspecify.annotations.Nullable;

/** Tables of the return in words, and what tells a row of each from the child's others. */
final class LookedAfterTitles {
    private LookedAfterTitles() {}

    static String title(Ssda903Table table) {
        return switch (table) {
            case HEADER -> "Header";
            case EPISODES -> "Episodes";
            case REVIEWS -> "Reviews";
            case UASC -> "Unaccompanied asylum-seeking children";
            case OC2 -> "Health and outcomes (OC2)";
            case OC3 -> "Care leavers (OC3)";
            case AD1 -> "Adoption (AD1)";
            case PLACED_ADOPTION -> "Placed for adoption";
            case PREV_PERM -> "Previous permanence";
            case MISSING -> "Missing and away";
            case SW_EPISODES -> "Social workers";
            case DOLO -> "Deprivation of liberty orders";
        };
    }

    /** The event that a row is about, in a form that is the same in the next year's return: its table and first day. */
    static String subject(Row row) {
        Ssda903Table table = (Ssda903Table) row.table();
        Ssda903Field day = day(table);
        return day == null ? table.label() : table.label() + " " + row.textOrEmpty(day);
    }

    private static @Nullable Ssda903Field day(Ssda903Table table) {
        return switch (table) {
            case HEADER, UASC, OC2, OC3, AD1, PREV_PERM -> null;
            case EPISODES -> Ssda903Field.DECOM;
            case REVIEWS -> Ssda903Field.REVIEW;
            case PLACED_ADOPTION -> Ssda903Field.DATE_PLACED;
            case MISSING -> Ssda903Field.MIS_START;
            case SW_EPISODES -> Ssda903Field.SW_DECOM;
            case DOLO -> Ssda903Field.DOLO_START;
        };
    }
}
