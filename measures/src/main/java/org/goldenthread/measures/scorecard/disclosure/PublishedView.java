package org.goldenthread.measures.scorecard.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.measures.scorecard.Indicator;
import org.jspecify.annotations.Nullable;

/** What a Part 1 that was made before shows of each cell, wherever in the row it shows it. */
final class PublishedView implements View {

    private final Map<Cell, Figure> shown = new HashMap<>();

    void add(Row row, Indicator published) {
        List<Figure> all = figures(row.indicator);
        List<Figure> open = figures(published);
        for (int i = 0; i < Math.min(all.size(), open.size()); i++) {
            Cell cell = row.findCell(all.get(i));
            if (cell != null && open.get(i).state().hasValue()) {
                shown.merge(cell, open.get(i), PublishedView::fuller);
            }
        }
    }

    /** Figures in a fixed order of places. */
    static List<Figure> figures(Indicator row) {
        List<Figure> all = new ArrayList<>(row.months());
        all.addAll(row.earlierYears());
        all.add(row.yearToDate());
        all.add(row.current());
        return all;
    }

    private static Figure fuller(Figure one, Figure other) {
        return one.numerator() != null ? one : other;
    }

    @Override
    public @Nullable Figure shown(Row row, Cell cell) {
        return shown.get(cell);
    }
}
