package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.goldenthread.core.calendar.Age;
import org.jspecify.annotations.Nullable;

/**
 * The visits that were owed while their footing changed, and whether each was in time.
 *
 * <p>An interval runs from one visit to the next, by the footing that holds: where the footing changes before the last day, the
 * new one's interval takes over. Where it is longer, it is counted from the visit before; where it is shorter, from the change, and
 * never past the day that was owed already. A last day that went by before the footing changed stays as it was: what was
 * missed is not made good by a change of status.
 */
final class VisitSeries {

    /** A last day in time, and the limit that it follows from. */
    private record Last(LocalDate day, String limit) {

        Last earlier(Last other) {
            return other.day().isBefore(day) ? other : this;
        }
    }

    /** A visit that was asked for on a day. */
    record Asked(LocalDate on, VisitLaw.Asking asking) {

        /** Whether it is asked for of the visit of that number, which is owed since {@code from}. */
        boolean isOf(int sequence, LocalDate from) {
            if (asking.visit() > 0) {
                return asking.visit() == sequence;
            }
            return sequence == 1 ? !on.isBefore(from) : on.isAfter(from);
        }
    }

    private final ClockRule rule;
    private final String about;
    private final LocalDate start;
    private final LocalDate secondYear;
    private final @Nullable LocalDate end;
    private final List<VisitLaw.Spell> spells;
    private final List<Asked> asked;
    private final Limits limits;

    VisitSeries(
            ClockRule rule,
            String about,
            LocalDate start,
            @Nullable LocalDate end,
            List<VisitLaw.Spell> spells,
            List<Asked> asked,
            Limits limits) {
        this.rule = rule;
        this.about = about;
        this.start = start;
        // A year from 29 February is over with 28 February.
        this.secondYear = Age.birthday(start, 1);
        this.end = end;
        this.spells = spells;
        this.asked = asked;
        this.limits = limits;
    }

    /** @param visited days on which the child was visited, in any order; repeats count once */
    List<Watched> watch(Collection<LocalDate> visited) {
        List<Watched> watched = new ArrayList<>();
        LocalDate before = start;
        LocalDate beforeOnTime = start;
        for (LocalDate visit : new TreeSet<>(visited)) {
            if (visit.isBefore(start) || (end != null && visit.isAfter(end))) {
                continue;
            }
            int sequence = watched.size() + 1;
            Last owed = owed(before, sequence, visit);
            LocalDate onTime = owed(beforeOnTime, sequence, visit).day();
            boolean inTime = !visit.isAfter(owed.day());
            watched.add(watched(sequence, before, owed, visit, null, inTime, inTime && visit.isAfter(onTime)));
            before = visit;
            beforeOnTime = visit.isBefore(onTime) ? visit : onTime;
        }
        if (end == null || before.isBefore(end)) {
            int sequence = watched.size() + 1;
            watched.add(watched(sequence, before, owed(before, sequence, end), null, end, null, false));
        }
        return watched;
    }

    private Watched watched(
            int sequence,
            LocalDate from,
            Last owed,
            @Nullable LocalDate met,
            @Nullable LocalDate fellAway,
            @Nullable Boolean inTime,
            boolean knockOn) {
        return new Watched(
                rule.id(),
                about,
                sequence,
                from,
                owed.day(),
                null,
                met,
                fellAway,
                inTime,
                knockOn,
                owed.limit(),
                0,
                null);
    }

    /**
     * The last day of the visit after {@code from}.
     *
     * @param sequence its number, from 1: of the first {@code from} is the start and not a visit
     * @param until the day of the visit, or of the end: what changed later is not looked at; null while it is owed
     */
    private Last owed(LocalDate from, int sequence, @Nullable LocalDate until) {
        boolean first = sequence == 1;
        VisitLaw.Footing footing = footingOn(from);
        Last owed = last(first ? footing.atStart() : interval(footing, from), from);
        for (VisitLaw.Spell spell : spells) {
            if (!spell.from().isAfter(from)) {
                continue;
            }
            if (owed.day().isBefore(spell.from())
                    || (until != null && spell.from().isAfter(until))) {
                break;
            }
            owed = changed(owed, spell, from, first);
        }
        for (Asked each : asked) {
            Last asking = last(each.asking().limit(), each.on());
            // A visit that comes late does not make the next one late before it is owed.
            if (each.isOf(sequence, from)
                    && !asking.day().isBefore(from)
                    && (until == null || !each.on().isAfter(until))) {
                owed = owed.earlier(asking);
            }
        }
        return owed;
    }

    private Last changed(Last owed, VisitLaw.Spell spell, LocalDate from, boolean first) {
        VisitLaw.Footing footing = spell.footing();
        if (!footing.onChange().isEmpty()) {
            return last(footing.onChange(), spell.from());
        }
        Last since = last(first ? footing.atStart() : interval(footing, from), from);
        if (!since.day().isBefore(owed.day())) {
            return since;
        }
        return owed.earlier(last(interval(footing, spell.from()), spell.from()));
    }

    /** An interval that began in the first year is one of the first year, though it may end after it. */
    private String interval(VisitLaw.Footing footing, LocalDate from) {
        return from.isBefore(secondYear) ? footing.firstYear() : footing.later();
    }

    private Last last(String limit, LocalDate from) {
        return new Last(limits.dueDate(limit, from), limit);
    }

    private VisitLaw.Footing footingOn(LocalDate day) {
        return spells.stream()
                .filter(spell -> !spell.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(spells.getFirst())
                .footing();
    }
}
