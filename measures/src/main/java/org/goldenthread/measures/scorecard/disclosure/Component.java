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
import org.jspecify.annotations.Nullable;

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
        if (rules.profile() == DisclosureProfile.STRICT) {
            // Where a count tells what a share is out of, the reader knows it as far as that count is shown.
            rows.stream().filter(row -> row.kind == Kind.SHARE && !row.anchored).forEach(row -> {
                row.anchored = true;
                row.baseKnown = true;
            });
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
                    if (one.has(link.sideOfOne()) && other.has(link.sideOfOther())) {
                        base.is(one.sum(link.sideOfOne()).minus(other.sum(link.sideOfOther())), 0);
                    }
                });
            }
        }
        for (Links.PartOf link : links.partOf) {
            if (rows.contains(link.part())) {
                forCommonCells(link.part(), link.whole(), (part, whole) -> writePart(links, link, part, whole));
            }
        }
    }

    private void writePart(Links links, Links.PartOf link, Cell part, Cell whole) {
        Cell.Side sideOfPart = Links.counted(link.part());
        Cell.Side sideOfWhole = Links.counted(link.whole());
        if (!part.has(sideOfPart) || !whole.has(sideOfWhole)) {
            return;
        }
        Sum less = part.sum(sideOfPart);
        Sum more = whole.sum(sideOfWhole);
        base.atMost(less, more);
        Sum rest = more.minus(less);
        // A share that is out of the whole leaves nobody by what it means, which tells nothing even where noughts are
        // hidden.
        if (link.part().kind == Kind.COUNT || !links.isOutOfTheWhole(link)) {
            restsOfWholes.add(new Secret(link.part().label(part) + ", what is left of its whole", rest, true, 0));
        }
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
                ShownFacts.write(base, row, cell, before);
            }
        }
        for (Figure year : history.listYearsToDate(row)) {
            Cell then = new Cell(row.kind, Cell.Place.YEAR_TO_DATE, 0, year);
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
                ShownFacts.write(trial, row, then, year);
                if (trial.fitsLikely()) {
                    ShownFacts.write(base, row, then, year);
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
                    cell.additions.forEach(number -> causesOfClosing.add(new Fact(number, 1, rules.threshold())));
                }
            }
        }
        boolean small = causesOfClosing.stream().anyMatch(base::holdsInLikely);
        rows.forEach(row -> row.closed = small && row.kind == Kind.SHARE);
    }

    /** Whether a cell is to be hidden for its own sake. */
    boolean isCause(Row row, Cell cell) {
        boolean countWithoutParts = row.kind == Kind.COUNT && !cell.has(Cell.Side.PART);
        return cell.causes.stream().anyMatch(base::holdsInLikely)
                || cell.furtherCauses.stream().anyMatch(base::holdsInLikely)
                || (row.kind == Kind.COUNT && isSmall(cell.figure.asPublished()))
                || (countWithoutParts && isSmall(cell.figure.value()))
                || history.wasHidden(row, cell);
    }

    private boolean isSmall(@Nullable BigDecimal count) {
        return count != null
                && count.compareTo(BigDecimal.valueOf(rules.threshold())) <= 0
                && (rules.smallest() == 0 || count.signum() > 0);
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
                    ShownFacts.write(facts, row, cell, shown);
                    writeNoCause(facts, cell);
                } else {
                    anyShareHidden |= row.kind == Kind.SHARE;
                }
                if (row.baseKnown && cell.isShare()) {
                    facts.is(cell.whole, cell.number(Cell.Side.WHOLE));
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

    /** What is shown had no cause to be hidden, and a reader knows the causes. */
    private static void writeNoCause(Facts facts, Cell cell) {
        for (List<Fact> causes : List.of(cell.causes, cell.furtherCauses)) {
            for (Fact cause : causes) {
                Fact more = new Fact(cause.sum(), cause.most() + 1, Facts.MOST);
                if (cause.sum().equals(cell.whole) || cause.least() == 0) {
                    facts.between(more.sum(), more.least(), more.most());
                } else {
                    facts.oneOf(List.of(new Fact(cause.sum(), -Facts.MOST, cause.least() - 1), more));
                }
            }
        }
    }

    private void writeGroups(Facts facts, Row row, View view, List<Secret> secrets) {
        List<Cell> lone = new ArrayList<>();
        if (!row.alwaysHidden) {
            for (List<Cell> group : row.groups) {
                List<Cell> hidden = group.stream()
                        .filter(cell -> view.shown(row, cell) == null)
                        .toList();
                explain(facts, hidden, group, lone);
            }
            history.listHiddenGroups(row).forEach(group -> explain(facts, group, group, lone));
        }
        for (Cell cell : row.cells()) {
            if (shownBefore.containsKey(cell)) {
                continue;
            }
            boolean alone = lone.contains(cell) && cell.causes.size() == 1;
            boolean hiddenCount = row.kind == Kind.COUNT && view.shown(row, cell) == null;
            for (Sum number : cell.numbers) {
                if (row.baseKnown && number.equals(cell.whole)) {
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
    private void explain(Facts facts, List<Cell> hidden, List<Cell> group, List<Cell> lone) {
        List<Cell> possible = hidden.stream().filter(this::couldBeTheCause).toList();
        if (possible.isEmpty()) {
            return;
        }
        List<Fact> causes =
                possible.stream().flatMap(cell -> cell.causes.stream()).toList();
        if (causes.size() == 1) {
            Fact only = causes.getFirst();
            facts.between(only.sum(), only.least(), only.most());
        } else {
            facts.oneOf(causes);
        }
        // Alone because nothing else of its group could be hidden, and not because something else was shown that need
        // not be.
        if (group.stream().filter(this::couldBeTheCause).count() == 1) {
            lone.add(possible.getFirst());
        }
    }

    private boolean couldBeTheCause(Cell cell) {
        return !shownBefore.containsKey(cell) && !cell.causes.isEmpty();
    }
}
