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
    public List<Watched> watch(Facts facts) {
        TreeSet<LocalDate> visited = new TreeSet<>();
        facts.done().stream().filter(facts.shortBreaks()::isStayingOn).forEach(visited::add);
        List<Watched> watched = new ArrayList<>();
        for (ShortBreaks.Time time : facts.shortBreaks().agreedIn(facts.start().about())) {
            addIn(time, facts, visited, watched);
        }
        return watched;
    }

    private static void addIn(ShortBreaks.Time time, Facts facts, TreeSet<LocalDate> visited, List<Watched> watched) {
        LocalDate series = facts.shortBreaks().seriesBegan(time);
        LocalDate before = null;
        for (LocalDate visit : visited.tailSet(series)) {
            if (time.ended() != null && visit.isAfter(time.ended())) {
                break;
            }
            if (time.touches(visit)) {
                LocalDate due = before == null ? firstDue(facts, series, visit) : facts.due(2, before);
                watched.add(watched(facts, time, watched.size() + 1, before, series, due, visit));
            }
            before = visit;
        }
        Optional<LocalDate> owed = before == null ? seventhDay(facts, series) : Optional.of(facts.due(2, before));
        boolean over = time.ended() != null && before != null && !before.isBefore(time.ended());
        // The seventh day of a later time is owed there.
        boolean later = time.ended() != null
                && before == null
                && owed.isPresent()
                && !owed.get().isBefore(time.ended());
        if (owed.isPresent() && !over && !later) {
            watched.add(watched(facts, time, watched.size() + 1, before, series, owed.get(), null));
        }
    }

    private static Optional<LocalDate> seventhDay(Facts facts, LocalDate series) {
        return facts.shortBreaks().dayStayed(facts.units(1, series), series);
    }

    /**
     * The seventh day of being there; where the visit came when there were not seven yet, the earliest that it could be. What was stayed after the
     * visit makes no difference to when it was due.
     */
    private static LocalDate firstDue(Facts facts, LocalDate series, LocalDate visit) {
        return seventhDay(facts, series)
                .filter(day -> !day.isAfter(visit))
                .orElseGet(() -> visit.plusDays(
                        Math.max(0, facts.units(1, series) - facts.shortBreaks().daysStayed(series, visit))));
    }

    private static Watched watched(
            Facts facts,
            ShortBreaks.Time time,
            int sequence,
            @Nullable LocalDate before,
            LocalDate series,
            LocalDate due,
            @Nullable LocalDate met) {
        return new Watched(
                facts.rule().id(),
                time.about(),
                sequence,
                before == null ? series : before,
                due,
                null,
                met,
                met == null ? time.ended() : null,
                met == null ? null : !met.isAfter(due),
                false,
                facts.rule().limit(before == null ? 1 : 2),
                0,
                null);
    }

    @Override
    public Set<String> events() {
        return ShortBreaks.EVENTS;
    }
}
