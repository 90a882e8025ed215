package org.goldenthread.measures.scorecard.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;
import org.jspecify.annotations.Nullable;

/** What earlier issues of Part 1 have shown and hidden. */
final class History {

    private final List<Scorecard> issues;

    History(List<Scorecard> issues) {
        this.issues = List.copyOf(issues);
    }

    private Stream<Indicator> rows(Row row) {
        return issues.stream()
                .flatMap(issue -> issue.indicators().stream())
                .filter(old -> old.measure().equals(row.indicator.measure())
                        && old.version() == row.indicator.version()
                        && old.unit() == row.indicator.unit());
    }

    private static List<Figure> figures(Indicator old) {
        List<Figure> all = new ArrayList<>(old.months());
        all.add(old.yearToDate());
        all.add(old.current());
        all.addAll(old.earlierYears());
        return all;
    }

    /** The same number as an earlier issue showed it, or null where none did. A number revised since then is another number. */
    @Nullable Figure findShown(Row row, Cell cell) {
        for (Indicator old : rows(row).toList()) {
            for (Figure figure : figures(old)) {
                if (figure.period().id().equals(cell.figure.period().id())
                        && figure.value() != null
                        && cell.figure.value() != null
                        && row.indicator.rounded(figure.value()).compareTo(row.indicator.rounded(cell.figure.value()))
                                == 0) {
                    return figure;
                }
            }
        }
        return null;
    }

    /** Whether an earlier issue hid it: then it stays hidden. */
    boolean wasHidden(Row row, Cell cell) {
        return rows(row)
                .flatMap(old -> figures(old).stream())
                .anyMatch(figure -> figure.state() == FigureState.SUPPRESSED
                        && figure.period().id().equals(cell.figure.period().id()));
    }

    /** Years to date that earlier issues showed, which are not among the row's own cells. */
    List<Figure> listYearsToDate(Row row) {
        return rows(row)
                .map(Indicator::yearToDate)
                .filter(figure -> figure.value() != null)
                .filter(figure -> row.cells().stream()
                        .noneMatch(cell ->
                                cell.figure.period().id().equals(figure.period().id())))
                .distinct()
                .toList();
    }

    /** The groups of months that earlier issues hid, as cells of the row as it now is. */
    List<List<Cell>> listHiddenGroups(Row row) {
        List<List<Cell>> hidden = new ArrayList<>();
        rows(row).forEach(old -> {
            List<Figure> running = old.months().stream()
                    .filter(f -> f.state().hasValue() || f.state() == FigureState.SUPPRESSED)
                    .toList();
            for (int i = 0; i + 1 < running.size(); i += 2) {
                boolean last = i + 3 >= running.size();
                List<Figure> group = running.subList(i, last ? running.size() : i + 2);
                List<Cell> cells = group.stream()
                        .filter(f -> f.state() == FigureState.SUPPRESSED)
                        .flatMap(f -> row.months.stream()
                                .filter(cell -> cell.figure
                                        .period()
                                        .id()
                                        .equals(f.period().id())))
                        .toList();
                if (!cells.isEmpty() && cells.size() == group.size()) {
                    hidden.add(cells);
                }
            }
        });
        return hidden.stream().distinct().toList();
    }
}
