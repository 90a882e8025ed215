package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * How long one short break may last: 17 days, and no longer than until all of them in any twelve months come to 75 days (Care Planning, Placement
 * and Case Review (England) Regulations 2010, regulation 48(2)(c)). Beyond that the regulations apply in full. The day on which a break ends is
 * not counted, as it is not in the return.
 */
final class ShortBreakStays implements WatchLaw {

    @Override
    public List<Watched> watch(Facts facts) {
        LocalDate began = facts.start().on();
        LocalDate ended = facts.shortBreaks()
                .findStay(facts.start().about())
                .map(ShortBreaks.Time::ended)
                .orElse(null);
        LocalDate alone = facts.due(1, began);
        LocalDate inAYear = lastDayInAYear(facts, began, alone);
        boolean fewLeft = inAYear.isBefore(alone);
        LocalDate due = fewLeft ? inAYear : alone;
        return List.of(new Watched(
                facts.rule().id(),
                facts.start().about(),
                1,
                began,
                due,
                null,
                ended,
                null,
                ended == null ? null : !ended.isAfter(due),
                false,
                facts.rule().limit(fewLeft ? 2 : 1),
                0,
                null));
    }

    /**
     * The latest day, no later than {@code alone}, on which a stay from {@code began} can end with no more than 75 days in twelve months. Its own days
     * are counted as though it lasted: it may have ended before.
     */
    private static LocalDate lastDayInAYear(Facts facts, LocalDate began, LocalDate alone) {
        int most = facts.units(2, began);
        for (LocalDate day = began; day.isBefore(alone); day = day.plusDays(1)) {
            long others = facts.shortBreaks().daysStayed(PlacementDays.yearTo(day), began.minusDays(1));
            if (others + PlacementDays.between(began, null, began, day) > most) {
                return day;
            }
        }
        return alone;
    }

    @Override
    public Set<String> events() {
        return ShortBreaks.EVENTS;
    }
}
