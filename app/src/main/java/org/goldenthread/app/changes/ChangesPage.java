package org.goldenthread.app.changes;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.goldenthread.app.scorecard.Addresses;
import org.goldenthread.app.scorecard.Words;
import org.goldenthread.app.snapshots.SnapshotEntry;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.WhatChanged;
import org.jspecify.annotations.Nullable;

/**
 * What changed between the load before the last and the last.
 *
 * @param earlier null where there was only one load
 * @param unchanged how many indicators stayed as they were
 */
public record ChangesPage(
        @Nullable SnapshotEntry earlier,
        SnapshotEntry later,
        YearMonth earlierMonth,
        YearMonth laterMonth,
        List<Line> lines,
        long unchanged) {

    public record Line(Indicator indicator, WhatChanged.MeasureChanges changes) {

        public String figure(Figure figure) {
            return Words.figure(indicator, figure);
        }

        public boolean revised() {
            return !figure(changes.then()).equals(figure(changes.thenAsNowKnown()));
        }

        /** Such as "3 joined, 1 left". */
        public String counts() {
            return String.join(
                    ", ",
                    Arrays.stream(WhatChanged.Kind.values())
                            .filter(kind -> changes.count(kind) > 0)
                            .map(kind -> changes.count(kind) + " " + kind.label())
                            .toList());
        }
    }

    public String indicatorAddress(Line line) {
        return Addresses.of(Part.PART_2, laterMonth) + "indicators/"
                + line.indicator().number();
    }

    public String scorecardAddress() {
        return Addresses.of(Part.PART_2, laterMonth) + "scorecard";
    }

    public String month(YearMonth month) {
        return Words.month(month);
    }
}
