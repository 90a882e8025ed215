package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The reviews of a child in an agreed series of short breaks: within three months of the start of the first, then at most every six months (Care
 * Planning, Placement and Case Review (England) Regulations 2010, regulation 48(3)(d)). Where each break is a period of its own, they are owed in
 * the break that they fall into; between two nothing is owed.
 */
final class ShortBreakReviews implements WatchLaw {

    @Override
    public List<Watched> watch(Facts facts) {
        ClockRule rule = facts.rule();
        ReviewRule reviews = new ReviewRule(rule.limit(1), rule.limit(2), rule.limit(3), true);
        List<Watched> watched = new ArrayList<>();
        for (ShortBreaks.Time time : facts.shortBreaks().agreedIn(facts.start().about())) {
            LocalDate series = facts.shortBreaks().seriesBegan(time);
            ReviewTimetable.obligations(
                            facts.done(), series, time.ended(), ClockRules.END_OF_TIME, reviews, facts.limits())
                    .stream()
                    .filter(owed -> owed.met() == null || time.touches(owed.met()))
                    .forEach(owed -> watched.add(facts.watched(watched.size() + 1, owed, rule.limit(owed.sequence()))));
        }
        return watched;
    }

    @Override
    public Set<String> events() {
        return ShortBreaks.EVENTS;
    }
}
