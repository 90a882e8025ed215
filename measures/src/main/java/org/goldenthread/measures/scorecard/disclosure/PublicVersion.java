package org.goldenthread.measures.scorecard.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.disclosure.Exposure;
import org.goldenthread.core.disclosure.NotProvedException;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;

/** Decides what of a scorecard is hidden: first what is small, then as little else as the audit lets stand. */
public final class PublicVersion {

    private final DisclosureRules rules;
    private final boolean complementary;

    private PublicVersion(DisclosureRules rules, boolean complementary) {
        this.rules = rules;
        this.complementary = complementary;
    }

    /**
     * @param earlierIssues Part 1 as it was published before, in any order
     * @throws NotProvedException if even hiding all rows concerned cannot be proved to tell nothing, as where an earlier issue told it
     */
    public static Scorecard of(
            Scorecard part2, Catalogue catalogue, DisclosureRules rules, List<Scorecard> earlierIssues) {
        return new PublicVersion(rules, true).make(part2, catalogue, new History(earlierIssues));
    }

    /** What would be published if only small numbers themselves were hidden. For tests: an attacker must be able to undo it. */
    static Scorecard withoutComplement(Scorecard part2, Catalogue catalogue, DisclosureRules rules) {
        return new PublicVersion(rules, false).make(part2, catalogue, new History(List.of()));
    }

    private Scorecard make(Scorecard part2, Catalogue catalogue, History history) {
        Rows rows = new Rows(part2, catalogue, rules, history);
        Pattern pattern = new Pattern();
        for (Component component : rows.components) {
            pattern = hide(component, pattern);
        }
        List<Indicator> shown = new ArrayList<>();
        for (Row row : rows.all) {
            shown.add(row.isPlain() ? row.indicator : Redaction.publicRow(row, pattern));
        }
        return new Scorecard(
                part2.authority(),
                part2.title(),
                part2.asAt(),
                Part.PART_1,
                part2.snapshot(),
                part2.months(),
                part2.earlierYears(),
                part2.comparatorHeadings(),
                shown,
                part2.notes().stream()
                        .filter(note -> !FreeText.holdsNumber(note))
                        .toList());
    }

    private Pattern hide(Component component, Pattern start) {
        Pattern pattern = start;
        for (Row row : component.rows) {
            if (row.alwaysHidden) {
                pattern.hideAll(row);
            }
            for (Cell cell : row.cells()) {
                if (component.isCause(row, cell)) {
                    int group = row.groupOf(cell);
                    if (group >= 0) {
                        pattern.hide(row, group);
                    } else {
                        pattern.hideMonths(row);
                    }
                }
            }
        }
        if (!complementary) {
            return pattern;
        }
        List<Exposure> exposures = component.audit(pattern);
        while (!exposures.isEmpty()) {
            Step step = bestStep(component, pattern, exposures);
            pattern = step.pattern;
            exposures = step.exposures;
        }
        return pattern;
    }

    private record Step(Pattern pattern, List<Exposure> exposures) {}

    /** The one further group that leaves the fewest numbers told; of equals, the one that hides least; else whole rows. */
    private Step bestStep(Component component, Pattern pattern, List<Exposure> exposures) {
        List<Row> order = concerned(component, exposures);
        Step best = null;
        int fewest = exposures.size();
        int leastHidden = Integer.MAX_VALUE;
        for (Row row : order) {
            for (int g = 0; g < row.groups.size(); g++) {
                if (pattern.isHidden(row, g)) {
                    continue;
                }
                Pattern more = pattern.with(row, g);
                List<Exposure> left = component.audit(more);
                int cost = hiddenCells(component, more);
                if (left.size() < fewest || (left.size() == fewest && best != null && cost < leastHidden)) {
                    best = new Step(more, left);
                    fewest = left.size();
                    leastHidden = cost;
                }
            }
        }
        if (best != null) {
            return best;
        }
        for (Row row : order) {
            Pattern whole = new Pattern().and(pattern);
            whole.hideMonths(row);
            if (whole.isSameAs(pattern, row)) {
                whole.hideAll(row);
            }
            if (!whole.isSameAs(pattern, row)) {
                return new Step(whole, component.audit(whole));
            }
        }
        throw new NotProvedException("Part 1 cannot be made.", exposures);
    }

    private static List<Row> concerned(Component component, List<Exposure> exposures) {
        Set<Row> order = new java.util.LinkedHashSet<>();
        Set<String> cells = new HashSet<>();
        exposures.forEach(exposure -> cells.add(exposure.cell()));
        for (Row row : component.rows) {
            if (row.cells().stream()
                    .anyMatch(cell -> cells.stream().anyMatch(told -> told.startsWith(row.label(cell))))) {
                order.add(row);
            }
        }
        order.addAll(component.rows);
        return List.copyOf(order);
    }

    private static int hiddenCells(Component component, Pattern pattern) {
        int hidden = 0;
        for (Row row : component.rows) {
            for (Cell cell : row.cells()) {
                hidden += pattern.isHidden(row, cell) ? 1 : 0;
            }
        }
        return hidden;
    }
}
