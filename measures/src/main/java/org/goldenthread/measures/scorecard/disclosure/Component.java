package org.goldenthread.measures.scorecard.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.disclosure.Auditor;
import org.goldenthread.core.disclosure.DisclosureProfile;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.disclosure.Exposure;
import org.goldenthread.core.disclosure.Facts;
import org.goldenthread.core.disclosure.Facts.Fact;
import org.goldenthread.core.disclosure.Secret;
import org.goldenthread.core.disclosure.Sum;
import org.goldenthread.core.figures.Figure;

/** Rows that tell of each other, and the audit of what a publication shows of them. */
final class Component {

    final List<Row> rows;
    private final DisclosureRules rules;
    private final History history;
    private final Facts base = new Facts();
    private final List<Fact> causesOfClosing = new ArrayList<>();
    private final List<Secret> restsOfWholes = new ArrayList<>();
    private final Map<Cell, Figure> shownBefore = new HashMap<>();

    Component(List<Row> rows, Links links, DisclosureRules rules, History history) {
        this.rows = rows;
        this.rules = rules;
        this.history = history;
        anchor(links);
        Unknowns unknowns = new Unknowns(base, rules);
        rows.forEach(unknowns::write);
        writeLinks(links);
        rows.forEach(this::writeHistory);
        close();
    }

    /** A share is anchored where a count says what it is out of, or how many it counts; and so is each share that goes with it. */
    private void anchor(Links links) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Links.Same link : links.same) {
                changed |= anchorBy(link.one(), link.other()) | anchorBy(link.other(), link.one());
            }
        }
    }

    private boolean anchorBy(Row row, Row by) {
        boolean tells = by.kind == Kind.COUNT || by.kind == Kind.RATE || by.anchored;
        if (!rows.contains(row) || !tells || row.anchored || row.kind == Kind.COUNT || row.kind == Kind.RATE) {
            return false;
        }
        row.anchored = true;
        return true;
    }

    private void writeLinks(Links links) {
        for (Links.Same link : links.same) {
            if (rows.contains(link.one())) {
                forCommonCells(link.one(), link.other(), (one, other) -> {
                    Sum left = Unknowns.side(one, link.sideOfOne());
                    Sum right = Unknowns.side(other, link.sideOfOther());
                    if (left != null && right != null) {
                        base.is(left.minus(right), 0);
                    }
                });
            }
        }
        for (Links.PartOf link : links.partOf) {
            if (rows.contains(link.part())) {
                forCommonCells(link.part(), link.whole(), (part, whole) -> writePart(link, part, whole));
            }
        }
    }

    private void writePart(Links.PartOf link, Cell part, Cell whole) {
        Sum less = Unknowns.side(part, Links.counted(link.part()));
        Sum more = Unknowns.side(whole, Links.counted(link.whole()));
        if (less == null || more == null) {
            return;
        }
        base.atMost(less, more);
        Sum rest = more.minus(less);
        restsOfWholes.add(new Secret(link.part().label(part) + ", what is left of its whole", rest, true, 0));
        if (link.part().kind == Kind.COUNT) {
            part.causes.add(new Fact(rest, 1, rules.threshold()));
        } else {
            causesOfClosing.add(new Fact(rest, 1, rules.threshold()));
        }
    }

    private static void forCommonCells(Row one, Row other, java.util.function.BiConsumer<Cell, Cell> action) {
        Map<String, Cell> there = new HashMap<>();
        other.cells().forEach(cell -> there.put(cell.when(), cell));
        for (Cell cell : one.cells()) {
            Cell match = there.get(cell.when());
            if (match != null) {
                action.accept(cell, match);
            }
        }
    }

    private void writeHistory(Row row) {
        for (Cell cell : row.cells()) {
            Figure before = history.findShown(row, cell);
            if (before != null) {
                shownBefore.put(cell, before);
                writeShown(base, row, cell, before);
            }
        }
        for (Figure year : history.listYearsToDate(row)) {
            Cell then = new Cell(Cell.Place.YEAR_TO_DATE, 0, year);
            for (Cell month : row.months) {
                if (year.period().contains(month.figure.period().start())
                        && year.period().contains(month.figure.period().end())) {
                    then.part = then.part.plus(month.part);
                    then.whole = then.whole.plus(month.whole);
                }
            }
            if (row.kind != Kind.COUNT || row.isAdditive()) {
                // A year to date that has been revised since fits no longer; a reader cannot use it against today's
                // figures.
                Facts trial = base.copy();
                writeShown(trial, row, then, year);
                if (trial.fitsLikely()) {
                    writeShown(base, row, then, year);
                }
            }
        }
    }

    /** Numerators and denominators of the shares are left out together where one of them is small. */
    private void close() {
        for (Row row : rows) {
            if (row.kind == Kind.SHARE) {
                for (Cell cell : row.cells()) {
                    cell.numbers.forEach(number -> causesOfClosing.add(new Fact(number, 1, rules.threshold())));
                }
            }
        }
        boolean small = causesOfClosing.stream().anyMatch(base::holdsInLikely);
        rows.forEach(row -> row.closed = small && row.kind == Kind.SHARE);
    }

    /** Whether a cell is to be hidden for its own sake. */
    boolean isCause(Row row, Cell cell) {
        BigDecimal before = cell.figure.asPublished();
        return cell.causes.stream().anyMatch(base::holdsInLikely)
                || (row.kind == Kind.COUNT && Cell.isWhole(before) && rules.isSmall(before.longValueExact()))
                || history.wasHidden(row, cell);
    }

    /** The numbers that the view tells, or that cannot be proved untold. */
    List<Exposure> audit(View view) {
        Facts facts = base.copy();
        List<Secret> secrets = new ArrayList<>(restsOfWholes);
        boolean anyShareHidden = false;
        for (Row row : rows) {
            for (Cell cell : row.cells()) {
                Figure shown = view.shown(row, cell);
                if (shown != null) {
                    writeShown(facts, row, cell, shown);
                } else {
                    anyShareHidden |= row.kind == Kind.SHARE;
                }
                if (rules.profile() == DisclosureProfile.STRICT && row.kind == Kind.SHARE) {
                    facts.is(cell.whole, cell.denominator());
                }
            }
            writeGroups(facts, row, view, secrets);
        }
        boolean closed = rows.stream().anyMatch(row -> row.closed);
        if (closed && !anyShareHidden) {
            facts.oneOf(causesOfClosing);
        }
        return Auditor.audit(facts, secrets, rules);
    }

    private void writeGroups(Facts facts, Row row, View view, List<Secret> secrets) {
        List<Cell> lone = new ArrayList<>();
        if (!row.alwaysHidden) {
            for (List<Cell> group : row.groups) {
                explain(
                        facts,
                        group.stream()
                                .filter(cell -> view.shown(row, cell) == null)
                                .toList(),
                        lone);
            }
            history.listHiddenGroups(row).forEach(group -> explain(facts, group, lone));
        }
        for (Cell cell : row.cells()) {
            if (shownBefore.containsKey(cell)) {
                continue;
            }
            boolean alone = lone.contains(cell) && cell.causes.size() == 1;
            boolean hiddenCount = row.kind == Kind.COUNT && view.shown(row, cell) == null;
            for (Sum number : cell.numbers) {
                if (rules.profile() == DisclosureProfile.STRICT && number.equals(cell.whole)) {
                    continue;
                }
                if (alone && number.equals(cell.causes.getFirst().sum())) {
                    secrets.add(new Secret(row.label(cell), number, false, rules.threshold() - rules.smallest()));
                } else {
                    secrets.add(new Secret(row.label(cell), number, true, hiddenCount ? rules.threshold() + 1L : 0));
                }
            }
        }
    }

    /** A reader knows that a group was hidden because one of its numbers is small; those already published cannot be the cause. */
    private void explain(Facts facts, List<Cell> hidden, List<Cell> lone) {
        List<Cell> possible =
                hidden.stream().filter(cell -> !shownBefore.containsKey(cell)).toList();
        if (possible.isEmpty()) {
            return;
        }
        facts.oneOf(possible.stream().flatMap(cell -> cell.causes.stream()).toList());
        if (possible.size() == 1) {
            lone.add(possible.getFirst());
        }
    }

    private static void writeShown(Facts facts, Row row, Cell cell, Figure shown) {
        BigDecimal value = shown.value();
        if (value == null) {
            return;
        }
        boolean parts = shown.numerator() != null && shown.denominator() != null;
        int decimals = row.indicator.decimals();
        long digits = row.indicator.rounded(value).unscaledValue().longValueExact();
        long tens = BigDecimal.TEN.pow(decimals).longValueExact();
        switch (row.kind) {
            case COUNT -> facts.is(cell.part, value.longValueExact());
            case SHARE -> {
                if (parts) {
                    facts.is(cell.part, shown.numerator().longValueExact());
                    facts.is(cell.whole, shown.denominator().longValueExact());
                } else {
                    facts.ratioShown(cell.part, cell.whole, digits, 100 * tens);
                }
            }
            case RATE -> {
                if (parts) {
                    facts.is(cell.part, shown.numerator().longValueExact());
                } else {
                    rateShown(facts, cell, digits, 10_000 * tens);
                }
            }
            case AVERAGE -> {
                if (parts && Cell.isWhole(shown.denominator())) {
                    facts.is(cell.whole, shown.denominator().longValueExact());
                }
            }
            case PLAIN -> throw new IllegalStateException("A plain row is not audited.");
        }
    }

    /** The population is no secret, so a rate tells its numerator to within rounding. */
    private static void rateShown(Facts facts, Cell cell, long digits, long scale) {
        BigDecimal population = cell.figure.denominator();
        if (population == null) {
            return;
        }
        BigDecimal twice = population.multiply(BigDecimal.valueOf(digits)).multiply(BigDecimal.TWO);
        long least = twice.subtract(population)
                .setScale(0, java.math.RoundingMode.CEILING)
                .longValueExact();
        long most = twice.add(population)
                        .setScale(0, java.math.RoundingMode.CEILING)
                        .longValueExact()
                - 1;
        facts.between(cell.part.times(2 * scale), least, most);
    }
}
