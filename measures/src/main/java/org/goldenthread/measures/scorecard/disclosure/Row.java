package org.goldenthread.measures.scorecard.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Period;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.catalogue.People;
import org.goldenthread.measures.catalogue.YearToDateRule;
import org.goldenthread.measures.scorecard.Indicator;
import org.jspecify.annotations.Nullable;

/** One row of a scorecard seen as cells that may have to be hidden, and in which groups they would be. */
final class Row {

    final Indicator indicator;
    /** Null where the catalogue has no such measure; the row is then taken to count children. */
    final @Nullable Measure measure;

    final Kind kind;
    final boolean alwaysHidden;
    final List<Cell> months = new ArrayList<>();
    /** The year to date where it has a number of its own and is not the same figure as a month's. */
    final @Nullable Cell yearToDate;

    final @Nullable Cell current;
    final List<Cell> earlier = new ArrayList<>();
    /** Which month's figure the year to date is, or -1. */
    final int yearToDateIsMonth;
    /** Groups of months that are hidden together, in order; then, in {@code earlierGroup}, the earlier years. */
    final List<List<Cell>> groups = new ArrayList<>();

    /** The place in {@link #groups} of the earlier years, or -1 where they have none of their own. */
    final int earlierGroup;
    /** What it is out of is told by another row's count. */
    boolean anchored;
    /** Numerators and denominators are left out because one of them is small. */
    boolean closed;

    Row(Indicator indicator, Catalogue catalogue, DisclosureRules rules) {
        this.indicator = indicator;
        Optional<Measure> found = catalogue.findMeasure(indicator.measure());
        this.measure = found.orElse(null);
        boolean ofPersons = found.map(m -> m.people() != People.NONE).orElse(true)
                && !rules.exempt().contains(indicator.measure());
        alwaysHidden = rules.alwaysHidden().contains(indicator.measure());
        List<Figure> valued = new ArrayList<>();
        addCells(Cell.Place.MONTH, indicator.months(), months);
        addCells(Cell.Place.EARLIER, indicator.earlierYears(), earlier);
        Figure year = indicator.yearToDate();
        yearToDateIsMonth = sameAsMonth(year);
        yearToDate =
                year.state().hasValue() && yearToDateIsMonth < 0 ? new Cell(Cell.Place.YEAR_TO_DATE, 0, year) : null;
        Figure now = indicator.current();
        boolean ownCurrent = now.state().hasValue() && !sameNumber(now, year) && sameAsMonth(now) < 0;
        current = ownCurrent ? new Cell(Cell.Place.CURRENT, 0, now) : null;
        cells().forEach(cell -> valued.add(cell.figure));
        kind = ofPersons ? kindOf(indicator.unit(), valued) : Kind.PLAIN;
        earlierGroup = makeGroups();
    }

    private static void addCells(Cell.Place place, List<Figure> figures, List<Cell> to) {
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).state().hasValue()) {
                to.add(new Cell(place, i, figures.get(i)));
            }
        }
    }

    private int sameAsMonth(Figure figure) {
        if (!figure.state().hasValue() || months.isEmpty()) {
            return -1;
        }
        Cell last = months.getLast();
        if (months.size() > 1
                && measure != null
                && measure.yearToDate() == YearToDateRule.SUM
                && figure.period().grain() == Period.Grain.YEAR) {
            return -1;
        }
        boolean sameEnd = last.figure.period().end().equals(figure.period().end());
        return sameEnd && sameNumber(last.figure, figure) ? last.index : -1;
    }

    private static boolean sameNumber(Figure one, Figure other) {
        return one.value() != null
                && other.value() != null
                && one.period().end().equals(other.period().end())
                && one.value().compareTo(other.value()) == 0
                && same(one.numerator(), other.numerator())
                && same(one.denominator(), other.denominator());
    }

    private static boolean same(java.math.@Nullable BigDecimal one, java.math.@Nullable BigDecimal other) {
        return one == null || other == null ? one == null && other == null : one.compareTo(other) == 0;
    }

    private static Kind kindOf(Unit unit, List<Figure> figures) {
        boolean wholeParts = !figures.isEmpty()
                && figures.stream().allMatch(f -> Cell.isWhole(f.numerator()) && Cell.isWhole(f.denominator()));
        return switch (unit) {
            case COUNT -> figures.stream().allMatch(f -> Cell.isWhole(f.value())) ? Kind.COUNT : Kind.AVERAGE;
            case PERCENT -> wholeParts && figures.stream().allMatch(Row::isPartOfWhole) ? Kind.SHARE : Kind.AVERAGE;
            case RATE_PER_10000 ->
                figures.stream().allMatch(f -> Cell.isWhole(f.numerator()) && f.denominator() != null)
                        ? Kind.RATE
                        : Kind.AVERAGE;
            case WEEKS, DAYS, CASES, SCORE -> Kind.AVERAGE;
        };
    }

    private static boolean isPartOfWhole(Figure figure) {
        return figure.numerator() != null
                && figure.denominator() != null
                && figure.numerator().compareTo(figure.denominator()) <= 0;
    }

    /** Two months to a group, the last three where their number is odd. A group of one is joined to the earlier years. */
    private int makeGroups() {
        List<Cell> running = new ArrayList<>(months);
        if (running.isEmpty() && yearToDate != null) {
            running.add(yearToDate);
        }
        if (current != null) {
            running.add(current);
        }
        for (int i = 0; i + 1 < running.size(); i += 2) {
            groups.add(new ArrayList<>(running.subList(i, i + 2)));
        }
        if (running.size() % 2 == 1) {
            if (groups.isEmpty()) {
                groups.add(new ArrayList<>(List.of(running.getLast())));
            } else {
                groups.getLast().add(running.getLast());
            }
        }
        if (earlier.isEmpty()) {
            return -1;
        }
        if (!groups.isEmpty() && (earlier.size() == 1 || groups.getLast().size() == 1)) {
            groups.getLast().addAll(earlier);
            return -1;
        }
        groups.add(new ArrayList<>(earlier));
        return groups.size() - 1;
    }

    List<Cell> cells() {
        List<Cell> all = new ArrayList<>(months);
        if (yearToDate != null) {
            all.add(yearToDate);
        }
        if (current != null) {
            all.add(current);
        }
        all.addAll(earlier);
        return all;
    }

    boolean isPlain() {
        return kind == Kind.PLAIN;
    }

    boolean isAdditive() {
        return kind == Kind.COUNT
                && (measure == null || measure.yearToDate() == YearToDateRule.SUM)
                && (measure == null || measure.timing() == org.goldenthread.measures.catalogue.Timing.IN_MONTH);
    }

    /** The month or year-to-date cell that holds this very figure, or null where it has none. */
    @Nullable Cell findCell(Figure figure) {
        for (Cell cell : cells()) {
            if (cell.figure.equals(figure)) {
                return cell;
            }
        }
        for (Cell cell : cells()) {
            if (cell.place != Cell.Place.EARLIER && sameNumber(cell.figure, figure)) {
                return cell;
            }
        }
        return null;
    }

    /** Whether the year to date could be turned round to find one month's value. */
    boolean yearToDateTellsAnyMonth() {
        return (measure != null && measure.yearToDate() == YearToDateRule.MEAN) || (kind == Kind.AVERAGE && anchored);
    }

    int monthGroups() {
        return earlierGroup < 0 ? groups.size() : groups.size() - 1;
    }

    int groupOf(Cell cell) {
        for (int g = 0; g < groups.size(); g++) {
            if (groups.get(g).contains(cell)) {
                return g;
            }
        }
        return -1;
    }

    String label(Cell cell) {
        return "Row " + indicator.number() + " (" + indicator.name() + "), " + cell.label();
    }
}
