package org.goldenthread.measures.scorecard.disclosure;

import org.goldenthread.core.figures.Figure;
import org.jspecify.annotations.Nullable;

/** What a publication shows of each cell. */
interface View {

    /** The figure as published, rounded; null where it is hidden. */
    @Nullable Figure shown(Row row, Cell cell);
}
