package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reviews of a child in an agreed series of short breaks: within three months of the start of the first, then at most every six months (Care
 * Planning, Placement and Case Review (England) Regulations 2010, regulation 48(3)(d)). Where each break is a period of its own, they are owed in
 * the break that they fall into; between two nothing is owed.
 */
final class ShortBreakReviews implements WatchLaw {

    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    @Override
    public List<Watched> watch(
            ClockRule rule,
            Occurrence start,
            List<Occurrence> occurrences,
            List<Occurrence> person,
            @Nullable LocalDate born,
            CouncilLimits limits) {
        ShortBreaks breaks = new ShortBreaks(person);
        List<LocalDate> held = person.stream()
                .filter(each -> rule.stopsOfPerson().contains(each.event()))
                .map(Occurrence::on)
                .toList();
        ReviewRule reviews = new ReviewRule(rule.limit(1), rule.limit(2), rule.limit(3), true);
        List<Watched> watched = new ArrayList<>();
        for (ShortBreaks.Time time : breaks.agreedIn(start.about())) {
            ReviewTimetable.obligations(held, breaks.seriesBegan(time), time.ended(), END_OF_TIME, reviews, limits)
                    .stream()
                    .filter(owed -> owed.met() == null || time.touches(owed.met()))
                    .forEach(owed -> watched.add(new Watched(
                            rule.id(),
                            start.about(),
                            watched.size() + 1,
                            owed.start(),
                            owed.due(),
                            null,
                            owed.met(),
                            owed.voidDate(),
                            owed.met() == null ? null : owed.inTime(),
                            owed.lateByKnockOn(),
                            owed.sequence() == 1 ? rule.limit(1) : rule.limit(2),
                            0,
                            null)));
        }
        return watched;
    }

    @Override
    public Set<String> events() {
        return ShortBreaks.EVENTS;
    }
}
