package org.goldenthread.measures.scorecard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Period;

/**
 * An index of performance indicators as at one date, drawn from one snapshot.
 *
 * @param authority the council's name
 * @param title what the council calls the index
 * @param asAt the last day it speaks of
 * @param part which part of the papers it may stand in; a Part 1 scorecard holds nothing hidden, not even where no renderer
 *     would show it
 * @param snapshot id of the snapshot that every figure comes from
 * @param months the twelve months of the council's year, first to last, whether past or to come
 * @param earlierYears whole years before, latest first; every indicator has one figure for each
 * @param comparatorHeadings names of the comparator columns, such as England, London, Statistical neighbours
 * @param indicators in the index's order, sections together
 * @param notes what a reader of the whole must know, such as which returns were not loaded
 */
public record Scorecard(
        String authority,
        String title,
        LocalDate asAt,
        Part part,
        String snapshot,
        List<Period> months,
        List<Period> earlierYears,
        List<String> comparatorHeadings,
        List<Indicator> indicators,
        List<String> notes) {

    public Scorecard {
        months = List.copyOf(months);
        earlierYears = List.copyOf(earlierYears);
        comparatorHeadings = List.copyOf(comparatorHeadings);
        indicators = List.copyOf(indicators);
        notes = List.copyOf(notes);
    }

    public Optional<Indicator> findIndicator(String number) {
        return indicators.stream().filter(i -> i.number().equals(number)).findFirst();
    }

    /** The indicators that are amber or red, in order. */
    public List<Indicator> belowExpectation() {
        return indicators.stream().filter(i -> i.rating().isBelowExpectation()).toList();
    }
}
