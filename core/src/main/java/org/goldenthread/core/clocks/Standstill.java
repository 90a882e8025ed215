package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The days that do not count towards a council's own limits because of what held of the child.
 *
 * <p>A day counts where there was time on it: those on which a child went missing and was found do, those between do not, but for one
 * on which what is owed was done. Of a pause that lasts nobody knows the last day, so the day in time is what it was when the pause
 * began, and moves on once it is over.
 */
final class Standstill {

    private static final Comparator<Spell> IN_ORDER =
            Comparator.comparing(Spell::first).thenComparing(Spell::since);

    private final Set<ClockPause> allowed;
    private final List<Occurrence> happened;
    private final NavigableSet<LocalDate> done;
    private final CouncilLimits limits;

    /**
     * @param allowed while what the rule lets a council's limit stand still
     * @param happened everything that happened to the child, in order
     * @param done the days on which what is owed was done
     */
    Standstill(
            Set<ClockPause> allowed,
            Collection<Occurrence> happened,
            Collection<LocalDate> done,
            CouncilLimits limits) {
        this.allowed = allowed;
        this.happened = List.copyOf(happened);
        this.done = new TreeSet<>(done);
        this.limits = limits;
    }

    /**
     * Days that do not count.
     *
     * @param since the day on which it began
     * @param first the first day that does not count
     * @param last the last; null while it lasts
     */
    private record Spell(
            LocalDate since, LocalDate first, @Nullable LocalDate last) {

        boolean isEmpty() {
            return last != null && last.isBefore(first);
        }

        boolean reaches(Spell later) {
            return last == null || !later.first.isAfter(last);
        }

        Spell with(Spell later) {
            return last == null || later.last == null
                    ? new Spell(since, first, null)
                    : new Spell(since, first, later.last.isAfter(last) ? later.last : last);
        }
    }

    /** The last day in time for a clock that started on {@code start}, by how much it moved and since when it stands still. */
    Moved due(String limit, LocalDate start) {
        LocalDate due = limits.dueDate(limit, start);
        LocalDate met = done.higher(start);
        int days = 0;
        for (Spell spell : spells(limits.pausedBy(limit))) {
            LocalDate first = spell.first().isAfter(start) ? spell.first() : start.plusDays(1);
            if (first.isAfter(due) || met != null && first.isAfter(met)) {
                break;
            }
            if (spell.last() == null) {
                return new Moved(due, days, spell.since());
            }
            if (spell.last().isBefore(first)) {
                continue;
            }
            int standing = limits.unit(limit).count(first, spell.last());
            due = limits.unit(limit).movedOn(due, standing);
            days += standing;
        }
        return new Moved(due, days, null);
    }

    /**
     * @param due the last day in time
     * @param days by how many days it moved on, in working days where the limit is counted in them
     * @param since the day from which the clock stands still; null where it runs
     */
    record Moved(LocalDate due, int days, @Nullable LocalDate since) {}

    private List<Spell> spells(Set<ClockPause> pauses) {
        List<Spell> merged = new ArrayList<>();
        pauses.stream()
                .filter(allowed::contains)
                .flatMap(pause -> happened.stream()
                        .filter(each -> each.event().equals(pause.begins()))
                        .map(began -> spell(began, pause)))
                .flatMap(spell -> withoutDone(spell).stream())
                .filter(spell -> !spell.isEmpty())
                .sorted(IN_ORDER)
                .forEach(spell -> {
                    if (!merged.isEmpty() && merged.getLast().reaches(spell)) {
                        merged.add(merged.removeLast().with(spell));
                    } else {
                        merged.add(spell);
                    }
                });
        return merged;
    }

    private Spell spell(Occurrence began, ClockPause pause) {
        return happened.stream()
                .filter(each -> each.event().equals(pause.ends())
                        && each.about().equals(began.about())
                        && each.compareTo(began) >= 0)
                .findFirst()
                .map(ended ->
                        new Spell(began.on(), began.on().plusDays(1), ended.on().minusDays(1)))
                .orElseGet(() -> new Spell(began.on(), began.on().plusDays(1), null));
    }

    private List<Spell> withoutDone(Spell spell) {
        List<Spell> parts = new ArrayList<>();
        Spell rest = spell;
        for (LocalDate day : done.tailSet(spell.first())) {
            if (spell.last() != null && day.isAfter(spell.last())) {
                break;
            }
            parts.add(new Spell(rest.since(), rest.first(), day.minusDays(1)));
            rest = new Spell(day, day.plusDays(1), spell.last());
        }
        parts.add(rest);
        return parts;
    }
}
