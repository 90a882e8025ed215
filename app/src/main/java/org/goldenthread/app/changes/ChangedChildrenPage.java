package org.goldenthread.app.changes;

import java.util.List;
import org.goldenthread.app.scorecard.Words;
import org.goldenthread.app.web.Paging;
import org.goldenthread.measures.engine.Row;
import org.goldenthread.measures.scorecard.WhatChanged;
import org.jspecify.annotations.Nullable;

/** The children or events that changed in one measure. */
public record ChangedChildrenPage(ChangesPage.Line line, List<WhatChanged.Change> shown, Paging paging) {

    /** How a row counts, such as "1 of 1"; "not counted" where there is none. */
    public String counted(@Nullable Row row) {
        if (row == null) {
            return "not counted";
        }
        return row.denominator() == null
                ? Words.count(row.numerator())
                : Words.count(row.numerator()) + " of " + Words.count(row.denominator());
    }
}
