package org.goldenthread.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.RatingOverride;

/** What must be known of single rows, to stand under their table: notes, why a number is missing, why a rating is not the rule's. */
final class RowNotes {
    private RowNotes() {}

    /** A note on the indicator of that number. */
    record Note(String number, String text) {}

    static List<Note> of(List<Grid.Row> rows, Layout layout) {
        return rows.stream().flatMap(row -> of(row, layout).stream()).toList();
    }

    static List<Note> of(Grid.Row row, Layout layout) {
        List<Note> notes = new ArrayList<>();
        Indicator indicator = row.indicator();
        if (!indicator.note().isBlank() && !layout.has(Column.NOTE)) {
            notes.add(new Note(indicator.number(), indicator.note()));
        }
        RatingOverride override = indicator.override();
        if (override != null) {
            notes.add(new Note(indicator.number(), Summary.overrideSentence(indicator, override)));
        }
        reasons(row)
                .forEach((reason, periods) ->
                        notes.add(new Note(indicator.number(), String.join(", ", periods) + ": " + reason)));
        return notes;
    }

    /** Reasons that the row's own cells have no room for, each with the periods it holds for. */
    private static Map<String, List<String>> reasons(Grid.Row row) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (Cell cell : row.cells()) {
            if (cell instanceof Cell.Own own) {
                add(reasons, own.figure());
            }
        }
        return reasons;
    }

    private static void add(Map<String, List<String>> reasons, Figure figure) {
        boolean saysItself = figure.state() == FigureState.NOT_YET || figure.state() == FigureState.SUPPRESSED;
        if (!figure.reason().isBlank() && !saysItself) {
            reasons.computeIfAbsent(figure.state().label() + ", " + figure.reason(), r -> new ArrayList<>())
                    .add(figure.period().label());
        }
    }
}
