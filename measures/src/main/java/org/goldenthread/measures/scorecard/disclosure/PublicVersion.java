package org.goldenthread.measures.scorecard.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.disclosure.Exposure;
import org.goldenthread.core.disclosure.NotProvedException;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;
import org.jspecify.annotations.Nullable;

/** Decides what of a scorecard is hidden: first what is small, then as little else as the audit lets stand. */
public final class PublicVersion {

    private PublicVersion() {}

    /**
     * @param earlierIssues Part 1 as it was published before, in any order
     * @throws NotProvedException if even hiding all rows concerned cannot be proved to tell nothing, as where an earlier issue told it
     */
    public static Scorecard of(
            Scorecard part2, Catalogue catalogue, DisclosureRules rules, List<Scorecard> earlierIssues) {
        Rows rows = new Rows(part2, catalogue, rules, new History(earlierIssues));
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

    private static Pattern hide(Component component, Pattern start) {
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
    private static Step bestStep(Component component, Pattern pattern, List<Exposure> exposures) {
        List<Row> told = concerned(component, exposures);
        Step best = bestGroup(component, pattern, exposures, told);
        if (best == null) {
            best = bestGroup(
                    component,
                    pattern,
                    exposures,
                    component.rows.stream().filter(row -> !told.contains(row)).toList());
        }
        return best != null ? best : wholeRow(component, pattern, exposures, told);
    }

    private static @Nullable Step bestGroup(
            Component component, Pattern pattern, List<Exposure> exposures, List<Row> rows) {
        Step best = null;
        int fewest = exposures.size();
        int leastHidden = Integer.MAX_VALUE;
        int hiddenNow = hiddenCells(component, pattern);
        for (Row row : rows) {
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
                if (left.isEmpty() && cost <= hiddenNow + 2) {
                    return best;
                }
            }
        }
        return best;
    }

    private static Step wholeRow(Component component, Pattern pattern, List<Exposure> exposures, List<Row> told) {
        Set<Row> order = new LinkedHashSet<>(told);
        order.addAll(component.rows);
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
        return component.rows.stream()
                .filter(row -> exposures.stream().anyMatch(told -> told.cell().startsWith(row.label())))
                .toList();
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
