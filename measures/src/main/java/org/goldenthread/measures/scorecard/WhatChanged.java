package org.goldenthread.measures.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Period;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.measures.catalogue.Aggregate;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.catalogue.Timing;
import org.goldenthread.measures.engine.Coverages;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.measures.engine.Row;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two snapshots, such as last month's and this month's: measure by measure, child by child. Child-level, so
 * only for those with the right to see it.
 */
public final class WhatChanged {

    /** What happened to one thing that a measure counts. */
    public enum Kind {
        /** Counted in the later period and not in the earlier. */
        JOINED("joined"),
        /** Counted in the earlier period and not in the later. */
        LEFT("left"),
        /** Now counts as late (or otherwise against what the measure looks for), and did not before. */
        NOW_LATE("now late"),
        /** Counted otherwise in the earlier period than it was when that period was first counted. */
        CORRECTED("corrected");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One change.
     *
     * @param period the period whose count it changes: the later, or for a correction the earlier
     * @param before how it was counted before; null where it was not
     * @param after how it is counted now; null where it is not
     */
    public record Change(
            Kind kind,
            Period period,
            String subject,
            @Nullable Row before,
            @Nullable Row after) {}

    /**
     * One measure's changes.
     *
     * @param then the earlier period's figure as it was known then
     * @param thenAsNowKnown the same period's figure by the later snapshot
     * @param now the later period's figure
     */
    public record MeasureChanges(
            Measure measure, Figure then, Figure thenAsNowKnown, Figure now, List<Change> changes) {
        public MeasureChanges {
            changes = List.copyOf(changes);
        }

        public long count(Kind kind) {
            return changes.stream().filter(change -> change.kind() == kind).count();
        }
    }

    /**
     * One snapshot as at one period.
     *
     * @param period the month that the scorecard drawn from it spoke of
     */
    public record Side(ScorecardRequest.Dataset dataset, MeasureEngine engine, Period period) {}

    private WhatChanged() {}

    /** Every measure whose figure or rows differ. */
    public static List<MeasureChanges> between(Side earlier, Side later, List<Measure> measures) {
        List<MeasureChanges> changes = new ArrayList<>();
        for (Measure measure : measures) {
            MeasureChanges of = of(earlier, later, measure);
            if (!of.changes().isEmpty() || differ(of.then(), of.now()) || differ(of.then(), of.thenAsNowKnown())) {
                changes.add(of);
            }
        }
        return List.copyOf(changes);
    }

    private static boolean differ(Figure a, Figure b) {
        BigDecimal left = a.value();
        BigDecimal right = b.value();
        return a.state() != b.state() || (left != null && right != null && left.compareTo(right) != 0);
    }

    private static MeasureChanges of(Side earlier, Side later, Measure measure) {
        Map<String, Row> then = rows(measure, earlier, earlier.period());
        Map<String, Row> thenAsNowKnown = rows(measure, later, earlier.period());
        Map<String, Row> now = rows(measure, later, later.period());
        List<Change> changes = new ArrayList<>();
        Set<String> subjects = new LinkedHashSet<>(thenAsNowKnown.keySet());
        subjects.addAll(now.keySet());
        boolean samePeriod = earlier.period().equals(later.period());
        for (String subject : subjects) {
            Row before = thenAsNowKnown.get(subject);
            Row after = now.get(subject);
            if (!samePeriod
                    && after != null
                    && isLate(measure, after)
                    && (before == null || !isLate(measure, before))) {
                changes.add(new Change(Kind.NOW_LATE, later.period(), subject, before, after));
            } else if (!samePeriod && after != null && before == null) {
                changes.add(new Change(Kind.JOINED, later.period(), subject, null, after));
            } else if (!samePeriod && after == null && before != null && measure.timing() != Timing.IN_MONTH) {
                changes.add(new Change(Kind.LEFT, later.period(), subject, before, null));
            }
        }
        Set<String> known = new LinkedHashSet<>(then.keySet());
        known.addAll(thenAsNowKnown.keySet());
        for (String subject : known) {
            Row before = then.get(subject);
            Row after = thenAsNowKnown.get(subject);
            if (!sameCount(before, after)) {
                changes.add(new Change(Kind.CORRECTED, earlier.period(), subject, before, after));
            }
        }
        return new MeasureChanges(
                measure,
                figure(measure, earlier, earlier.period()),
                figure(measure, later, earlier.period()),
                figure(measure, later, later.period()),
                changes);
    }

    /** A measure of things done in time that are shares of all: one that is not in the numerator is late. */
    private static boolean isLate(Measure measure, Row row) {
        BigDecimal denominator = row.denominator();
        return measure.aggregate() == Aggregate.RATIO
                && measure.polarity() == Polarity.HIGH
                && measure.sql().contains("in_time")
                && denominator != null
                && denominator.signum() > 0
                && row.numerator().compareTo(denominator) < 0;
    }

    private static boolean sameCount(@Nullable Row a, @Nullable Row b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.numerator().compareTo(b.numerator()) == 0
                && same(a.denominator(), b.denominator())
                && a.breakdown().equals(b.breakdown());
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? a == null && b == null : a.compareTo(b) == 0;
    }

    /** Rows by subject; where one subject is counted more than once, added up. */
    private static Map<String, Row> rows(Measure measure, Side side, Period period) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Row row : side.engine().rows(measure, period)) {
            rows.merge(row.subject(), row, WhatChanged::added);
        }
        return rows;
    }

    private static Row added(Row a, Row b) {
        BigDecimal left = a.denominator();
        BigDecimal right = b.denominator();
        return new Row(
                a.periodId(),
                a.subject(),
                a.numerator().add(b.numerator()),
                left == null ? right : right == null ? left : left.add(right),
                a.breakdown(),
                a.source(),
                a.line());
    }

    private static Figure figure(Measure measure, Side side, Period period) {
        return new MeasureFigures(
                        measure,
                        period.end(),
                        Coverages.of(side.dataset().coverage()),
                        List.of(period),
                        side.engine().totals(measure, List.of(period)))
                .of(period);
    }
}
