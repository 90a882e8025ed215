package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The visits to a child in an agreed series of short breaks, on days on which the child is there: the first within the first seven days of being
 * placed, however long it takes until there are seven; then at most every six months (Care Planning, Placement and Case Review (England) Regulations
 * 2010, regulation 48(3)(c)). The first is owed from the stay on that the seventh day falls into. What was agreed beyond that is for the care plan.
 */
final class ShortBreakVisits implements WatchLaw {

    @Override
    public List<Watched> watch(
            ClockRule rule,
            Occurrence start,
            List<Occurrence> occurrences,
            List<Occurrence> person,
            @Nullable LocalDate born,
            CouncilLimits limits) {
        ShortBreaks breaks = new ShortBreaks(person);
        TreeSet<LocalDate> visited = new TreeSet<>();
        person.stream()
                .filter(each -> rule.stopsOfPerson().contains(each.event()))
                .map(Occurrence::on)
                .filter(breaks::isStayingOn)
                .forEach(visited::add);
        List<Watched> watched = new ArrayList<>();
        for (ShortBreaks.Time time : breaks.agreedIn(start.about())) {
            addIn(time, breaks, rule, visited, limits, watched);
        }
        return watched;
    }

    private static void addIn(
            ShortBreaks.Time time,
            ShortBreaks breaks,
            ClockRule rule,
            TreeSet<LocalDate> visited,
            CouncilLimits limits,
            List<Watched> watched) {
        LocalDate series = breaks.seriesBegan(time);
        LocalDate before = null;
        for (LocalDate visit : visited.tailSet(series)) {
            if (time.ended() != null && visit.isAfter(time.ended())) {
                break;
            }
            if (time.touches(visit)) {
                LocalDate due =
                        before == null ? firstDue(breaks, series, visit) : limits.dueDate(rule.limit(2), before);
                watched.add(watched(rule, time, watched.size() + 1, before, series, due, visit));
            }
            before = visit;
        }
        Optional<LocalDate> owed = before == null
                ? breaks.dayStayed(firstDays(series), series)
                : Optional.of(limits.dueDate(rule.limit(2), before));
        boolean over = time.ended() != null && before != null && !before.isBefore(time.ended());
        // The seventh day of a later time is owed there.
        boolean later = time.ended() != null
                && before == null
                && owed.isPresent()
                && !owed.get().isBefore(time.ended());
        if (owed.isPresent() && !over && !later) {
            watched.add(watched(rule, time, watched.size() + 1, before, series, owed.get(), null));
        }
    }

    /**
     * The seventh day of being there; where the visit came when there were not seven yet, the earliest that it could be. What was stayed after the
     * visit makes no difference to when it was due.
     */
    private static LocalDate firstDue(ShortBreaks breaks, LocalDate series, LocalDate visit) {
        int first = firstDays(series);
        return breaks.dayStayed(first, series)
                .filter(day -> !day.isAfter(visit))
                .orElseGet(() -> visit.plusDays(Math.max(0, first - breaks.daysStayed(series, visit))));
    }

    private static int firstDays(LocalDate series) {
        return StatutoryClocks.standard()
                .getClock("short-break-visit-first", series)
                .limit();
    }

    private static Watched watched(
            ClockRule rule,
            ShortBreaks.Time time,
            int sequence,
            @Nullable LocalDate before,
            LocalDate series,
            LocalDate due,
            @Nullable LocalDate met) {
        return new Watched(
                rule.id(),
                time.about(),
                sequence,
                before == null ? series : before,
                due,
                null,
                met,
                met == null ? time.ended() : null,
                met == null ? null : !met.isAfter(due),
                false,
                before == null ? rule.limit(1) : rule.limit(2),
                0,
                null);
    }

    @Override
    public Set<String> events() {
        return ShortBreaks.EVENTS;
    }
}
