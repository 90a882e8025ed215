package org.goldenthread.measures.scorecard.disclosure;

import java.util.List;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.disclosure.Facts;
import org.goldenthread.core.disclosure.Facts.Fact;
import org.goldenthread.core.disclosure.Sum;
import org.goldenthread.measures.catalogue.Timing;
import org.goldenthread.measures.catalogue.YearToDateRule;
import org.jspecify.annotations.Nullable;

/** Writes a row down as unknowns: one for each number that its cells are made of, and how they add up. */
final class Unknowns {

    private final Facts facts;
    private final DisclosureRules rules;

    Unknowns(Facts facts, DisclosureRules rules) {
        this.facts = facts;
        this.rules = rules;
    }

    void write(Row row) {
        writeMonths(row);
        if (row.yearToDate != null) {
            writeYearToDate(row, row.yearToDate);
        }
        if (row.current != null) {
            writeCell(row, row.current);
        }
        for (Cell cell : row.earlier) {
            writeCell(row, cell);
            boundByMonths(row, cell);
        }
        row.cells().forEach(cell -> writeCauses(row, cell));
    }

    private void writeMonths(Row row) {
        boolean running = row.kind == Kind.COUNT && row.measure != null && row.measure.timing() == Timing.YEAR_TO_DATE;
        Cell before = null;
        for (Cell cell : row.months) {
            if (running && before != null && isSameYear(row, before, cell) && before.numerator() <= cell.numerator()) {
                Sum added = facts.unknown(0, Facts.MOST, cell.numerator() - before.numerator());
                cell.part = before.part.plus(added);
                cell.numbers.add(added);
                cell.causes.add(new Fact(added, 1, rules.threshold()));
            } else {
                writeCell(row, cell);
            }
            before = cell;
        }
    }

    private static boolean isSameYear(Row row, Cell before, Cell cell) {
        return row.measure != null
                && row.measure
                        .year()
                        .startOfYear(before.figure.period().end())
                        .equals(row.measure
                                .year()
                                .startOfYear(cell.figure.period().end()));
    }

    private void writeYearToDate(Row row, Cell year) {
        List<Cell> inside = inside(row, year);
        YearToDateRule rule = row.measure == null ? YearToDateRule.SUM : row.measure.yearToDate();
        boolean adds = (rule == YearToDateRule.SUM || rule == YearToDateRule.POOLED)
                && !inside.isEmpty()
                && Links.sides(row).stream().allMatch(side -> addsUp(year, inside, side));
        if (!adds) {
            writeCell(row, year);
            return;
        }
        for (Cell month : inside) {
            year.part = year.part.plus(month.part);
            year.whole = year.whole.plus(month.whole);
        }
    }

    private static List<Cell> inside(Row row, Cell year) {
        return row.months.stream()
                .filter(month -> year.figure
                                .period()
                                .contains(month.figure.period().start())
                        && year.figure.period().contains(month.figure.period().end()))
                .toList();
    }

    private static boolean addsUp(Cell year, List<Cell> months, Links.Side side) {
        if (!Links.has(year, side) || !months.stream().allMatch(month -> Links.has(month, side))) {
            return false;
        }
        return months.stream().mapToLong(month -> Links.number(month, side)).sum() == Links.number(year, side);
    }

    private void writeCell(Row row, Cell cell) {
        switch (row.kind) {
            case COUNT, RATE -> cell.part = facts.unknown(0, Facts.MOST, cell.numerator());
            case SHARE -> {
                cell.part = facts.unknown(0, Facts.MOST, cell.numerator());
                cell.whole = facts.unknown(Math.min(1, cell.denominator()), Facts.MOST, cell.denominator());
                facts.atMost(cell.part, cell.whole);
            }
            case AVERAGE -> {
                if (Links.has(cell, Links.Side.WHOLE)) {
                    cell.whole = facts.unknown(0, Facts.MOST, cell.denominator());
                }
            }
            case PLAIN -> throw new IllegalStateException("A plain row has no unknowns.");
        }
    }

    /** A whole year is at least what those of its months that stand in the table come to. */
    private void boundByMonths(Row row, Cell year) {
        List<Cell> inside = inside(row, year);
        if (row.isAdditive() && !inside.isEmpty()) {
            Sum months = Sum.NOTHING;
            for (Cell month : inside) {
                months = months.plus(month.part);
            }
            long known = inside.stream().mapToLong(Cell::numerator).sum();
            if (known == year.numerator() && inside.size() == 12) {
                facts.is(year.part.minus(months), 0);
            } else if (known <= year.numerator()) {
                facts.atMost(months, year.part);
            }
        }
    }

    private void writeCauses(Row row, Cell cell) {
        int low = rules.smallest();
        int high = rules.threshold();
        Fact smallWhole = new Fact(cell.whole, 1, rules.largestHiddenDenominator());
        switch (row.kind) {
            case COUNT, RATE -> {
                cell.causes.addFirst(new Fact(cell.part, low, high));
                cell.numbers.addFirst(cell.part);
            }
            case SHARE -> {
                Sum rest = cell.whole.minus(cell.part);
                cell.causes.add(smallWhole);
                if (row.anchored) {
                    cell.causes.add(new Fact(cell.part, 1, high));
                    cell.causes.add(new Fact(rest, 1, high));
                }
                cell.numbers.addAll(List.of(cell.part, rest, cell.whole));
            }
            case AVERAGE -> {
                if (Links.has(cell, Links.Side.WHOLE)) {
                    cell.causes.add(smallWhole);
                    cell.numbers.add(cell.whole);
                }
            }
            case PLAIN -> throw new IllegalStateException("A plain row has no causes.");
        }
    }

    /** The number of a cell that a link speaks of; null where it has none. */
    static @Nullable Sum side(Cell cell, Links.Side side) {
        if (!Links.has(cell, side)) {
            return null;
        }
        return side == Links.Side.PART ? cell.part : cell.whole;
    }
}
