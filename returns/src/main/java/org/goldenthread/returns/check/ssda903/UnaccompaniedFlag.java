package org.goldenthread.returns.check.ssda903;

import java.util.Collection;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Row;

/**
 * Sets {@code UASC} of Header rows from the table of unaccompanied children, which a return in CSV has in place of the element that one in
 * XML has: 1 for a child with a row there, else 0. Without both tables of a year the field stays blank.
 */
final class UnaccompaniedFlag {
    private final ReturnFacts facts;
    private final Collection<ChildFile> children;

    UnaccompaniedFlag(ReturnFacts facts, Collection<ChildFile> children) {
        this.facts = facts;
        this.children = children;
    }

    void derive() {
        // The previous year's return may be in CSV though this year's is in XML; flags that are given stay as they are.
        boolean now = !facts.has(Need.XML) && facts.isLoaded(Ssda903Table.HEADER) && facts.isLoaded(Ssda903Table.UASC);
        boolean last = facts.isLoadedLast(Ssda903Table.HEADER) && facts.isLoadedLast(Ssda903Table.UASC);
        for (ChildFile child : children) {
            if (now) {
                boolean unaccompanied = !child.rows(Ssda903Table.UASC).isEmpty();
                child.rows(Ssda903Table.HEADER).forEach(row -> set(row, unaccompanied));
            }
            if (last) {
                boolean unaccompanied = !child.lastYear(Ssda903Table.UASC).isEmpty();
                child.lastYear(Ssda903Table.HEADER).forEach(row -> set(row, unaccompanied));
            }
        }
    }

    private static void set(Row header, boolean unaccompanied) {
        if (header.isBlank(Ssda903Field.UASC)) {
            header.derive(Ssda903Field.UASC, unaccompanied ? "1" : "0");
        }
    }
}
