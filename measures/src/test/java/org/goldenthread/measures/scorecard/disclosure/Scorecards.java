package org.goldenthread.measures.scorecard.disclosure;

import java.util.List;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;

/** Scorecards and rows like others but for one thing. */
final class Scorecards {

    private Scorecards() {}

    /** What a council that only blanks small counts would publish: no complement, and percentages without what they are made of. */
    static Scorecard hidingSmallCountsAlone(Scorecard part2, DisclosureRules rules) {
        List<Indicator> rows = part2.indicators().stream()
                .map(row -> with(
                        row,
                        row.months().stream().map(f -> bare(row, f, rules)).toList(),
                        bare(row, row.yearToDate(), rules),
                        row.earlierYears().stream()
                                .map(f -> bare(row, f, rules))
                                .toList(),
                        row.comparators(),
                        row.note(),
                        row))
                .toList();
        Scorecard open = withRows(part2, rows);
        return new Scorecard(
                open.authority(),
                open.title(),
                open.asAt(),
                Part.PART_1,
                open.snapshot(),
                open.months(),
                open.earlierYears(),
                open.comparatorHeadings(),
                open.indicators(),
                open.notes());
    }

    private static Figure bare(Indicator row, Figure figure, DisclosureRules rules) {
        if (figure.value() == null) {
            return figure;
        }
        boolean count = row.unit() == Unit.COUNT || row.unit() == Unit.RATE_PER_10000;
        if (count && rules.isSmall(figure.numerator().longValueExact())) {
            return Figure.none(figure.period(), FigureState.SUPPRESSED, FreeText.MARK);
        }
        return new Figure(
                figure.period(),
                figure.state(),
                row.rounded(figure.value()),
                row.unit() == Unit.COUNT ? figure.numerator() : null,
                null,
                null,
                figure.reason());
    }

    static Scorecard withRows(Scorecard all, List<Indicator> rows) {
        return new Scorecard(
                all.authority(),
                all.title(),
                all.asAt(),
                all.part(),
                all.snapshot(),
                all.months(),
                all.earlierYears(),
                all.comparatorHeadings(),
                rows,
                all.notes());
    }

    static Indicator withMonths(Indicator row, List<Figure> months) {
        return with(row, months, row.yearToDate(), row.earlierYears(), row.comparators(), row.note(), row);
    }

    static Indicator withNote(Indicator row, String note) {
        return with(row, row.months(), row.yearToDate(), row.earlierYears(), row.comparators(), note, row);
    }

    static Indicator withComparators(Indicator row, List<Comparator> comparators) {
        return with(row, row.months(), row.yearToDate(), row.earlierYears(), comparators, row.note(), row);
    }

    /** The row, judged as another is: its rating, override and direction. */
    static Indicator judgedAs(Indicator row, Indicator other) {
        return with(row, row.months(), row.yearToDate(), row.earlierYears(), row.comparators(), row.note(), other);
    }

    private static Indicator with(
            Indicator row,
            List<Figure> months,
            Figure yearToDate,
            List<Figure> earlier,
            List<Comparator> comparators,
            String note,
            Indicator judged) {
        return new Indicator(
                row.number(),
                row.measure(),
                row.version(),
                row.name(),
                row.section(),
                row.why(),
                row.polarity(),
                row.unit(),
                row.decimals(),
                row.expectation(),
                row.current().equals(row.yearToDate()) ? yearToDate : row.current(),
                months,
                row.ownMonths(),
                yearToDate,
                earlier,
                comparators,
                judged.rating(),
                judged.override(),
                judged.direction(),
                row.comparedWith(),
                note,
                row.definition());
    }
}
