package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long one short break may last: 17 days, and no longer than until all of them in any twelve months come to 75 days (Care Planning, Placement
 * and Case Review (England) Regulations 2010, regulation 48(2)(c)). Beyond that the regulations apply in full. The day on which a break ends is
 * not counted, as it is not in the return.
 */
final class ShortBreakStays implements WatchLaw {

    private static final String IN_A_YEAR = "short-breaks-in-a-year";

    @Override
    public List<Watched> watch(
            ClockRule rule,
            Occurrence start,
            List<Occurrence> occurrences,
            List<Occurrence> person,
            @Nullable LocalDate born,
            CouncilLimits limits) {
        ShortBreaks breaks = new ShortBreaks(person);
        LocalDate began = start.on();
        LocalDate ended =
                breaks.findStay(start.about()).map(ShortBreaks.Time::ended).orElse(null);
        LocalDate alone = limits.dueDate(rule.limit(1), began);
        LocalDate inAYear = lastDayInAYear(breaks, began, alone);
        boolean fewLeft = inAYear.isBefore(alone);
        LocalDate due = fewLeft ? inAYear : alone;
        return List.of(new Watched(
                rule.id(),
                start.about(),
                1,
                began,
                due,
                null,
                ended,
                null,
                ended == null ? null : !ended.isAfter(due),
                false,
                fewLeft ? IN_A_YEAR : rule.limit(1),
                0,
                null));
    }

    /** The latest day, no later than {@code alone}, on which a stay from {@code began} can end with no more than 75 days in twelve months. */
    private static LocalDate lastDayInAYear(ShortBreaks breaks, LocalDate began, LocalDate alone) {
        int most = StatutoryClocks.standard().getClock(IN_A_YEAR, began).limit();
        for (LocalDate day = began; day.isBefore(alone); day = day.plusDays(1)) {
            LocalDate first = day.minusYears(1).plusDays(1);
            // This stay's days are counted as though it lasted: it may have ended before.
            long others = breaks.daysStayed(first, began.minusDays(1));
            long own = ChronoUnit.DAYS.between(began, day) + 1;
            if (others + own > most) {
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
