package org.goldenthread.measures.scorecard.disclosure;

import static org.goldenthread.measures.scorecard.disclosure.Cell.Side.PART;
import static org.goldenthread.measures.scorecard.disclosure.Cell.Side.WHOLE;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.disclosure.Facts;
import org.goldenthread.core.disclosure.Facts.Fact;
import org.goldenthread.core.disclosure.Sum;
import org.goldenthread.measures.catalogue.YearToDateRule;

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
        Cell before = null;
        Sum running = Sum.NOTHING;
        LocalDate year = LocalDate.MIN;
        for (Cell cell : row.months) {
            boolean sameYear = row.yearOf(cell).equals(year);
            if (row.accumulates() && before != null && sameYear) {
                writeAddition(row, before, cell);
            } else {
                writeCell(row, cell);
            }
            running = (sameYear ? running : Sum.NOTHING).plus(cell.part);
            cell.running = running;
            year = row.yearOf(cell);
            before = cell;
        }
    }

    /** A month of a figure that accumulates holds the month before it, and what was added is itself a number of persons. */
    private void writeAddition(Row row, Cell before, Cell cell) {
        boolean grows = before.has(PART) && cell.has(PART) && before.number(PART) <= cell.number(PART);
        if (row.kind == Kind.COUNT && grows) {
            Sum added = facts.unknown(0, Facts.MOST, cell.number(PART) - before.number(PART));
            cell.part = before.part.plus(added);
            cell.numbers.add(added);
            cell.causes.add(new Fact(added, 1, rules.threshold()));
            return;
        }
        writeCell(row, cell);
        if (row.kind == Kind.SHARE && cell.isShare() && before.isShare()) {
            Sum part = cell.part.minus(before.part);
            Sum whole = cell.whole.minus(before.whole);
            Sum rest = whole.minus(part);
            cell.additions.addAll(List.of(part, rest, whole));
            if (row.anchored) {
                cell.numbers.addAll(List.of(part, rest));
                cell.furtherCauses.add(new Fact(part, 1, rules.threshold()));
                cell.furtherCauses.add(new Fact(rest, 1, rules.threshold()));
            }
        }
    }

    private void writeYearToDate(Row row, Cell year) {
        List<Cell> inside = inside(row, year);
        YearToDateRule rule = row.measure == null ? YearToDateRule.SUM : row.measure.yearToDate();
        boolean adds = (rule == YearToDateRule.SUM || rule == YearToDateRule.POOLED)
                && !inside.isEmpty()
                && addsUp(year, inside, PART, row.kind != Kind.AVERAGE)
                && addsUp(year, inside, WHOLE, row.kind == Kind.SHARE || row.kind == Kind.AVERAGE);
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

    private static boolean addsUp(Cell year, List<Cell> months, Cell.Side side, boolean matters) {
        if (!matters) {
            return true;
        }
        if (!year.has(side) || !months.stream().allMatch(month -> month.has(side))) {
            return false;
        }
        return months.stream().mapToLong(month -> month.number(side)).sum() == year.number(side);
    }

    private void writeCell(Row row, Cell cell) {
        switch (row.kind) {
            case COUNT, RATE -> {
                if (cell.has(PART)) {
                    cell.part = facts.unknown(0, Facts.MOST, cell.number(PART));
                }
            }
            case SHARE -> {
                if (cell.isShare()) {
                    cell.part = facts.unknown(0, Facts.MOST, cell.number(PART));
                    cell.whole = facts.unknown(Math.min(1, cell.number(WHOLE)), Facts.MOST, cell.number(WHOLE));
                    facts.atMost(cell.part, cell.whole);
                }
            }
            case AVERAGE -> {
                if (cell.has(WHOLE)) {
                    cell.whole = facts.unknown(Math.min(1, cell.number(WHOLE)), Facts.MOST, cell.number(WHOLE));
                }
            }
            case PLAIN -> throw new IllegalStateException("A plain row has no unknowns.");
        }
    }

    /** A whole year is at least what those of its months that stand in the table come to. */
    private void boundByMonths(Row row, Cell year) {
        List<Cell> inside = inside(row, year);
        if (!row.isAdditive() || inside.isEmpty() || !year.has(PART)) {
            return;
        }
        Sum months = Sum.NOTHING;
        long known = 0;
        for (Cell month : inside) {
            months = months.plus(month.part);
            known += month.has(PART) ? month.number(PART) : 0;
        }
        if (known == year.number(PART) && inside.size() == 12) {
            facts.is(year.part.minus(months), 0);
        } else if (known <= year.number(PART)) {
            facts.atMost(months, year.part);
        }
    }

    private void writeCauses(Row row, Cell cell) {
        int high = rules.threshold();
        Fact smallWhole = new Fact(cell.whole, 1, rules.largestHiddenDenominator());
        switch (row.kind) {
            case COUNT, RATE -> {
                if (cell.has(PART)) {
                    cell.causes.addFirst(new Fact(cell.part, rules.smallest(), high));
                    cell.numbers.addFirst(cell.part);
                }
            }
            case SHARE -> {
                if (cell.isShare()) {
                    Sum rest = cell.whole.minus(cell.part);
                    cell.causes.add(smallWhole);
                    if (row.anchored) {
                        cell.causes.add(new Fact(cell.part, 1, high));
                        cell.causes.add(new Fact(rest, 1, high));
                    }
                    cell.numbers.addAll(List.of(cell.part, rest, cell.whole));
                }
            }
            case AVERAGE -> {
                if (cell.has(WHOLE)) {
                    cell.causes.add(smallWhole);
                    cell.numbers.add(cell.whole);
                }
            }
            case PLAIN -> throw new IllegalStateException("A plain row has no causes.");
        }
    }
}
