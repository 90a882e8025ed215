package org.goldenthread.measures.scorecard.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.core.figures.Direction;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.RatingOverride;
import org.jspecify.annotations.Nullable;

/** Makes the public row of a scorecard from a row and a pattern of what is hidden. */
final class Redaction {

    private static final String REASON_ELSEWHERE = "The reason is given in part 2.";

    private Redaction() {}

    static Indicator publicRow(Row row, Pattern pattern) {
        Indicator all = row.indicator;
        boolean hides = pattern.hidesAny(row);
        Figure current = figure(row, pattern, all.current());
        List<Figure> months =
                all.months().stream().map(f -> figure(row, pattern, f)).toList();
        List<Figure> earlier =
                all.earlierYears().stream().map(f -> figure(row, pattern, f)).toList();
        Figure year = figure(row, pattern, all.yearToDate());
        boolean hidden = current.state() == FigureState.SUPPRESSED;
        return new Indicator(
                all.number(),
                all.measure(),
                all.version(),
                all.name(),
                all.section(),
                all.why(),
                all.polarity(),
                all.unit(),
                all.decimals(),
                all.expectation(),
                current,
                months,
                all.ownMonths(),
                year,
                earlier,
                comparators(all, hides),
                rating(all, current),
                hidden ? null : override(all.override(), hides || row.closed),
                direction(all, current, months, earlier, hides),
                all.comparedWith(),
                hides ? FreeText.markedNote(all.note()) : note(row, all.note()),
                definition(row, hides));
    }

    private static Figure figure(Row row, Pattern pattern, Figure figure) {
        if (!figure.state().hasValue()) {
            boolean tells = pattern.hidesAny(row) && FreeText.holdsNumber(figure.reason());
            return tells ? Figure.none(figure.period(), figure.state(), "") : figure;
        }
        Cell cell = row.findCell(figure);
        if (cell == null || pattern.isHidden(row, cell)) {
            return Figure.none(figure.period(), FigureState.SUPPRESSED, FreeText.MARK);
        }
        Figure shown = pattern.publicFigure(row, figure);
        boolean tells = pattern.hidesAny(row) && FreeText.holdsNumber(figure.reason());
        return tells
                ? new Figure(
                        shown.period(),
                        shown.state(),
                        shown.value(),
                        shown.numerator(),
                        shown.denominator(),
                        shown.asPublished(),
                        "")
                : shown;
    }

    /** A rating of a hidden figure would bound it; one of a shown figure is given by the value shown and nothing finer. */
    private static Rating rating(Indicator all, Figure current) {
        if (!all.expectation().isTarget()) {
            return all.rating();
        }
        if (current.state() == FigureState.SUPPRESSED) {
            return Rating.SUPPRESSED;
        }
        return current.value() == null ? all.rating() : all.expectation().rate(current.value(), all.polarity());
    }

    private static @Nullable RatingOverride override(@Nullable RatingOverride override, boolean textMayTell) {
        if (override == null || !textMayTell || !FreeText.holdsNumber(override.reason())) {
            return override;
        }
        return new RatingOverride(override.rating(), REASON_ELSEWHERE, override.by(), override.at());
    }

    private static Direction direction(
            Indicator all, Figure current, List<Figure> months, List<Figure> earlier, boolean hides) {
        if (all.direction() == Direction.UNKNOWN) {
            return Direction.UNKNOWN;
        }
        if (current.state() == FigureState.SUPPRESSED) {
            return Direction.SUPPRESSED;
        }
        List<Figure> others = new ArrayList<>(months);
        others.addAll(earlier);
        for (Figure other : others) {
            if (other.period().label().equals(all.comparedWith())) {
                return between(current, other, all);
            }
        }
        return hides ? Direction.SUPPRESSED : all.direction();
    }

    private static Direction between(Figure current, Figure other, Indicator all) {
        BigDecimal now = current.value();
        BigDecimal then = other.value();
        if (other.state() == FigureState.SUPPRESSED) {
            return Direction.SUPPRESSED;
        }
        return now == null || then == null ? Direction.UNKNOWN : Direction.of(now.subtract(then), all.polarity());
    }

    /** Other areas' values stay; how they were formed may name the council's own rank, and goes with the council's own values. */
    private static List<@Nullable Comparator> comparators(Indicator all, boolean hides) {
        if (!hides) {
            return all.comparators();
        }
        List<@Nullable Comparator> kept = new ArrayList<>();
        for (Comparator other : all.comparators()) {
            kept.add(
                    other == null
                            ? null
                            : new Comparator(
                                    other.name(), other.value(), other.mark(), other.year(), other.source(), ""));
        }
        return kept;
    }

    private static String note(Row row, String note) {
        return row.closed && FreeText.holdsNumber(note) ? "" : note;
    }

    /** The catalogue's own words are safe; a council's are not known to be. */
    static String definition(Row row, boolean hides) {
        String words = row.indicator.definition();
        if (!hides || !FreeText.holdsNumber(words)) {
            return words;
        }
        String standard = row.measure == null ? "" : row.measure.definition();
        return words.startsWith(standard) && !standard.isEmpty() && isMadeOfCatalogue(row, words) ? words : standard;
    }

    private static boolean isMadeOfCatalogue(Row row, String words) {
        if (row.measure == null) {
            return false;
        }
        String rest = words.replace(row.measure.definition(), "")
                .replace(row.measure.law(), "")
                .replace(row.measure.source(), "");
        return !FreeText.holdsNumber(rest);
    }
}
