package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.CHILD;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DUC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.SEX;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;

import java.util.List;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Row;

/**
 * Whether a child is an unaccompanied asylum-seeking child, or was one in the previous year's return. The Header of a year tells it;
 * without one, the table of unaccompanied children does.
 */
final class Unaccompanied {
    private Unaccompanied() {}

    /** Whether the child is one this year; without a Header, a row of the table counts that has more than the child and birth. */
    static boolean isNow(ChildFile child) {
        return !listNow(child).isEmpty();
    }

    /** As {@link #isNow}, of the previous year. */
    static boolean wasLastYear(ChildFile child) {
        return child.facts().isLoadedLast(HEADER)
                ? Among.any(child.lastYear(HEADER), Unaccompanied::isFlagged)
                : Among.any(child.lastYear(Ssda903Table.UASC), row -> row.isAnyFilled(SEX, DUC));
    }

    /** The rows that make the child one this year. */
    static List<Row> listNow(ChildFile child) {
        return child.facts().isLoaded(HEADER)
                ? Among.filter(child.rows(HEADER), Unaccompanied::isFlagged)
                : Among.filter(child.rows(Ssda903Table.UASC), row -> row.isAnyFilled(SEX, DUC));
    }

    /** Whether a distance from home need not be told: the child is, or was last year, unaccompanied. Here any row of the table counts. */
    static boolean isOrWas(ChildFile child) {
        boolean is = child.facts().isLoaded(HEADER)
                ? Among.any(child.rows(HEADER), Unaccompanied::isFlagged)
                : Among.any(child.rows(Ssda903Table.UASC), Unaccompanied::isAnythingTold);
        boolean was = child.facts().isLoadedLast(HEADER)
                ? Among.any(child.lastYear(HEADER), Unaccompanied::isFlagged)
                : Among.any(child.lastYear(Ssda903Table.UASC), Unaccompanied::isAnythingTold);
        return is || was;
    }

    /** Whether either year tells of unaccompanied children at all: a Header in CSV does so only beside their table. */
    static boolean isTold(ReturnFacts facts) {
        return facts.isLoaded(Ssda903Table.UASC)
                || facts.isLoadedLast(Ssda903Table.UASC)
                || facts.has(Need.XML)
                || facts.has(Need.UNACCOMPANIED_FLAG);
    }

    private static boolean isFlagged(Row header) {
        return header.is(Ssda903Field.UASC, "1");
    }

    private static boolean isAnythingTold(Row unaccompanied) {
        for (Field field : Ssda903Table.UASC.fields()) {
            if (field != CHILD && unaccompanied.isFilled(field)) {
                return true;
            }
        }
        return false;
    }
}
