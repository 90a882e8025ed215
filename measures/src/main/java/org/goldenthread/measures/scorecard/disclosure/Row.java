package org.goldenthread.measures.scorecard.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.core.figures.YearBasis;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.catalogue.People;
import org.goldenthread.measures.catalogue.Timing;
import org.goldenthread.measures.catalogue.YearToDateRule;
import org.goldenthread.measures.scorecard.Indicator;
import org.jspecify.annotations.Nullable;

/** One row of a scorecard seen as cells that may have to be hidden, and in which groups they would be. */
final class Row {

    final Indicator indicator;
    /** Null where the catalogue has no such measure; the row is then taken to count children, month by month. */
    final @Nullable Measure measure;

    final Kind kind;
    final boolean alwaysHidden;
    final List<Cell> months = new ArrayList<>();
    /** The year to date where it has a number of its own and is not the same figure as a month's. */
    final @Nullable Cell yearToDate;

    /** The current figure where it is neither the year to date nor a month's. */
    final @Nullable Cell current;

    final List<Cell> earlier = new ArrayList<>();
    /** Groups that are hidden together: of months, in order; then of the earlier years, where they have one of their own. */
    final List<List<Cell>> groups = new ArrayList<>();

    private final boolean earlierApart;
    private final Map<Figure, Cell> cellOf = new HashMap<>();
    /** What it is out of is told by another row's count, or taken to be known. */
    boolean anchored;
    /** What it is out of is taken to be known although no row tells it. */
    boolean baseKnown;
    /** Numerators and denominators are left out because one of them is small. */
    boolean closed;

    Row(Indicator indicator, Catalogue catalogue, DisclosureRules rules) {
        this.indicator = indicator;
        Optional<Measure> found = catalogue.findMeasure(indicator.measure());
        this.measure = found.orElse(null);
        boolean ofPersons = found.map(m -> m.people() != People.NONE).orElse(true)
                && !rules.exempt().contains(indicator.measure());
        kind = ofPersons ? kindOf(indicator.unit()) : Kind.PLAIN;
        alwaysHidden = rules.alwaysHidden().contains(indicator.measure());
        addCells(Cell.Place.MONTH, indicator.months(), months);
        addCells(Cell.Place.EARLIER, indicator.earlierYears(), earlier);
        yearToDate = cellApart(Cell.Place.YEAR_TO_DATE, indicator.yearToDate());
        current = cellApart(Cell.Place.CURRENT, indicator.current());
        addRunningTotals();
        earlierApart = makeGroups();
    }

    private static Kind kindOf(Unit unit) {
        return switch (unit) {
            case COUNT -> Kind.COUNT;
            case PERCENT -> Kind.SHARE;
            case RATE_PER_10000 -> Kind.RATE;
            case WEEKS, DAYS, CASES, SCORE -> Kind.AVERAGE;
        };
    }

    private void addCells(Cell.Place place, List<Figure> figures, List<Cell> to) {
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).state().hasValue()) {
                Cell cell = new Cell(kind, place, i, figures.get(i));
                to.add(cell);
                cellOf.put(figures.get(i), cell);
            }
        }
    }

    /** A cell for the figure, unless it is one that the row has already. */
    private @Nullable Cell cellApart(Cell.Place place, Figure figure) {
        if (!figure.state().hasValue() || cellOf.containsKey(figure)) {
            return null;
        }
        Cell same = sameCell(figure);
        if (same != null) {
            cellOf.put(figure, same);
            return null;
        }
        Cell cell = new Cell(kind, place, 0, figure);
        cellOf.put(figure, cell);
        return cell;
    }

    /** The year to date where {@code figure} is that; or the latest month with a value, which it is where months are not added up. */
    private @Nullable Cell sameCell(Figure figure) {
        if (yearToDate != null && sameNumber(yearToDate.figure, figure)) {
            return yearToDate;
        }
        if (months.isEmpty() || (isAdditive() && months.size() > 1)) {
            return null;
        }
        Cell last = months.getLast();
        boolean sameEnd = last.figure.period().end().equals(figure.period().end());
        boolean latest = measure == null || measure.yearToDate() == YearToDateRule.LATEST;
        return (sameEnd || latest) && sameNumber(last.figure, figure) ? last : null;
    }

    private static boolean sameNumber(Figure one, Figure other) {
        return same(one.value(), other.value())
                && same(one.numerator(), other.numerator())
                && same(one.denominator(), other.denominator());
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == null && other == null : one.compareTo(other) == 0;
    }

    private void addRunningTotals() {
        long total = 0;
        LocalDate year = LocalDate.MIN;
        for (Cell cell : months) {
            LocalDate itsYear = yearOf(cell);
            total = itsYear.equals(year) ? total : 0;
            year = itsYear;
            if (!isAdditive() || !cell.has(Cell.Side.PART)) {
                return;
            }
            total += cell.number(Cell.Side.PART);
            cell.runningTotal = total;
        }
    }

    LocalDate yearOf(Cell cell) {
        YearBasis basis = measure == null ? YearBasis.FINANCIAL : measure.year();
        return basis.startOfYear(cell.figure.period().end());
    }

    /**
     * Two months to a group, the last three where their number is odd. A group of one is joined to the earlier years.
     *
     * @return whether the earlier years have a group of their own
     */
    private boolean makeGroups() {
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
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(running.getLast());
        }
        if (earlier.isEmpty()) {
            return false;
        }
        if (!groups.isEmpty() && (earlier.size() == 1 || groups.getLast().size() == 1)) {
            groups.getLast().addAll(earlier);
            return false;
        }
        groups.add(new ArrayList<>(earlier));
        return true;
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

    /** The cell that holds a figure of the row, or null where the figure has no value. */
    @Nullable Cell findCell(Figure figure) {
        return cellOf.get(figure);
    }

    boolean isPlain() {
        return kind == Kind.PLAIN;
    }

    /** Whether the months of a year add up to it. */
    boolean isAdditive() {
        return kind == Kind.COUNT
                && (measure == null
                        || (measure.yearToDate() == YearToDateRule.SUM && measure.timing() == Timing.IN_MONTH));
    }

    /** Whether each month's figure holds those of the year before it. */
    boolean accumulates() {
        return measure != null && measure.timing() == Timing.YEAR_TO_DATE;
    }

    /** Whether the year to date could be turned round to find one month's value. */
    boolean yearToDateTellsAnyMonth() {
        return (measure != null && measure.yearToDate() == YearToDateRule.MEAN) || (kind == Kind.AVERAGE && anchored);
    }

    int monthGroups() {
        return earlierApart ? groups.size() - 1 : groups.size();
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
        return label() + cell.label();
    }

    String label() {
        return "Row " + indicator.number() + " (" + indicator.name() + "), ";
    }
}
