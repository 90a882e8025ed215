package org.goldenthread.app.changes;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.scorecard.Scorecards;
import org.goldenthread.app.snapshots.OpenSnapshot;
import org.goldenthread.app.snapshots.OpenSnapshots;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;
import org.goldenthread.measures.scorecard.WhatChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Compares the last load with the one before it, or where there was only one its last month with the month before. */
@Service
class Comparing {

    private final OpenSnapshots snapshots;
    private final Scorecards scorecards;
    private final Viewers viewers;
    private @Nullable Comparison last;

    /** @param key what was compared, to know whether it still holds */
    private record Comparison(Key key, List<WhatChanged.MeasureChanges> changes) {}

    private record Key(
            String earlier, String later, YearMonth earlierMonth, YearMonth laterMonth, List<String> measures) {}

    Comparing(OpenSnapshots snapshots, Scorecards scorecards, Viewers viewers) {
        this.snapshots = snapshots;
        this.scorecards = scorecards;
        this.viewers = viewers;
    }

    /** Empty where nothing has been loaded. */
    Optional<ChangesPage> compare() {
        viewers.require(Right.SEE_CHILDREN);
        Optional<OpenSnapshot> current = snapshots.findCurrent();
        List<YearMonth> months = scorecards.listMonths();
        if (current.isEmpty() || months.isEmpty()) {
            return Optional.empty();
        }
        OpenSnapshot later = current.get();
        Optional<OpenSnapshot> previous = snapshots.findPrevious();
        OpenSnapshot earlier = previous.orElse(later);
        YearMonth laterMonth = months.getFirst();
        YearMonth earlierMonth = previous.flatMap(
                        one -> Scorecards.latestMonth(one.dataset().coverage()))
                .orElse(laterMonth.minusMonths(1));
        Scorecard scorecard = scorecards.findScorecard(laterMonth, Part.PART_2).orElseThrow();
        List<WhatChanged.MeasureChanges> changes =
                changes(earlier, later, earlierMonth, laterMonth, scorecard.indicators());
        List<ChangesPage.Line> lines = scorecard.indicators().stream()
                .flatMap(indicator -> changes.stream()
                        .filter(change -> change.measure().id().equals(indicator.measure()))
                        .map(change -> new ChangesPage.Line(indicator, change)))
                .toList();
        return Optional.of(new ChangesPage(
                previous.map(OpenSnapshot::entry).orElse(null),
                later.entry(),
                earlierMonth,
                laterMonth,
                lines,
                scorecard.indicators().size() - lines.size()));
    }

    private synchronized List<WhatChanged.MeasureChanges> changes(
            OpenSnapshot earlier,
            OpenSnapshot later,
            YearMonth earlierMonth,
            YearMonth laterMonth,
            List<Indicator> indicators) {
        List<String> ids =
                indicators.stream().map(Indicator::measure).distinct().toList();
        Key key = new Key(earlier.entry().id(), later.entry().id(), earlierMonth, laterMonth, ids);
        Comparison known = last;
        if (known != null && known.key().equals(key)) {
            return known.changes();
        }
        List<Measure> measures =
                ids.stream().map(id -> scorecards.catalogue().getMeasure(id)).toList();
        WhatChanged.Side before = side(earlier, earlierMonth);
        WhatChanged.Side after = side(later, laterMonth);
        List<WhatChanged.MeasureChanges> changes = measures.parallelStream()
                .flatMap(measure -> WhatChanged.between(before, after, List.of(measure)).stream())
                .toList();
        last = new Comparison(key, changes);
        return changes;
    }

    private static WhatChanged.Side side(OpenSnapshot snapshot, YearMonth month) {
        return new WhatChanged.Side(snapshot.dataset(), snapshot.engine(), Period.month(month));
    }
}
